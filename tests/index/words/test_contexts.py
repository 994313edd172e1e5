"""Citing sentences help to find the papers they stand in, where the hub they speak of is in scope."""

from collections.abc import Callable

import numpy as np
import pytest

from corpus.values import Citation, CitingSentence, Hub, Paper
from index.fusion import CONTEXT_WEIGHT, SEMANTIC_SHARE
from index.searcher import Searcher
from index.text.tokens import query_stems
from index.values import SearchRequest, SearchResult
from index.version import IndexVersion

PAPERS = (
    Paper("local:a", "Student models"),
    Paper("local:b", "Student models"),
    Paper("local:hub", "Hub"),
    Paper("local:other", "Other hub"),
)
CITATIONS = (
    Citation("local:hub", "local:a"),
    Citation("local:hub", "local:b", contexts=(CitingSentence("We reuse its explanation traces."),)),
    Citation("local:other", "local:a", contexts=(CitingSentence("They tokenize words."),)),
)


@pytest.fixture
def searcher(make_version: Callable[..., IndexVersion], embedder: object) -> Searcher:
    hubs = [Hub(PAPERS[2]), Hub(PAPERS[3])]
    return Searcher(make_version(PAPERS, CITATIONS, hubs), embedder)  # type: ignore[arg-type]


def found(searcher: Searcher, query: str, *hubs: str, mode: str = "hybrid") -> SearchResult:
    return searcher.search(SearchRequest(query, hubs=hubs, mode=mode, explain=True))  # type: ignore[arg-type]


def test_a_citing_sentence_lifts_its_paper_above_an_equal_one(searcher: Searcher) -> None:
    hits = found(searcher, "explanation traces", "local:hub").hits
    assert [hit.paper.id for hit in hits] == ["local:b", "local:a"]
    assert (hits[0].match.field, hits[0].match.context) == ("context", 0)


def test_words_mode_finds_a_paper_by_its_citing_sentence_alone(searcher: Searcher) -> None:
    assert [hit.paper.id for hit in found(searcher, "traces", "local:hub", mode="lexical").hits] == ["local:b"]
    assert found(searcher, "tokenize", "local:hub", mode="lexical").hits == ()
    assert [hit.paper.id for hit in found(searcher, "tokenize", mode="lexical").hits] == ["local:a"]


def test_its_part_is_explained_and_weighs_what_is_published(searcher: Searcher) -> None:
    (hit, _) = found(searcher, "traces", "local:hub").hits
    asked = query_stems("traces")
    bound = searcher.version.lexical.bound(asked)
    matched = searcher.version.lexical.contexts.matched(asked, np.array([0], dtype=np.int32))
    part = CONTEXT_WEIGHT["hybrid"] * bound * matched[0]
    assert hit.signals["context_score"] == hit.signals["lexical_score"] == pytest.approx(part, abs=1e-6)
    assert hit.signals["lexical_part"] == pytest.approx((1 - SEMANTIC_SHARE) * part / bound, abs=2e-6)


def test_matches_lie_between_nothing_and_one(searcher: Searcher) -> None:
    contexts = searcher.version.lexical.contexts
    assert contexts.numbers.tolist() == [1, 2]
    matched = contexts.matched(["trace", "reus"], np.array([0, 1], dtype=np.int32))
    assert np.all((matched >= 0) & (matched <= 1))
    assert contexts.matched(["trace"], np.array([1], dtype=np.int32)).tolist() == [0.0]
