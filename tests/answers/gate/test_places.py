"""What comes before another thing does not come after it."""

import pytest

from answers.gate.places import misplaced


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        (
            "Swarming bees after the feeding bees stage rest.",
            "Feeding bees after the swarming bees stage rest.",
            ("after",),
        ),
        ("Hives were fed after winter.", "Hives were fed prior to winter.", ("after",)),
        ("Hives were fed before winter.", "Hives were fed prior to winter.", ()),
        ("Winter came after feeding.", "Feeding came before winter.", ()),
        ("Feeding came after winter.", "Feeding came before winter.", ("after",)),
        ("Bees cluster outside the hive.", "Bees cluster inside the hive.", ("outside",)),
        ("Earlier hives were fed.", "In prior work, hives were fed after winter.", ()),
    ],
)
def test_what_is_ordered_otherwise_is_found(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert misplaced(claim, [quote]) == found
