"""Which sentences say what a thing is."""

import pytest

from answers.text.definitions import defines


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("A brood break is a pause in laying.", True),
        ("To find weak hives, we introduce BroodBreak, a set of counts.", True),
        ("We propose the brood break, which pauses laying.", True),
        ("This paper describes a brood break (BB) in spring.", True),
        ("Hives with a brood break did better.", False),
        ("It shows its worth by introducing BroodBreak, a set of counts.", True),
        ("BroodBreak: A Measure of Laying", True),
        ("BroodBreak: Faster Counts of Eggs", False),
        ("Brood break: a survey", False),
        ("We propose a brood break with caging for small hives.", False),
        ("We propose a trap, which works in a brood break.", False),
    ],
)
def test_a_sentence_defines_what_it_begins_with_or_introduces(text: str, so: bool) -> None:
    assert defines(text, "BroodBreak" if "BroodBreak" in text else "brood break") is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Brood break aims to pause laying.", True),
        ("A brood break (BB) is used to pause laying.", True),
        ("We study the brood break, i.e. a pause in laying.", True),
        ("Keepers know the brood break: the practice of caging the queen.", True),
        ("The task of a brood break is to pause laying.", True),
        ("The brood break is used in spring.", False),
        ("The future role of a brood break is large.", False),
        ("Brood break traps are made of wood.", False),
        ("A brood break is very hard.", False),
        ("A brood break is becoming popular.", False),
        ("A brood break is popular in towns.", False),
        ("A brood break is costly and slow.", False),
        ("A brood break is a problem on farms.", False),
        ("Brood breaks are pauses in laying.", True),
        ("A brood break, one of the oldest cures, is a pause in laying.", True),
        ("A brood break is usually a pause in laying.", True),
        ("A brood break is defined as a pause in laying.", True),
        ("Brood-break is a pause in laying.", True),
        ("Hives rest in breaks, where a brood break is a pause in laying.", True),
        ("A brood break is a common phenomenon in the north.", False),
        ("A brood break is a phenomenon in which no egg is laid.", True),
        ("A brood break is a cure of growing importance.", False),
        ("A brood break is a valuable cure.", False),
        ("A brood break is an important branch of hive keeping.", False),
        ("A brood break is a growing practice with many uses.", False),
        ("A brood break is a difficult practice of caging queens.", True),
        ("A brood break is an important pause that stops the laying of eggs.", True),
        ("A brood break is known to weaken mites.", False),
        ("A brood break is known as a pause in laying.", True),
        ("A brood break is a problem in which no egg is laid.", True),
        ("Each brood break is considered short if no egg is laid.", False),
        ("While keepers assume brood breaks are a pause in laying, bees rest.", False),
        ("Brood breaks, which briefly denote a pause in laying, are common.", True),
        ("Brood breaks, which are common, weaken mites.", False),
        ("Assuming that the brood breaks are already counted, we rank hives.", False),
    ],
)
def test_what_a_thing_is_for_defines_it_and_what_it_has_does_not(text: str, so: bool) -> None:
    assert defines(text, "brood break") is so


def test_what_an_acronym_is_short_for_says_what_it_is() -> None:
    assert defines("Some hives have weekly oxalic trickling (WOT) in May.", "WOT") is True
    assert defines("Some hives have WOT in May.", "WOT") is False


def test_no_sentence_defines_nothing() -> None:
    assert defines("A brood break is a pause in laying.", "") is False
