"""Filters decide what may be found at all, and facets count all of it exactly."""

import pytest

from corpus.values import Citation, Hub, Paper
from index.searcher import Searcher
from index.values import Filters, SearchRequest

HUB = "arxiv:2306.02707"


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(), "abcdefgh"),
        (Filters(role=("method",)), "ace"),
        (Filters(role=("method", "result")), "aceg"),
        (Filters(polarity=("support",)), "ae"),
        (Filters(role=("method",), polarity=("contrast",)), "c"),
        (Filters(year_from=2024), "bcegh"),
        (Filters(year_to=2023), "ad"),
        (Filters(year_from=2023, year_to=2024), "abce"),
        (Filters(venue=("ACL",)), "ab"),
        (Filters(venue=("CVPR", "emnlp")), "ceg"),
        (Filters(influential=True), "a"),
        (Filters(influential=False), "c"),
        (Filters(self_citation=True), "e"),
        (Filters(has_abstract=True), "bdfh"),
        (Filters(has_abstract=False), "aceg"),
        (Filters(topic=("no-such-topic",)), ""),
    ],
)
def test_a_filter_keeps_exactly(searcher: Searcher, filters: Filters, kept: str) -> None:
    for query in (None, "student image"):
        result = searcher.search(SearchRequest(query, hubs=(HUB,), filters=filters, limit=100))
        assert "".join(sorted(hit.paper.id[-1] for hit in result.hits)) == kept
        assert result.total == len(kept)


def test_facets_count_the_filtered_set_whatever_the_query(searcher: Searcher) -> None:
    asked = SearchRequest('"exact nothing"', hubs=(HUB,), filters=Filters(year_from=2024))
    result = searcher.search(asked)
    assert result.total == 0
    assert {name: counts for name, counts in result.facets.items() if name != "topic"} == {
        "role": {"background": 2, "method": 2, "result": 1},
        "polarity": {"contrast": 1, "neutral": 1, "support": 1},
        "year": {"2024": 3, "2025": 2},
        "venue": {"CVPR": 2, "EMNLP": 1, "acl": 1},
    }
    assert sum(result.facets["topic"].values()) == 5


def test_venues_that_differ_in_case_are_one(searcher: Searcher) -> None:
    facet = searcher.search(SearchRequest(hubs=(HUB,))).facets["venue"]
    assert facet == {"ACL": 2, "CVPR": 2, "EMNLP": 1}


def test_a_topic_facet_is_a_filter(searcher: Searcher) -> None:
    facet = searcher.search(SearchRequest(hubs=(HUB,))).facets["topic"]
    counts = {
        topic: searcher.search(SearchRequest(hubs=(HUB,), filters=Filters(topic=(topic,)))).total for topic in facet
    }
    assert counts == facet


def test_across_hubs_one_citation_must_pass_all_filters_and_each_role_counts_a_paper_once(
    make_version, embedder
) -> None:
    papers = [Paper("local:a", "citer"), Paper("local:x", "first hub"), Paper("local:y", "second hub")]
    citations = [
        Citation("local:x", "local:a", role="method", polarity="neutral"),
        Citation("local:y", "local:a", role="method", polarity="contrast"),
    ]
    searcher = Searcher(make_version(papers, citations, [Hub(papers[1]), Hub(papers[2])]), embedder)
    mixed = searcher.search(SearchRequest(filters=Filters(role=("method",), polarity=("contrast",))))
    assert [(hit.paper.id, hit.citation) for hit in mixed.hits] == [("local:a", citations[1])]
    assert mixed.facets["role"] == {"method": 1}
    assert searcher.search(SearchRequest(filters=Filters(role=("result",)))).total == 0


@pytest.mark.parametrize(
    ("filters", "warning"),
    [
        (Filters(venue=("Compas",)), "no paper here has the venue 'Compas'; did you mean 'Compass'?"),
        (Filters(venue=("compass",)), None),
        (Filters(topic=("zzz",)), "no paper here has the topic 'zzz'"),
        (Filters(polarity=("contrast",)), "no paper here has a polarity"),
        (Filters(role=("dataset",)), "no paper here has the role 'dataset'"),
        (Filters(year_from=2030), "no paper here is of these years; those held are of 2001 to 2002"),
        (Filters(year_to=1999), "no paper here is of these years; those held are of 2001 to 2002"),
        (Filters(year_from=2002), None),
    ],
)
def test_a_value_that_no_paper_has_is_said(make_version, embedder, filters: Filters, warning: str | None) -> None:
    papers = [
        Paper("local:a", "citer", year=2001, venue="Compass"),
        Paper("local:b", "another", year=2002, venue="Rose"),
        Paper("local:x", "hub"),
    ]
    citations = [Citation("local:x", name, role="method") for name in ("local:a", "local:b")]
    searcher = Searcher(make_version(papers, citations, [Hub(papers[2])]), embedder)
    assert searcher.search(SearchRequest(filters=filters)).warnings == ((warning,) if warning else ())
