"""A claim says no more, no more often, no more surely and of no fewer than its quotes."""

import pytest

from answers.gate.scales import exaggerated


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("The scale works on any hive.", "The scale only works on a wooden hive.", ("any",)),
        ("The scale works on any hive.", "The scale works on any hive, and only needs a hive and a battery.", ()),
        ("They weigh frames of a single hive.", "They weigh frames of three hives.", ("single",)),
        ("They weigh frames of a single hive.", "They weigh frames of each hive, and then of three hives.", ()),
        ("They do not depend on a single hive.", "They depend on three hives.", ()),
        ("Most keepers feed syrup.", "Some keepers feed syrup.", ("most",)),
        ("Some keepers feed syrup.", "Most keepers feed syrup.", ()),
        ("The most recent hives swarm.", "Some recent hives swarm.", ()),
        ("The colony usually swarms.", "Sometimes the colony swarms.", ("usually",)),
        ("Mites cause losses.", "Mites may cause losses.", ("cause",)),
        ("Mites could cause losses.", "Mites may cause losses.", ()),
        ("Only straw hives stay warm.", "All hives stay warm.", ("only",)),
        ("Only straw hives stay warm.", "Straw hives alone stay warm.", ()),
        ("Feeding is hard only for beginners.", "Feeding is hard, especially for beginners.", ("only",)),
        ("We use only syrup.", "We use syrup.", ()),
    ],
)
def test_what_goes_beyond_the_quote_is_found(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert exaggerated(claim, [quote]) == found
