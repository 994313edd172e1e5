"""Scores papers for a query by both legs: what each says, what they say together, and how likely relevance is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.calibration import THRESHOLD, background, probabilities
from index.fusion import CONTEXT_WEIGHT, Fused, fuse, meaning
from index.scope import Scope
from index.tokens import query_stems, telling_stems
from index.values import Mode
from index.vectors import Vectors
from index.version import IndexVersion

Rows = NDArray[np.int32]
Scores = NDArray[np.float64]
Order = NDArray[np.int64]

CLOSEST_OF = 300  # the best papers of the first look, which are read sentence by sentence


@dataclass(frozen=True)
class Ranking:
    """Every array is side by side with `rows`, which ascend. `asked` are the stems the words leg looked for,
    `weights` what each of them tells.

    `cosine` is that of the paper as a whole, `meaning` what the semantic leg goes by. `lexical` is BM25 of the paper's
    own words and, weighed, of its citing sentences; `told` is these sentences' part.
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

    @cached_property
    def scores(self) -> Scores:
        return self.fused.scores

    @cached_property
    def order(self) -> Order:
        """Places, best score first, equal scores by row."""
        return best_first(self.scores)

    @cached_property
    def relevant(self) -> NDArray[np.bool_]:
        return self.probability >= THRESHOLD

    @cached_property
    def semantic_ranks(self) -> Order:
        return ranks(self.meaning)

    @cached_property
    def lexical_ranks(self) -> Order:
        return ranks(self.lexical)


def rank(version: IndexVersion, scope: Scope, rows: Rows, text: str, vector: Vectors, mode: Mode) -> Ranking:
    """Exact scores of these rows of the scope.

    In lexical mode only those remain that hold a word of the query, or whose citing sentences do.
    """
    asked = tuple(query_stems(text))
    bound = version.lexical.bound(asked) or 1.0
    told = rounded(CONTEXT_WEIGHT[mode] * bound * context_matches(version, scope, asked))
    words = rounded(version.lexical.weigh(asked)) + told
    if mode == "lexical":
        rows = rows[words[rows] > 0]
    near = rounded(version.nearest.scores(vector, scope.rows))
    cosine, lexical = near[np.searchsorted(scope.rows, rows)], words[rows]
    closest = cosine
    if mode != "lexical":
        first = best_first(fuse(cosine, lexical / bound, mode).scores)[:CLOSEST_OF]
        closest = closest_sentences(version, scope, rows, vector, cosine, first)
    close = meaning(cosine, closest)
    coverage = version.lexical.coverage(text)[rows].astype(np.float64)
    chances = probabilities(cosine, closest, coverage, len(telling_stems(text)), background(near))
    weights, fused = version.lexical.weights(asked), fuse(close, lexical / bound, mode)
    return Ranking(rows, asked, weights, cosine, close, lexical, told[rows], fused, chances)


def closest_sentences(
    version: IndexVersion, scope: Scope, rows: Rows, vector: Vectors, cosine: Scores, first: Order
) -> Scores:
    """The cosine of the whole of each paper, or of its closest sentence where that is closer, citing ones included.

    Only those in the `first` places are read sentence by sentence. None of the others can overtake one of them, since
    closeness only grows by it.
    """
    closest = cosine.copy()
    read = np.sort(first)
    held = rounded(version.sentences.closest(vector, rows[read]))
    for hub, members in scope.members:
        span = version.snapshot.citation_span(hub)
        if version.contexts.starts[span.stop] > version.contexts.starts[span.start]:
            _, among, places = np.intersect1d(rows[read], members.rows, assume_unique=True, return_indices=True)
            told = rounded(version.contexts.closest(vector, span.start + places))
            held[among] = np.maximum(held[among], told)
    closest[read] = np.maximum(closest[read], held)
    return closest


def context_matches(version: IndexVersion, scope: Scope, asked: Sequence[str]) -> Scores:
    """How well each row's citing sentences match, in [0, 1]: those of its citation of the best hub in scope."""
    matches = np.zeros(version.snapshot.n)
    for hub, members in scope.members:
        places, matched = version.lexical.contexts.matched(asked, version.snapshot.citation_span(hub))
        rows = members.rows[places]
        matches[rows] = np.maximum(matches[rows], matched)
    return matches


def rounded(scores: NDArray[np.floating]) -> Scores:
    """To six decimals: what differs beyond is the order of additions, not relevance."""
    return np.asarray(np.round(scores.astype(np.float64), 6), dtype=np.float64)


def best_first(scores: Scores) -> Order:
    """Places by falling score, equal scores by place."""
    return np.argsort(-scores, kind="stable")


def ranks(scores: Scores) -> Order:
    """The rank of each place, from 1."""
    order = best_first(scores)
    ranked = np.empty(order.size, dtype=np.int64)
    ranked[order] = np.arange(1, order.size + 1)
    return ranked
