"""The mean and deviation of a query's cosines with all vectors of an index, without reading the vectors."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays import Vectors
from index.calibration import Background

Sums = NDArray[np.float64]
BLOCK = 8192  # vectors added up at a time, in single precision; the sums of blocks are added in double


def sums_of(vectors: Vectors) -> Sums:
    """(1 + dim, dim): the sum of the vectors, and below it that of their products with themselves."""
    dim = vectors.shape[1]
    sums = np.zeros((1 + dim, dim))
    for start in range(0, len(vectors), BLOCK):
        some = vectors[start : start + BLOCK]
        sums[0] += some.sum(axis=0, dtype=np.float64)
        sums[1:] += some.T @ some
    return sums


def write_spread(path: Path, vectors: Vectors) -> None:
    np.save(path, sums_of(vectors))


class Spread:
    """Of n vectors. The mean of q·v is q·(mean of v), and that of its square q·(mean of vvᵀ)·q."""

    def __init__(self, sums: Sums, n: int) -> None:
        self._sums, self.n = sums, n

    def background(self, query: Vectors, without: Vectors, beside: Vectors) -> Background:
        """The cosines of all the vectors but for some, `without`, and with others, `beside`."""
        taken, given = without.astype(np.float64), beside.astype(np.float64)
        papers = self.n - taken.size + given.size
        if papers == 0:
            return Background(0.0, 0.0, 0)
        asked = query.astype(np.float64)
        mean = (self._sums[0] @ asked - taken.sum() + given.sum()) / papers
        square = (asked @ self._sums[1:] @ asked - taken @ taken + given @ given) / papers
        return Background(float(mean), float(np.sqrt(max(square - mean**2, 0.0))), papers)
