"""Scores papers for a query by both legs: what each says, what they say together, and how likely relevance is."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.calibration import THRESHOLD, probabilities
from index.fusion import Fused, fuse
from index.tokens import query_stems
from index.values import Mode
from index.vectors import Vectors
from index.version import IndexVersion

Rows = NDArray[np.int32]
Scores = NDArray[np.float64]
Order = NDArray[np.int64]

VECTORS = "paper"


@dataclass(frozen=True)
class Ranking:
    """Every array is side by side with `rows`, which ascend. `asked` are the stems the words leg looked for."""

    rows: Rows
    asked: tuple[str, ...]
    cosine: Scores
    lexical: Scores
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
        return ranks(self.cosine)

    @cached_property
    def lexical_ranks(self) -> Order:
        return ranks(self.lexical)


def rank(version: IndexVersion, rows: Rows, text: str, vector: Vectors, mode: Mode) -> Ranking:
    """Exact scores of these rows; in lexical mode only the rows that hold a word of the query remain."""
    asked = tuple(query_stems(text))
    words = version.lexical.weigh(asked)
    if mode == "lexical":
        rows = rows[words[rows] > 0]
    cosine = rounded(version.nearest[VECTORS].scores(vector, rows))
    lexical = rounded(words[rows])
    coverage = version.lexical.coverage(text)[rows].astype(np.float64)
    fused = fuse(cosine, np.divide(lexical, version.lexical.bound(asked) or 1.0), mode)
    return Ranking(rows, asked, cosine, lexical, fused, probabilities(cosine, coverage, len(set(asked))))


def rounded(scores: NDArray[np.floating]) -> Scores:
    """To six decimals: what differs beyond is the order of additions, not relevance."""
    return np.asarray(np.round(scores, 6), dtype=np.float64)


def best_first(scores: Scores) -> Order:
    """Places by falling score, equal scores by place."""
    return np.argsort(-scores, kind="stable")


def ranks(scores: Scores) -> Order:
    """The rank of each place, from 1."""
    order = best_first(scores)
    ranked = np.empty(order.size, dtype=np.int64)
    ranked[order] = np.arange(1, order.size + 1)
    return ranked
