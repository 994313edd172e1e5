"""A place in a ranking is the one that the quotes give."""

import pytest

from answers.gate.ranks import misranked


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("The team ranked first in the show.", "The team was ranked 12th in the show.", ("ranked first",)),
        ("The team ranked first in the show.", "The team came in 1st in the show.", ()),
        ("It took third place.", "It finished fourth.", ("third place",)),
        ("It took third place.", "It won a prize in its third year.", ()),
    ],
)
def test_another_place_in_a_ranking_is_found(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert misranked(claim, [quote]) == found
