"""Likeness is worked out sentence by sentence, by the roles asked for, and by what was found first."""

from pathlib import Path

import numpy as np
import pytest

from index.exact import ExactIndex
from index.grouped import Grouped, write_grouped
from index.likeness import example, likeness_to_first, sentence_likeness

EAST, NORTH, NORTHEAST = np.array([[1, 0], [0, 1], [0.5**0.5, 0.5**0.5]], dtype=np.float32)
PAPERS = ([EAST], [NORTH, NORTHEAST], [])


@pytest.fixture
def held(tmp_path: Path) -> Grouped:
    write_grouped(tmp_path, "s", [np.array(each).reshape(-1, 2).astype(np.float16) for each in PAPERS])
    return Grouped(tmp_path, "s", 2)


def test_each_sentence_is_met_by_the_closest(held: Grouped) -> None:
    wanted = example(EAST, ["Title", "One.", "Two."], np.stack([NORTH, EAST, NORTH]), "all", titled=True)
    found = sentence_likeness(held, wanted, np.arange(3, dtype=np.int32))
    np.testing.assert_allclose(found, [(1 + 0) / 2, (0.5**0.5 + 1) / 2, -1], atol=1e-3)


def test_a_title_that_stands_alone_is_all_there_is(held: Grouped) -> None:
    wanted = example(EAST, ["Title"], EAST[None], "method", titled=True)
    np.testing.assert_allclose(sentence_likeness(held, wanted, np.array([0, 1], np.int32)), [1, 0.5**0.5], atol=1e-3)


def test_a_facet_counts_the_sentences_in_its_role() -> None:
    said = ["Title", "Existing methods are often slow.", "The results show an accuracy of 91.2 %."]
    shares = {
        facet: example(EAST, said, np.stack([EAST, EAST, NORTH]), facet, titled=True).shares.argmax()
        for facet in ("background", "result")
    }
    assert shares == {"background": 0, "result": 1}


def test_sentences_beyond_the_window_do_not_count() -> None:
    wanted = example(EAST, ["One.", "Two."], np.stack([EAST, np.zeros(2, np.float32)]), "all", titled=False)
    assert wanted.shares.tolist() == [1, 0]


def test_a_text_without_vectors_is_like_nothing(held: Grouped) -> None:
    wanted = example(EAST, ["One."], np.zeros((1, 2), np.float32), "all", titled=False)
    assert sentence_likeness(held, wanted, np.arange(3, dtype=np.int32)).tolist() == [0, 0, 0]


def test_what_the_first_have_in_common_counts() -> None:
    vectors = np.stack([EAST, EAST, EAST, EAST, EAST, NORTH, NORTHEAST])
    rows = np.arange(7, dtype=np.int32)
    found = likeness_to_first(ExactIndex(vectors), vectors, rows, np.array([4, 3, 2, 1, 0, 5]))
    np.testing.assert_allclose(found, [1, 1, 1, 1, 1, 0, 0.5**0.5], atol=1e-6)
    assert likeness_to_first(ExactIndex(vectors), vectors, rows, np.empty(0, np.int64)).tolist() == [0] * 7
