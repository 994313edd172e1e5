"""Maximal marginal relevance: the next paper is relevant and unlike those shown, so twins do not crowd a page."""

import numpy as np
from numpy.typing import NDArray

from index.arrays import Vectors
from index.nearest.stacked import StackedVectors

TWIN = 0.95  # the cosine from which two papers say almost the same
POOL = 300  # papers reordered; the ranking below stays, so that pages do not depend on how far one reads

Order = NDArray[np.int64]


def diversified(
    scores: NDArray[np.floating], vectors: Vectors | StackedVectors, rows: NDArray[np.integer], diversity: float
) -> Order:
    """The places of best-first `scores` in a new order: next comes the largest (1 - d) score - d likeness.

    Place i is the paper whose vector is `vectors[rows[i]]`. Scores are stretched over [0, 1]; likeness is the largest
    cosine with a paper already placed. Each near-duplicate already placed makes a score count (1 - d) times less again,
    since another copy adds next to nothing. Ties keep their order.
    """
    pool = min(POOL, len(scores))
    held = np.asarray(vectors[rows[:pool]])
    spread = float(scores[0] - scores[pool - 1]) if pool else 0.0
    relevance = (scores[:pool] - scores[pool - 1]) / spread if spread > 0 else np.zeros(pool)
    likeness, twins = np.zeros(pool), np.zeros(pool)
    waiting = np.ones(pool, dtype=bool)
    order: list[int] = []
    for _ in range(pool):
        value = np.where(waiting, relevance * (1 - diversity) ** (1 + twins) - diversity * likeness, -np.inf)
        best = int(np.argmax(np.round(value, 6)))
        order.append(best)
        waiting[best] = False
        alike = held @ held[best]
        likeness, twins = np.maximum(likeness, alike), twins + (alike >= TWIN)
    return np.concatenate([np.array(order, dtype=np.int64), np.arange(pool, len(scores), dtype=np.int64)])
