"""Related papers leave out what was named, follow likes and dislikes, and give reasons one can check."""

import pytest

from index.related.related import NothingAsked, PaperNotFound
from index.searcher import Searcher
from index.values import RelatedRequest, Why

HUB = "arxiv:2306.02707"


def related(searcher: Searcher, **asked: object) -> str:
    hits = searcher.related(RelatedRequest(hub=HUB, limit=100, **asked)).hits  # type: ignore[arg-type]
    return "".join(hit.paper.id[-1] for hit in hits)


def test_the_nearest_papers_come_first_and_never_the_paper_itself(searcher: Searcher) -> None:
    found = related(searcher, paper_id="local:c")
    assert found[0] == "d"
    assert sorted(found) == list("abdefgh")


def test_likes_and_dislikes_are_never_among_them(searcher: Searcher) -> None:
    assert sorted(related(searcher, like=("local:c",), unlike=("local:e",))) == list("abdfgh")


def test_half_the_likeness_to_what_is_disliked_is_taken_off(searcher: Searcher) -> None:
    def likeness(**asked: tuple[str, ...]) -> float:
        hits = searcher.related(RelatedRequest(like=("local:g",), hub=HUB, **asked)).hits
        return next(float(hit.signals["semantic_score"] or 0) for hit in hits if hit.paper.id == "local:e")

    # f says image 3 times, e says search once and image twice: (3 x 2 + 1) / (root of 10 x root of 6)
    assert round(likeness() - likeness(unlike=("local:f",)), 5) == round(0.5 * 7 / 60**0.5, 5)


def test_a_text_is_enough(searcher: Searcher) -> None:
    assert related(searcher, text="student student")[0] == "a"


def test_a_text_is_read_as_papers_are(searcher: Searcher) -> None:
    """Queries are read otherwise here: of those, no text would have a paper's vector."""
    (hit,) = searcher.related(RelatedRequest(text="Dense search. Search with vectors.", hub=HUB, limit=1)).hits
    assert (hit.paper.id, hit.signals["semantic_score"]) == ("local:c", 1.0)


def test_scores_are_the_sum_of_their_parts(searcher: Searcher) -> None:
    for hit in searcher.related(RelatedRequest(paper_id="local:c", facet="method")).hits:
        parts = hit.signals["semantic_part"], hit.signals["lexical_part"]
        assert round(sum(part or 0 for part in parts), 6) == hit.score


def test_reasons_quote_both_papers(searcher: Searcher) -> None:
    (hit,) = searcher.related(RelatedRequest(paper_id="local:c", hub=HUB, limit=1)).hits
    assert hit.why[:3] == (
        Why("phrases", "search"),
        Why("sentences", "\u201cSearch with vectors.\u201d \u2014 \u201cSearch with words.\u201d"),
        Why("hub", "both cite \u201cLearning from a teacher\u201d"),
    )
    (alike,) = searcher.related(RelatedRequest(paper_id="local:d", unlike=("local:c",), hub=HUB, limit=5)).hits[-1:]
    assert {why.kind for why in alike.why} >= {"hub"}


def test_a_shared_role_is_named(searcher: Searcher) -> None:
    hits = searcher.related(RelatedRequest(paper_id="local:c", hub=HUB)).hits
    why = {hit.paper.id: [reason.text for reason in hit.why if reason.kind == "hub"] for hit in hits}
    assert why["local:e"] == ["both cite \u201cLearning from a teacher\u201d as method"]


@pytest.mark.parametrize("asked", [RelatedRequest(), RelatedRequest(unlike=("local:a",)), RelatedRequest(text="  ")])
def test_something_must_be_named(searcher: Searcher, asked: RelatedRequest) -> None:
    with pytest.raises(NothingAsked, match="name at least one"):
        searcher.related(asked)


def test_an_unknown_paper_is_refused_by_name(searcher: Searcher) -> None:
    with pytest.raises(PaperNotFound, match="found 'local:zz'"):
        searcher.related(RelatedRequest(paper_id="local:zz"))
