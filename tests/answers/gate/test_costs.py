"""What the quotes say is kept is not the cost of anything."""

import pytest

from answers.gate.costs import sacrificed


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Smoke calms bees and maintains honey quality.", ("expense",)),
        ("Smoke calms bees at the cost of honey quality, and keeps honey dry.", ()),
        ("Smoke calms bees and keeps hives dry.", ()),
    ],
)
def test_a_cost_that_is_none_is_found(quote: str, found: tuple[str, ...]) -> None:
    assert sacrificed("Smoke calms bees at the expense of honey quality.", [quote]) == found
