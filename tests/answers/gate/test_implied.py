"""A share that a count and the whole imply, in whichever order a sentence names them."""

import pytest

from answers.gate.faults import faults


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("A quarter of the hives were fed.", "Of 48 hives, 12 were fed.", ()),
        ("25% of the hives were fed.", "Of the 48 hives, 12 were fed.", ()),
        ("Two thirds of the hives were fed.", "Of 90 hives, 60 were fed.", ()),
        ("A third of the hives were fed.", "Of 48 hives, 12 were fed.", ("amount A third",)),
        ("A quarter of the hives were fed.", "We saw 48 hives, 12 were fed.", ("amount A quarter",)),
    ],
)
def test_a_part_may_be_counted_after_what_it_is_of(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert faults(claim, (quote,)) == found


def test_two_shares_that_are_compared_imply_their_difference() -> None:
    quote = "We count 79.3% of the bees right compared to a projected accuracy of 84%."
    assert faults("The count was about five points below what is possible.", (quote,)) == ()
    assert faults("The count was about nine points below what is possible.", (quote,)) == ("amount nine",)
