"""Words that share their stem with others: how they are known, and what a text without them loses."""

import pytest

from answers.blurred import blurred, lowered, mark_of, marks_in
from answers.evidence import held_in


@pytest.mark.parametrize(
    ("word", "mark"),
    [
        ("demonstrations", "demonstration"),
        ("demonstrates", None),
        ("observation", "observation"),
        ("translators", "translator"),
        ("translated", None),
        ("randomised", "randomize"),
        ("randomization", "randomize"),
        ("random", None),
        ("generalising", "generalize"),
        ("realized", None),
        ("exercises", None),
        ("supervised", None),
        ("bread", None),
    ],
)
def test_a_blurred_word_has_a_mark(word: str, mark: str | None) -> None:
    assert mark_of(word) == mark


def test_the_marks_of_a_text_are_in_order_and_once() -> None:
    assert marks_in("Randomised loaves; a presentation of randomized loaves.") == ("presentation", "randomize")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("We demonstrate that rye keeps.", ("demonstration",)),
        ("A demonstration of rye.", ()),
        ("Rye keeps.", ()),
    ],
)
def test_a_text_with_the_stem_alone_has_the_word_blurred(text: str, missing: tuple[str, ...]) -> None:
    assert blurred(("demonstration",), held_in(text)) == missing


def test_a_chance_is_lowered_by_what_holding_words_is_worth() -> None:
    assert (lowered(0.5, 0.0), lowered(0.5, 1.0), lowered(1.0, 1.0)) == (0.5, 0.001761, 1.0)
