"""A reranker reorders the best hits by what it adds to their scores, and is off unless one is given."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from index.reranker import UnknownReranker, open_reranker, spread
from index.searcher import Searcher
from index.values import Mode, SearchRequest
from index.words.overlap import OverlapReranker

HUB = "arxiv:2306.02707"


class Longest:
    name = "longest"

    def scores(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([len(text) for text in texts], dtype=np.float32)


def test_overlap_scores_the_share_of_the_querys_stems() -> None:
    scores = open_reranker("overlap").scores("student models", ["A model student.", "Students", "cats"])
    assert scores.tolist() == [1.0, 0.5, 0.0]
    assert OverlapReranker().scores("student", []).shape == (0,)


def test_the_order_is_the_rerankers_and_the_parts_add_up(searcher: Searcher) -> None:
    reading = Searcher(searcher.version, searcher.embedder, Longest())
    hits = reading.search(SearchRequest("student", hubs=(HUB,), explain=True)).hits
    parts = [hit.signals["reranker_part"] or 0 for hit in hits]
    assert (hits[0].paper.id, max(parts), min(parts)) == ("local:a", 1.0, 0.0)
    for hit, part in zip(hits, parts, strict=True):
        legs = (hit.signals["semantic_part"] or 0) + (hit.signals["lexical_part"] or 0)
        assert round(legs + part, 6) == hit.score
    assert "reranker_part" not in searcher.search(SearchRequest("student", explain=True)).hits[0].signals


def test_scores_of_any_range_are_spread_alike() -> None:
    assert spread(np.array([-4, 0, 4], dtype=np.float32)).tolist() == [0.0, 0.5, 1.0]
    assert spread(np.array([3, 3], dtype=np.float32)).tolist() == [0.0, 0.0]
    assert spread(np.zeros(0, dtype=np.float32)).tolist() == []


@pytest.mark.parametrize("mode", ["semantic", "lexical"])
def test_where_one_leg_is_asked_for_nothing_is_read_again(searcher: Searcher, mode: Mode) -> None:
    reading = Searcher(searcher.version, searcher.embedder, Longest())
    request = SearchRequest("student", hubs=(HUB,), mode=mode, explain=True)
    assert reading.search(request) == searcher.search(request)


@pytest.mark.parametrize("name", ["", "overlap:", "cross-encoder", "cross-encoder:", "bert"])
def test_an_unknown_reranker_is_refused(name: str) -> None:
    with pytest.raises(UnknownReranker, match=r"choose overlap or cross-encoder:MODEL"):
        open_reranker(name)
