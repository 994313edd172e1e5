"""Scores papers for a query by both legs: what each says, what they say together, and how likely relevance is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.calibration import THRESHOLD, Background, background, probabilities
from index.fusion import CONTEXT_WEIGHT, Fused, fuse, meaning
from index.scope import Scope
from index.tokens import query_stems, telling_stems
from index.values import Mode
from index.vectors import Vectors
from index.version import IndexVersion

Rows = NDArray[np.int32]
Scores = NDArray[np.float64]
Order = NDArray[np.intp]

GROUPS = 4  # of scores for each that is sought: with more, too few are left to look at; with fewer, too many
FEW = 100  # scores that are sorted at once
CLOSEST_OF = 300  # the best papers of the first look, which are read sentence by sentence


@dataclass(frozen=True)
class Ranking:
    """Every array is side by side with `rows`, which ascend. `asked` are the stems the words leg looked for,
    `weights` what each of them tells.

    `cosine` is that of the paper as a whole, `meaning` what the semantic leg goes by. `lexical` is BM25 of the paper's
    own words and, weighed, of its citing sentences; `told` is these sentences' part. `beyond` counts the rows that were
    not looked at, as they are behind these both by their codes and by their words.
    """

    rows: Rows
    asked: tuple[str, ...]
    weights: Mapping[str, float]
    cosine: Scores
    meaning: Scores
    lexical: Scores
    told: Scores
    fused: Fused
    probability: Scores
    beyond: int = 0

    @cached_property
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
    text: str,
    vector: Vectors,
    mode: Mode,
    among: Background | None = None,
) -> Ranking:
    """Exact scores of these rows of the scope; `among` says what its cosines are like, where that is known already.

    In lexical mode only those remain that hold a word of the query, or whose citing sentences do.
    """
    asked, lexical = tuple(query_stems(text)), version.lexical
    bound = lexical.bound(asked) or 1.0
    words = rounded(lexical.weigh(asked, rows))
    told = np.zeros(rows.size)
    if scope.telling.size:
        told = rounded(context_weight(version, asked, mode) * context_matches(version, scope, rows, asked))
        words += told
    if mode == "lexical":
        held = words > 0
        rows, told, words = rows[held], told[held], words[held]
    cosine, among = _cosines(version, scope, rows, vector, among)
    closest = close = cosine
    fused = fuse(cosine, words / bound, mode)
    if mode != "lexical":
        read = np.sort(best_first(fused.scores, CLOSEST_OF))
        closest = closest_sentences(version, scope, rows, vector, cosine, read)
        close = cosine.copy()
        close[read] = meaning(cosine[read], closest[read])
        fused.semantic[read] = fuse(close[read], words[read] / bound, mode).semantic
    coverage = lexical.coverage(text, rows)
    chances = probabilities(cosine, closest, coverage, len(telling_stems(text)), among)
    return Ranking(rows, asked, lexical.weights(asked), cosine, close, words, told, fused, chances)


def context_weight(version: IndexVersion, asked: Sequence[str], mode: Mode) -> float:
    """What citing sentences that hold all that was asked add to BM25 of a paper's own words."""
    return CONTEXT_WEIGHT[mode] * (version.lexical.bound(asked) or 1.0)


def _cosines(
    version: IndexVersion, scope: Scope, rows: Rows, vector: Vectors, among: Background | None
) -> tuple[Scores, Background]:
    if among is not None:
        return rounded(version.nearest.scores(vector, rows)), among
    near = rounded(version.nearest.scores(vector, scope.rows))
    return near if rows.size == near.size else near[scope.places(rows)], background(near)


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


def context_matches(version: IndexVersion, scope: Scope, rows: Rows, asked: Sequence[str]) -> Scores:
    """How well the citing sentences of each of these rows match, in [0, 1]: those of its citation of the best hub."""
    matches, contexts = np.zeros(rows.size), version.lexical.contexts
    among, numbers = scope.told_by(rows)
    if numbers.size:
        np.maximum.at(matches, among, contexts.matched(asked, contexts.documents(numbers)))
    return matches


def rounded(scores: NDArray[np.floating]) -> Scores:
    """To six decimals: what differs beyond is the order of additions, not relevance."""
    found = scores.astype(np.float64)
    return np.round(found, 6, out=found)


def best_first(scores: NDArray[np.floating] | NDArray[np.int64], count: int | None = None) -> Order:
    """Places by falling score, equal scores by place; only the first `count` of them, unless that is None."""
    if count is None or count >= scores.size or scores.size <= FEW:
        return np.argsort(-scores, kind="stable")[:count]
    if count <= 0:
        return np.empty(0, dtype=np.intp)
    candidates = np.flatnonzero(scores >= reached(scores, count))
    return candidates[np.argsort(-scores[candidates], kind="stable")][:count]


def reached(scores: NDArray[np.floating] | NDArray[np.int64], count: int) -> float:
    """A score that at least `count` reach and few more: the best of many small groups of scores tell of it."""
    length = scores.size // (GROUPS * count)
    if length < 2:
        return float(np.partition(scores, scores.size - count)[scores.size - count])
    groups = scores.size // length
    best = scores[: groups * length].reshape(length, groups).max(axis=0)  # scores far apart, which are read in order
    return float(np.partition(best, groups - count)[groups - count])


def ranks_at(scores: Scores, places: Order) -> list[int]:
    """The rank of each of these places, from 1, among all places by falling score, equal scores by place."""
    if not places.size:
        return []
    high = np.flatnonzero(scores >= scores[places].min())
    order = high[np.argsort(-scores[high], kind="stable")]
    ranks = np.empty(high.size, dtype=np.intp)
    ranks[np.searchsorted(high, order)] = np.arange(1, high.size + 1)
    return [int(rank) for rank in ranks[np.searchsorted(high, places)]]
