"""The passage shown is verbatim and holds the most telling words of the query."""

import pytest

from corpus.values import Citation, CitingSentence, Paper
from index.match import best_match
from index.values import Match

PAPER = Paper(
    "local:a",
    "Cats and dogs",
    abstract="\u00c9t\u00e9 is warm. Cats sleep. Dogs and cats run.",
    tldr="Pets rest. Cats sleep.",
)
CITATION = Citation("local:x", "local:a", contexts=(CitingSentence("Birds sing. We follow Lee."),))
WEIGHT = {"cat": 1.0, "dog": 2.0, "follow": 5.0}


@pytest.mark.parametrize(
    ("asked", "match"),
    [
        (("cat",), Match("tldr", "Cats sleep.", 11, 22)),
        (("cat", "dog"), Match("abstract", "Dogs and cats run.", 25, 43)),
        (("follow",), Match("context", "We follow Lee.", 12, 26, 0)),
        (("zebra",), Match("tldr", "Pets rest.", 0, 10)),
        ((), Match("tldr", "Pets rest.", 0, 10)),
    ],
)
def test_the_best_passage_is(asked: tuple[str, ...], match: Match) -> None:
    assert best_match(PAPER, CITATION, {word: WEIGHT.get(word, 9.0) for word in asked}) == match


def test_a_paper_of_a_title_alone_shows_it() -> None:
    assert best_match(Paper("local:b", "Only this"), None, {"cat": 1.0}) == Match("title", "Only this", 0, 9)


def test_offsets_are_code_points_of_the_field() -> None:
    found = best_match(Paper("local:c", "t", abstract="Dogs \U0001f600 sit. Cats run."), None, {"cat": 1.0})
    assert (found.text, "Dogs \U0001f600 sit. Cats run."[found.start : found.end]) == ("Cats run.", "Cats run.")
