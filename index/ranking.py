"""Scores papers for a query by both legs: what each says, what they say together, and how likely relevance is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows, Scores, Vectors
from index.calibration import THRESHOLD, Background, background, probabilities
from index.fusion import Fused, fused, meaning, rounded, semantic_part
from index.scope import Scope
from index.values import Mode
from index.version import IndexVersion
from index.worded import Worded

Order = NDArray[np.intp]

GROUPS = 4  # of scores for each that is sought: with more, too few are left to look at; with fewer, too many
FEW = 100  # scores that are sorted at once
CLOSEST_OF = 300  # the best papers of the first look, which are read sentence by sentence
# But for those that are neither among the very best nor likely to be made relevant by a sentence. Of 500 queries to
# 32,204 papers 3 of all first ten hits were not among these; 808 papers became relevant so, the least likely from 0.18.
ALWAYS_READ, HOPEFUL = 100, 0.15


@dataclass(frozen=True)
class Ranking:
    """Every array is side by side with `rows`, which ascend. `asked` are the stems the words leg looked for,
    `weights` what each of them tells.

    `cosine` is that of the paper as a whole, `meaning` what the semantic leg goes by. `lexical` is BM25 of the paper's
    own words and, weighed, of its citing sentences; `told` is these sentences' part. `coverage` is the share of the
    query's telling weight that both hold. `beyond` counts the rows that were not looked at, as they are behind these
    both by their codes and by their words.
    """

    rows: Rows
    asked: tuple[str, ...]
    weights: Mapping[str, float]
    cosine: Scores
    meaning: Scores
    lexical: Scores
    told: Scores
    coverage: Scores
    fused: Fused
    probability: Scores
    beyond: int = 0

    @property
    def scores(self) -> Scores:
        return self.fused.scores

    @cached_property
    def relevant(self) -> NDArray[np.bool_]:
        return self.probability >= THRESHOLD

    def order(self, count: int, *, relevant_only: bool = False) -> Order:
        """The best `count` places, best score first, equal scores by row."""
        if not relevant_only:
            return best_first(self.scores, count)
        places = np.flatnonzero(self.relevant)
        return places[best_first(self.scores[places], count)]


def rank(
    version: IndexVersion,
    scope: Scope,
    rows: Rows,
    said: Worded,
    vector: Vectors,
    mode: Mode,
    among: Background | None = None,
) -> Ranking:
    """Exact scores of these rows of the scope, of which `said` has what the words leg says; `among` says what the
    scope's cosines are like, where that is known already.

    In lexical mode only those remain that hold a word of the query, or whose citing sentences do.
    """
    if mode == "lexical":
        rows, said = said.holding(rows)
    cosine, among = _cosines(version, scope, rows, vector, among)
    closest = close = cosine
    both = fused(semantic_part(cosine, mode), said.part)
    if mode != "lexical":
        best = best_first(both.scores, CLOSEST_OF)
        read = _worth_reading(best, cosine, said, among) if mode == "hybrid" else np.sort(best)
        closest = closest_sentences(version, scope, rows, vector, cosine, read)
        close = cosine.copy()
        close[read] = meaning(cosine[read], closest[read])
        both.put(read, semantic_part(close[read], mode))
    chances = probabilities(cosine, closest, said.coverage, said.telling, among)
    weights = version.lexical.weights(said.asked)
    return Ranking(rows, said.asked, weights, cosine, close, said.words, said.told, said.coverage, both, chances)


def _cosines(
    version: IndexVersion, scope: Scope, rows: Rows, vector: Vectors, among: Background | None
) -> tuple[Scores, Background]:
    if among is not None:
        return rounded(version.nearest.scores(vector, rows)), among
    near = rounded(version.nearest.scores(vector, scope.rows))
    return near if rows.size == near.size else near[scope.places(rows)], background(near)


def _worth_reading(best: Order, cosine: Scores, said: Worded, among: Background) -> Order:
    """Of the best places by both legs, which come best first, those to be read sentence by sentence, ascending."""
    further = best[ALWAYS_READ:]
    whole = cosine[further]  # all that is known of their sentences: none of these is farther than that
    hopeful = probabilities(whole, whole, said.coverage[further], said.telling, among) >= HOPEFUL
    return np.sort(np.concatenate([best[:ALWAYS_READ], further[hopeful]]))


def closest_sentences(
    version: IndexVersion, scope: Scope, rows: Rows, vector: Vectors, cosine: Scores, read: Order
) -> Scores:
    """The cosine of the whole of each paper, or of its closest sentence where that is closer, citing ones included.

    Only those in the places of `read`, which ascend, are read sentence by sentence. Where they are the best by the
    whole, none of the others can overtake one of them, since closeness only grows by it.
    """
    closest = cosine.copy()
    held = rounded(version.sentences.closest(vector, rows[read]))
    among, citations = scope.told_by(rows[read])
    if citations.size:
        np.maximum.at(held, among, rounded(version.contexts.closest(vector, citations)))
    closest[read] = np.maximum(closest[read], held)
    return closest


def best_first(scores: NDArray[np.floating] | NDArray[np.int64], count: int | None = None) -> Order:
    """Places by falling score, equal scores by place; only the first `count` of them, unless that is None."""
    if count is None or count >= scores.size or scores.size <= FEW:
        return (-scores).argsort(kind="stable")[:count]  # NumPy's function of that name takes three times as long
    if count <= 0:
        return np.empty(0, dtype=np.intp)
    candidates = (scores >= reached(scores, count)).nonzero()[0]
    return candidates[(-scores[candidates]).argsort(kind="stable")][:count]


def reached(scores: NDArray[np.floating] | NDArray[np.int64], count: int) -> float:
    """A score that at least `count` reach and few more: the best of many small groups of scores tell of it."""
    length = scores.size // (GROUPS * count)
    if length < 2:
        return float(np.partition(scores, scores.size - count)[scores.size - count])
    groups = scores.size // length
    best = scores[: groups * length].reshape(length, groups).max(axis=0)  # scores far apart, which are read in order
    best.partition(groups - count)
    return float(best[groups - count])


def ranks_at(scores: Scores, places: Order) -> list[int]:
    """The rank of each of these places, from 1, among all places by falling score, equal scores by place."""
    if not places.size:
        return []
    held = np.flatnonzero(scores >= scores[places].min())
    high = scores[held]
    ranks = []
    for before, score in zip(held.searchsorted(places).tolist(), scores[places].tolist(), strict=True):
        ranks.append(1 + int(np.count_nonzero(high > score) + np.count_nonzero(high[:before] == score)))
    return ranks
