"""A search finds, orders, counts and pages exactly what its scores say."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.values import Citation, Hub, Paper
from index.fusion import CLOSEST_SHARE, SEMANTIC_SHARE
from index.scope import HubNotFound
from index.searcher import Searcher
from index.text.tokens import query_stems
from index.values import Filters, SearchRequest, SearchResult
from index.version import IndexVersion

HUB = "arxiv:2306.02707"


def ids(result: SearchResult) -> list[str]:
    return [hit.paper.id.removeprefix("local:") for hit in result.hits]


def ask(searcher: Searcher, query: str | None, **asked: object) -> SearchResult:
    return searcher.search(SearchRequest(query, hubs=(HUB,), **asked))  # type: ignore[arg-type]


@settings(max_examples=80)
@given(
    query=st.sampled_from(["student", "image search", "dense vectors", "distillation survey", "RLHF", "zebra"]),
    roles=st.sets(st.sampled_from(["method", "background", "result"])),
    year_from=st.sampled_from([None, 2023, 2024]),
    mode=st.sampled_from(["hybrid", "semantic"]),
)
def test_scores_are_the_two_legs_in_their_shares(
    searcher: Searcher,
    version: IndexVersion,
    closest: Callable[..., float],
    query: str,
    roles: set[str],
    year_from: int | None,
    mode: str,
) -> None:
    filters = Filters(role=tuple(sorted(roles)), year_from=year_from)
    result = ask(searcher, query, filters=filters, mode=mode, limit=100)
    snapshot, asked = version.snapshot, query_stems(query)
    share = SEMANTIC_SHARE if mode == "hybrid" else 1.0
    words = version.lexical.weigh(asked) / version.lexical.bound(asked)
    vector = searcher.embedder.embed_query(query)
    cosines = np.asarray(version.vectors) @ vector
    want = {}
    for row in version.snapshot.members(HUB).rows.tolist():
        paper, citation = snapshot.paper(row), snapshot.citation(HUB, row)
        if (not roles or (citation and citation.role in roles)) and (not year_from or (paper.year or 0) >= year_from):
            whole = float(cosines[row])
            meaning = (1 - CLOSEST_SHARE) * whole + CLOSEST_SHARE * max(whole, closest(paper, vector))
            want[paper.id] = share * meaning + (1 - share) * float(words[row])
    assert {hit.paper.id: hit.score for hit in result.hits} == pytest.approx(want, abs=3e-6)
    order = [(mode == "hybrid" and not hit.relevant, -hit.score, hit.paper.id) for hit in result.hits]
    assert order == sorted(order)
    assert result.total == len(want)


def test_the_best_leg_of_each_query_comes_first(searcher: Searcher) -> None:
    assert ids(ask(searcher, "distillation", limit=2)) == ["b", "a"]
    assert ids(ask(searcher, "Phi-4", limit=1)) == ["e"]
    assert ids(ask(searcher, "image", mode="semantic", limit=1)) == ["f"]


def test_words_mode_ranks_only_papers_holding_a_word(searcher: Searcher) -> None:
    result = ask(searcher, "vectors", mode="lexical")
    assert (ids(result), result.total) == (["c"], 1)


def test_the_parts_of_an_explained_score_add_up_to_it(searcher: Searcher) -> None:
    for hit in ask(searcher, "image search by distillation of students, Phi-4 and reward models", explain=True).hits:
        parts = {name: value or 0 for name, value in hit.signals.items()}
        assert round(parts["semantic_part"] + parts["lexical_part"], 6) == hit.score
        words = sum(value for name, value in parts.items() if name.startswith("word:"))
        assert round(words + parts.get("context_score", 0), 6) == parts["lexical_score"]
        assert all(round(value, 6) == value for value in parts.values())


def test_signals_rank_each_leg_within_the_filtered_set(searcher: Searcher) -> None:
    (hit,) = ask(searcher, "vectors", filters=Filters(venue=("EMNLP",))).hits
    assert (hit.signals["semantic_rank"], hit.signals["lexical_rank"]) == (1, 1)
    (last,) = ask(searcher, "vectors", filters=Filters(venue=("ACL",), role=("method",))).hits
    assert (last.signals["semantic_rank"], last.signals["lexical_rank"]) == (1, None)


def test_relevant_papers_are_counted_and_can_be_asked_for_alone(searcher: Searcher) -> None:
    result = ask(searcher, "distillation", relevant_only=True)
    assert (sorted(ids(result)), result.total, result.relevant_total) == (["a", "b"], 2, 2)
    assert all(hit.relevant for hit in result.hits)


@pytest.mark.parametrize("sort", ["relevance", "year", "-year", "title"])
@pytest.mark.parametrize("query", ["distillation", "image"])
def test_relevant_papers_stand_before_the_others_in_every_order(searcher: Searcher, query: str, sort: str) -> None:
    result = ask(searcher, query, sort=sort)
    shown = [hit.relevant for hit in result.hits]
    assert (shown, result.total) == ([True] * result.relevant_total + [False] * (8 - result.relevant_total), 8)
    alone = ask(searcher, query, sort=sort, relevant_only=True)
    assert ids(alone) == ids(result)[: result.relevant_total]


def test_of_papers_above_the_cut_and_below_it_each_come_best_first(searcher: Searcher) -> None:
    hits = ask(searcher, "survey of student distillation by search").hits
    for kind in (True, False):
        scores = [hit.score for hit in hits if hit.relevant == kind]
        assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["zebra crossing", "qwerty asdf", "the", "protein folding in yeast"])
def test_nothing_is_relevant_to_nonsense(searcher: Searcher, query: str) -> None:
    assert ask(searcher, query).relevant_total == 0


@pytest.mark.parametrize("sort", ["relevance", "year", "-year", "title"])
@pytest.mark.parametrize("diversity", [0.0, 0.6])
def test_pages_are_pieces_of_one_order(searcher: Searcher, sort: str, diversity: float) -> None:
    whole = ask(searcher, "image", sort=sort, diversity=diversity, limit=100)
    pages = [ask(searcher, "image", sort=sort, diversity=diversity, limit=3, offset=at).hits for at in (0, 3, 6)]
    assert [hit for page in pages for hit in page] == list(whole.hits)
    assert [hit.rank for hit in whole.hits] == list(range(1, 9))


@pytest.mark.parametrize("diversity", [0.3, 1.0])
def test_diversity_puts_nothing_below_the_cut_before_what_is_above_it(searcher: Searcher, diversity: float) -> None:
    hits = ask(searcher, "distillation", diversity=diversity, limit=100).hits
    assert [hit.relevant for hit in hits] == 2 * [True] + 6 * [False]


def test_without_a_query_papers_are_listed_newest_first_then_by_title(searcher: Searcher) -> None:
    result = ask(searcher, None)
    assert ids(result) == ["h", "g", "b", "c", "e", "a", "d", "f"]
    assert (result.total, result.relevant_total, result.hits[0].score, result.hits[0].probability) == (8, 8, 0.0, 1.0)


@pytest.mark.parametrize(("sort", "order"), [("year", "egfdabch"), ("-year", "gefhbcad"), ("title", "efgbcahd")])
def test_a_search_can_be_ordered_otherwise(searcher: Searcher, sort: str, order: str) -> None:
    assert "".join(ids(ask(searcher, "image", sort=sort))) == order


def test_clauses_without_words_to_rank_by_list_what_they_allow(searcher: Searcher) -> None:
    assert ids(ask(searcher, "author:smith")) == ["a"]
    assert ids(ask(searcher, "-image -search")) == ["h", "b", "a"]


def test_every_paper_but_a_hub_that_cites_none_is_in_scope_when_no_hub_is_named(searcher: Searcher) -> None:
    found = searcher.search(SearchRequest("teacher"))
    assert (found.total, HUB in {hit.paper.id for hit in found.hits}) == (8, False)


def test_a_hub_that_cites_another_is_in_scope(make_version, embedder) -> None:
    first, second, citer = (Paper(f"local:{name}", f"Paper {name}") for name in "xyz")
    citations = [Citation(first.id, second.id), Citation(second.id, citer.id)]
    searcher = Searcher(make_version([first, second, citer], citations, [Hub(first), Hub(second)]), embedder)
    assert {hit.paper.id for hit in searcher.search(SearchRequest()).hits} == {second.id, citer.id}


def test_a_hub_goes_by_its_aliases_too(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest(hubs=("s2:77",))).total == 8


def test_an_unknown_hub_is_answered_with_the_nearest(searcher: Searcher) -> None:
    with pytest.raises(HubNotFound, match=r"found 'arxiv:2306.0270'; the nearest held: arxiv:2306.02707"):
        searcher.search(SearchRequest("x", hubs=("arxiv:2306.0270",)))


def test_both_legs_find_their_canary(searcher: Searcher) -> None:
    assert searcher.canaries() == {"semantic": True, "lexical": True}
