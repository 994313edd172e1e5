"""In a corpus too large to be ranked whole: which papers are ranked, as others are behind them in either leg."""

from dataclasses import replace

import numpy as np

from index.calibration import Background
from index.plan import FEW
from index.ranking import Order, Ranking, Rows, best_first, context_matches, context_weight, rank, rounded
from index.scope import Scope
from index.spread import Spread
from index.tokens import query_stems
from index.values import Mode
from index.vectors import Vectors
from index.version import IndexVersion

READ = 1024  # of each leg's best: what pages are turned in, and more than are read sentence by sentence
SPARE = 256  # rows left out of a scope that are cheaper to find and drop than to keep from being found


def rank_some(
    version: IndexVersion, scope: Scope, rows: Rows, text: str, vector: Vectors, mode: Mode
) -> Ranking | None:
    """The ranking of those of the rows that are among the best of either leg, scored as `rank` scores them.

    None where all are to be ranked: in the citers of hubs, and where filters leave few.
    """
    spread = version.spread
    if spread is None or scope.hubs or rows.size <= max(FEW * version.snapshot.n, 2 * READ):
        return None
    some, found = _worded(version, scope, rows, text, mode)
    if mode != "lexical":
        some, found = np.union1d(_nearest(version, rows, vector), some).astype(np.int32), rows.size
    ranking = rank(version, scope, some, text, vector, mode, _usual(version, spread, scope, vector))
    return replace(ranking, beyond=found - some.size)


def whole_order(first: Ranking, order: Order, whole: Ranking) -> Order:
    """Places of the whole ranking: those of `first` in this order, where pages began, and all others after them."""
    ahead = np.searchsorted(whole.rows, first.rows[order])
    rest = whole.order(whole.rows.size)
    return np.concatenate([ahead, rest[~np.isin(rest, ahead)]])


def _nearest(version: IndexVersion, rows: Rows, vector: Vectors) -> Rows:
    n = version.snapshot.n
    query, absent = vector[np.newaxis], n - rows.size
    if absent <= SPARE:
        found = version.nearest.search(query, READ + absent)[0][0]
        held = rows[np.minimum(np.searchsorted(rows, found), rows.size - 1)] == found
        return np.asarray(found[held][:READ], dtype=np.int32)
    allowed = np.zeros(n, dtype=bool)
    allowed[rows] = True
    found = version.nearest.search(query, READ, allowed)[0][0]
    return np.asarray(found[found >= 0], dtype=np.int32)


def _worded(version: IndexVersion, scope: Scope, rows: Rows, text: str, mode: Mode) -> tuple[Rows, int]:
    """The rows that match the words best, ascending, and how many match them at all."""
    if mode == "semantic":
        return rows[:0], 0
    asked = tuple(query_stems(text))
    words = version.lexical.weigh(asked, rows)
    if scope.telling.size:
        words += context_weight(version, asked, mode) * context_matches(version, scope, asked)[scope.places(rows)]
    held = np.flatnonzero(words)
    scores = rounded(words[held])
    held, scores = held[scores > 0], scores[scores > 0]
    return np.sort(rows[held[best_first(scores, READ)]]), held.size


def _usual(version: IndexVersion, spread: Spread, scope: Scope, vector: Vectors) -> Background:
    """What the cosines of the whole scope are like: of the vectors summed up, but for those it leaves out, and of
    those laid upon them."""
    without = scope.left_out[scope.left_out < spread.n]
    beside = scope.rows[np.searchsorted(scope.rows, spread.n) :]
    scores = version.nearest.scores
    return spread.background(vector, scores(vector, without), scores(vector, beside))
