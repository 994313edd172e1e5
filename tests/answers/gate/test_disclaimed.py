"""What a clause of a quote denies as a whole, no claim affirms."""

import pytest

from answers.gate.disclaimed import disclaimed


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        (
            "Syrup feeding prevents swarming in small hives.",
            "There is no evidence that syrup feeding prevents swarming in small hives.",
            ("no",),
        ),
        (
            "Thick walls alone are sufficient to keep a hive warm.",
            "Keepers should insulate and not expect that walls advertised as thick alone are sufficient to keep warm.",
            ("not",),
        ),
        (
            "Syrup feeding consistently raises honey yield across all regions.",
            "Syrup feeding and smoke do not achieve consistent honey yield across regions.",
            ("not",),
        ),
        ("Old queens segregate drones randomly.", "Old queens do not carefully segregate drones.", ()),
        ("Drones and queens overwinter.", "Not only drones and queens overwinter.", ()),
        ("It is hard to count brood in skeps.", "We cannot count brood in skeps.", ()),
        ("Syrup never prevents swarming in hives.", "There is no evidence that syrup prevents swarming in hives.", ()),
        ("Feeding swarms works.", "Feeding swarms works, but is not cheap.", ()),
    ],
)
def test_a_denial_of_the_whole_claim_is_found(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert disclaimed(claim, [quote]) == found
