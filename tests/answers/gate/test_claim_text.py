"""A model's text is read in time that grows with its length, whatever it repeats."""

import pytest

from answers.gate.claim_text import sentences_of
from tests.ending import ends

SAID = "Bees dance for each other in the hive."


@pytest.mark.parametrize("run", ["[" + " " * 9, "\n" * 9, "[source  ", " [9  ,", "< ", "- ", "[^  "])
def test_runs_of_blanks_and_marks_take_nothing_from_what_is_said(run: str) -> None:
    assert list(sentences_of(f"{SAID}\n{run}")) == [SAID]


@pytest.mark.parametrize("marked", ["[1]", "[ source 2 ]", "【3】", "[1, 2]", "[a - b]", "{ ^5 }"])
def test_marks_are_taken_out(marked: str) -> None:
    assert list(sentences_of(f"Bees dance {marked} in the hive {marked}.")) == ["Bees dance in the hive."]


def test_forty_thousand_blanks_are_read_at_once() -> None:
    texts = "['Bees dance [' + ' ' * 40_000 + 'x', 'Bees dance' + '\\n' * 40_000 + 'x']"
    code = (
        f"from answers.gate.claim_text import sentences_of\nfor text in {texts}: print(len(list(sentences_of(text))))"
    )
    assert ends(code) == "1\n1\n"
