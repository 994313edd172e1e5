"""Papers that cite the same hubs are related, and a little more so where the hub asked about has one role in both."""

from collections.abc import Callable

import numpy as np

from corpus.values import Citation, Hub, Paper
from index.related.structure import structure
from index.scope import scope_of
from index.searcher import Searcher
from index.values import RelatedRequest, Why
from index.version import IndexVersion

NAMES = ("local:hub1", "local:hub2", "local:p", "local:q", "local:r")
PAPERS = [Paper(name, f"Title {name[-1]}") for name in NAMES]
CITATIONS = [
    Citation("local:hub1", "local:p", role="extension"),
    Citation("local:hub1", "local:q", role="extension"),
    Citation("local:hub1", "local:r", role="background"),
    Citation("local:hub2", "local:p", role="method"),
    Citation("local:hub2", "local:r", role="method"),
]
HUBS = [Hub(PAPERS[0]), Hub(PAPERS[1])]
Make = Callable[..., IndexVersion]


def shared(version: IndexVersion, *hubs: str, liked: tuple[int, ...] = (2,)) -> list[float]:
    scope = scope_of(version.snapshot, hubs)
    return structure(version.snapshot, scope, np.array([3, 4], dtype=np.int32), liked).round(6).tolist()


def test_every_hub_that_both_cite_counts_where_no_hub_was_named(make_version: Make) -> None:
    assert shared(make_version(PAPERS, CITATIONS, HUBS)) == [0.1, 0.2]


def test_within_a_hub_the_other_hubs_count_and_its_own_role_a_little(make_version: Make) -> None:
    assert shared(make_version(PAPERS, CITATIONS, HUBS), "local:hub1") == [0.02, 0.2]


def test_a_text_cites_nothing(make_version: Make) -> None:
    assert shared(make_version(PAPERS, CITATIONS, HUBS), liked=()) == [0.0, 0.0]


def test_the_reason_names_every_shared_hub_the_one_asked_about_first(make_version: Make, embedder: object) -> None:
    searcher = Searcher(make_version(PAPERS, CITATIONS, HUBS), embedder)  # type: ignore[arg-type]
    hits = searcher.related(RelatedRequest(paper_id="local:p", hub="local:hub2")).hits
    assert [why for why in hits[0].why if why.kind == "hub"] == [
        Why("hub", "both cite \u201cTitle 2\u201d as method"),
        Why("hub", "both cite \u201cTitle 1\u201d"),
    ]
