"""In a corpus too large to be ranked whole: which papers are ranked, as others are behind them in either leg."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from index.arrays import Rows, Vectors
from index.calibration import Background
from index.faiss.plan import FEW
from index.fusion import rounded
from index.ranking import Order, Ranking, best_first, rank, reached
from index.scope import Scope
from index.text.tokens import query_stems
from index.values import Mode
from index.version import IndexVersion
from index.worded import context_matches, context_weight, worded

READ = 1024  # of each leg's best: what pages are turned in, and more than are read sentence by sentence
ROUNDED = 1e-6  # as far as scores are told apart
MANY = 0.5  # of all papers: what the words by which related papers are looked for are held by, added up
SPARE = 256  # rows left out of a scope that are cheaper to find and drop than to keep from being found


def rank_some(version: IndexVersion, scope: Scope, rows: Rows, text: str, vector: Vectors, mode: Mode) -> Ranking:
    """The ranking of those of the rows that are among the best of either leg, scored as `rank` scores them."""
    some, found = _worded(version, scope, rows, text, mode)
    if mode != "lexical":
        some, found = np.union1d(_nearest(version, rows, vector), some).astype(np.int32), rows.size
    said = worded(version, scope, some, text, mode)
    ranking = rank(version, scope, some, said, vector, mode, usual(version, scope, vector))
    return replace(ranking, beyond=found - some.size)


def some_like(
    version: IndexVersion, scope: Scope, rows: Rows, wanted: Sequence[Vectors], asked: Callable[[], Sequence[str]]
) -> Rows:
    """Of all the papers of a large corpus those nearest to one of the vectors, or best by the rarest of the words;
    these rows as they are where each of them can be looked at."""
    if version.spread is None or few_enough(version, scope, rows):
        return rows
    words = version.lexical.weigh(_rarest(version, asked()), rows)
    worded = rows[best_first(words, READ)]
    near = [_nearest(version, rows, vector) for vector in wanted]
    return np.unique(np.concatenate([worded, *near])).astype(np.int32)


def _rarest(version: IndexVersion, asked: Sequence[str]) -> list[str]:
    """As many of the words, the rarest first, as MANY of all papers hold, each counted with each of its words."""
    lexical, held, found = version.lexical, 0.0, list[str]()
    for word in sorted(asked, key=lambda word: (-lexical.idf(word), word)):
        held += (version.snapshot.held + 1) / math.exp(lexical.idf(word))  # which idf was made of
        if held > MANY * version.snapshot.held:
            break
        found.append(word)
    return found


def few_enough(version: IndexVersion, scope: Scope, rows: Rows) -> bool:
    """Whether each of these rows is looked at: in the citers of hubs, and where filters leave few."""
    return bool(scope.hubs) or rows.size <= max(FEW * version.snapshot.n, 2 * READ)


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
        words += context_weight(version, asked, mode) * context_matches(version, scope, rows, asked)
    held = np.flatnonzero(words >= max(reached(words, READ) - ROUNDED, ROUNDED))
    best = held[best_first(rounded(words[held]), READ)]
    return np.sort(rows[best]), int(np.count_nonzero(words >= ROUNDED))


def usual(version: IndexVersion, scope: Scope, vector: Vectors) -> Background | None:
    """What the cosines of the whole scope are like: of the vectors summed up, but for those it leaves out, and of
    those laid upon them. None in the citers of hubs, and where no sums are kept."""
    spread = version.spread
    if spread is None or scope.hubs:
        return None
    without = scope.left_out[scope.left_out < spread.n]
    beside = scope.rows[np.searchsorted(scope.rows, spread.n) :]
    scores = version.nearest.scores
    return spread.background(vector, scores(vector, without), scores(vector, beside))
