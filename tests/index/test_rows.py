"""Every row a request finds is what its pages show, in their order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.scope import HubNotFound
from index.searcher import Searcher
from index.values import Filters, SearchRequest
from index.version import IndexVersion
from index.words.overlap import OverlapReranker

HUB = "arxiv:2306.02707"
REQUESTS = st.builds(
    SearchRequest,
    query=st.sampled_from([None, "student", "image search", "-student", "survey", "zebra", '"teacher"']),
    hubs=st.sampled_from([(HUB,), ()]),
    mode=st.sampled_from(["hybrid", "semantic", "lexical"]),
    filters=st.builds(
        Filters, role=st.sampled_from([(), ("method",)]), year_from=st.sampled_from([None, 2024]),
        topic=st.sampled_from([(), ("t1",)]),
    ),
    sort=st.sampled_from(["relevance", "year", "-year", "title"]),
    relevant_only=st.booleans(),
    diversity=st.sampled_from([0.0, 0.8]),
)  # fmt: skip


@settings(max_examples=150)
@given(wanted=REQUESTS, reread=st.booleans())
def test_rows_are_those_of_the_hits(
    version: IndexVersion, searcher: Searcher, wanted: SearchRequest, reread: bool
) -> None:
    asked = Searcher(version, searcher.embedder, OverlapReranker() if reread else None)
    page = SearchRequest(**{name: getattr(wanted, name) for name in wanted.__slots__} | {"limit": 100})
    shown = [hit.paper.id for hit in asked.search(page).hits]
    assert [version.snapshot.paper(row).id for row in asked.rows(wanted)] == shown


def test_the_rows_of_an_unknown_hub_are_refused(searcher: Searcher) -> None:
    with pytest.raises(HubNotFound, match="local:nowhere"):
        searcher.rows(SearchRequest(hubs=("local:nowhere",)))
