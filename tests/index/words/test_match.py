"""The passage shown is verbatim and holds the most telling words of the query."""

from pathlib import Path

import pytest

from corpus.values import Citation, CitingSentence, Paper
from index.text.tokens import stems
from index.values import Match
from index.words.match import best_match
from index.words.said import Said, write_said

PAPER = Paper(
    "local:a",
    "Cats and dogs",
    abstract="\u00c9t\u00e9 is warm. Cats sleep. Dogs and cats run.",
    tldr="Pets rest. Cats sleep.",
)
CITATION = Citation("local:x", "local:a", contexts=(CitingSentence("Birds sing. We follow Lee."),))
WEIGHT = {"cat": 1.0, "dog": 2.0, "follow": 5.0}


def shown(folder: Path, paper: Paper, citation: Citation | None, *asked: str) -> Match:
    """The passage that a version with this one paper shows."""
    words = sorted({stem for text in (paper.title, paper.tldr, paper.abstract) for stem in stems(text or "")})
    write_said(folder, [paper], words)
    weights = {word: WEIGHT.get(word, 9.0) for word in asked}
    said = Said([folder], [{word: number for number, word in enumerate(words)}.get])
    return best_match(paper, citation, said.weighed([0], weights)[0], weights)


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
def test_the_best_passage_is(tmp_path: Path, asked: tuple[str, ...], match: Match) -> None:
    assert shown(tmp_path, PAPER, CITATION, *asked) == match


def test_a_paper_of_a_title_alone_shows_it(tmp_path: Path) -> None:
    assert shown(tmp_path, Paper("local:b", "Only this"), None, "cat") == Match("title", "Only this", 0, 9)


def test_offsets_are_code_points_of_the_field(tmp_path: Path) -> None:
    found = shown(tmp_path, Paper("local:c", "t", abstract="Dogs \U0001f600 sit. Cats run."), None, "cat")
    assert (found.text, "Dogs \U0001f600 sit. Cats run."[found.start : found.end]) == ("Cats run.", "Cats run.")


def test_a_paper_without_a_title_shows_its_text(tmp_path: Path) -> None:
    assert shown(tmp_path, Paper("local:d", "", abstract="Cats run."), None) == Match("abstract", "Cats run.", 0, 9)
    assert shown(tmp_path, Paper("local:e", ""), None, "cat") == Match("title", "", 0, 0)
