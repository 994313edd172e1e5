"""The order that a request asks for: by relevance, with what is unlike put forward or not, by title, or by year.

The papers above the cut stand before all others, but in the order of one leg alone without diversity, which is its own.
"""

import numpy as np

from index.arrays import Rows
from index.diversity import diversified
from index.files.snapshot import Snapshot
from index.ranking import Order, Ranking, best_first
from index.values import SearchRequest, Sort
from index.version import IndexVersion

LAST_YEAR = 10_000  # above any that a paper may have


def ranked_order(version: IndexVersion, request: SearchRequest, ranking: Ranking, count: int) -> Order:
    """The first `count` places of the ranking, or more."""
    if request.sort != "relevance":
        return _relevant_first(ranking, _sorted(version.snapshot, ranking.rows, request.sort), request)
    if request.diversity == 0:
        if request.mode != "hybrid":
            return ranking.order(count, relevant_only=request.relevant_only)
        relevant = ranking.order(count, relevant_only=True)
        if request.relevant_only or relevant.size >= count:
            return relevant
        return _relevant_first(ranking, ranking.order(count + relevant.size), request)
    relevant = _unlike(version, ranking, ranking.order(ranking.rows.size, relevant_only=True), request.diversity)
    if request.relevant_only:
        return relevant
    order = ranking.order(ranking.rows.size)
    others = _unlike(version, ranking, order[~ranking.relevant[order]], request.diversity)
    return np.concatenate([relevant, others])


def _relevant_first(ranking: Ranking, order: Order, request: SearchRequest) -> Order:
    """These places in their order, those above the cut before the others, which only some requests ask for."""
    relevant = ranking.relevant[order]
    return order[relevant] if request.relevant_only else np.concatenate([order[relevant], order[~relevant]])


def listed_order(snapshot: Snapshot, rows: Rows, sort: Sort, count: int | None = None) -> Order:
    """The first `count` places of rows that nothing ranks, or all; the newest first where no order is asked for."""
    return _sorted(snapshot, rows, "-year" if sort == "relevance" else sort, count)


def _unlike(version: IndexVersion, ranking: Ranking, places: Order, diversity: float) -> Order:
    """These places of the ranking, best first, with those put forward that are unlike the ones before them."""
    return places[diversified(ranking.scores[places], version.vectors, ranking.rows[places], diversity)]


def _sorted(snapshot: Snapshot, rows: Rows, sort: Sort, count: int | None = None) -> Order:
    """By title, or by year then title; papers without a year come last."""
    places = snapshot.title_places[rows].astype(np.int64)
    if sort != "title":
        years = snapshot.years[rows].astype(np.int64)
        ages = LAST_YEAR - years if sort == "-year" else years
        places += np.where(years == 0, LAST_YEAR + 1, ages) * snapshot.n
    return best_first(-places, count)
