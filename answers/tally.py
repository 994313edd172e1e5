"""Counts the citers that a "which" or "how many" question is about, judging every one of them."""

from collections.abc import Collection

from answers.values import Tally
from index.searcher import Searcher
from index.values import Filters, Hit, SearchRequest

PAGE = 100
UNDECIDED = 0.25  # the least chance of relevance at which a citer below the published cut is left undecided


def tally(
    searcher: Searcher, query: str, hubs: tuple[str, ...], filters: Filters, cited: Collection[str] | None
) -> Tally:
    """The verdict on every citer in scope: those match that search finds relevant, and those `cited` in the answer.

    Of a refused question (`cited` is None) nothing matches: what seemed to is undecided.

    The estimated recall is the expected share of all matching citers that is among those counted as matching.
    """
    of, likely = _likely(searcher, query, hubs, filters, cited or ())
    matching = () if cited is None else tuple(hit for hit in likely if hit.relevant or hit.paper.id in cited)
    expected = sum(hit.probability for hit in likely)
    return Tally(
        matching=len(matching),
        undecided=len(likely) - len(matching),
        of=of,
        estimated_recall=round(sum(hit.probability for hit in matching) / expected, 4) if expected else 0.0,
        paper_ids=tuple(hit.paper.id for hit in matching),
    )


def _likely(
    searcher: Searcher, query: str, hubs: tuple[str, ...], filters: Filters, cited: Collection[str]
) -> tuple[int, list[Hit]]:
    """How many were judged, and those that match or may: pages are read, best first, until one holds none of them."""
    likely: list[Hit] = []
    offset = 0
    while True:
        request = SearchRequest(query=query, hubs=hubs, filters=filters, limit=PAGE, offset=offset)
        page = searcher.search(request)
        kept = [hit for hit in page.hits if hit.relevant or hit.probability >= UNDECIDED or hit.paper.id in cited]
        likely += kept
        offset += PAGE
        if offset >= page.total or not kept:
            return page.total, likely
