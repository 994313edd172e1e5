"""Which spellings are taken for slips, how many papers must use the right one, and how these are counted."""

import numpy as np
import pytest

from corpus.values import Paper
from index.queries.likely import least_held, likely_slip, used_by
from tests.index.conftest import Make


@pytest.mark.parametrize(
    ("written", "meant", "likely"),
    [
        ("transfomer", "transformer", True),
        ("langauge", "language", True),
        ("languague", "language", False),
        ("annottation", "annotation", True),
        ("grammer", "grammar", True),
        ("sitting", "setting", False),
        ("javanese", "japanese", False),
        ("multimodals", "multimodal", False),
        ("parsing", "parsing", False),
    ],
)
def test_a_common_slip_leaves_out_doubles_or_exchanges_letters(written: str, meant: str, likely: bool) -> None:
    assert likely_slip(written, meant) == likely


@pytest.mark.parametrize(
    ("word", "papers", "least"),
    [("erwin", 500, 1), ("erwin", 7000, 7), ("erwin", 90_000, 20), ("cessation", 500, 1), ("cessation", 90_000, 5)],
)
def test_in_a_large_corpus_several_papers_use_the_right_spelling(word: str, papers: int, least: int) -> None:
    assert least_held(word, papers) == least


def test_users_of_a_spelling_are_not_those_of_its_stem(make_version: Make) -> None:
    texts = ["Arabic verbs", "An Arabic lexicon", "Arabic-English text", "An Arab town", "Parsing"]
    version = make_version([Paper(f"local:{at}", text) for at, text in enumerate(texts)])
    rows = np.arange(5, dtype=np.int32)
    assert [used_by(version, rows, word) for word in ("arabic", "arab", "arabs", "parsing")] == [3, 1, 0, 1]
    assert used_by(version, rows[3:], "arabic") == 0
