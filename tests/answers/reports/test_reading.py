"""Which sentences can be read by themselves, and how well."""

import pytest

from answers.reports.reading import alone, readable, stands_alone
from answers.sentences import Sentence


def said(text: str, start: int = 40) -> Sentence:
    return Sentence("abstract", text, start, start + len(text))


@pytest.mark.parametrize(
    "text",
    [
        "We show that these outperform bare boxes.",
        "We find that this trap catches more drones.",
        "In practice, they often stay empty.",
        "However, in practice, they often stay empty.",
        "We show that the combination of the two traps catches more.",
        "The second system has two doors.",
        "At the same time, drones leave.",
        "Both methods were tried on roofs.",
        "We show a gain on both tasks.",
        "It was hung on a roof.",
        "The counts are then compared with those of keepers.",
        "The trap ca\ufffdches drones.",
    ],
)
def test_what_needs_what_stands_before_it_does_not_stand_alone(text: str) -> None:
    assert not stands_alone(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "This paper presents a trap with two doors.",
        "We propose a trap with two doors, and this trap is hung on roofs.",
        "Drones prefer shade to those that face south, such as roofs.",
        "We show that it is possible to count drones.",
        "To solve this problem, we hang traps on roofs.",
        "Surprisingly, we find drones on roofs.",
    ],
)
def test_what_names_what_it_speaks_of_stands_alone(text: str) -> None:
    assert stands_alone(said(text))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("To solve this problem, we hang traps on roofs.", "We hang traps on roofs."),
        ("In order to address these issues, we hang traps.", "We hang traps."),
        ("(2) We hang traps.", "We hang traps."),
        ("With this in mind, we hang traps.", "We hang traps."),
        ("However, for this reason, we hang traps.", "We hang traps."),
        ("Under this condition, we hang traps.", "Under this condition, we hang traps."),
        ("Without this door, we catch nothing.", "Without this door, we catch nothing."),
        ("To this day, traps are hung.", "To this day, traps are hung."),
    ],
)
def test_what_only_ties_a_sentence_to_the_one_before_is_left_out(text: str, rest: str) -> None:
    assert alone(said(text)) == rest


def test_a_sentence_that_says_what_the_paper_shows_reads_best() -> None:
    told = [
        "We show that drones prefer shade.",
        "Drones prefer shade.",
        "Our method prefers shade.",
        "We took part in the count of drones.",
        "Drones of these prefer shade.",
    ]
    assert [readable(said(text)) for text in told] == [0.13, 0.0, -0.04, -0.1, -0.1]


def test_a_commonplace_that_opens_an_abstract_reads_worse() -> None:
    assert readable(said("Drones prefer shade.", start=0)) == -0.08
    assert readable(said("We hung traps in the shade.", start=0)) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "A questionnaire was used to assess the shade.",
        "There were two kinds of hives.",
        "This paper presents our work in the count of drones.",
        "The task focuses on drones.",
        "The counts of drones are discussed.",
    ],
)
def test_that_something_was_done_or_is_there_tells_little(text: str) -> None:
    assert readable(said(text)) <= -0.1
