"""Nearest neighbours among more vectors than can be read for every query: codes propose, the vectors decide."""

import numpy as np

from index.arrays import Mask, Vectors
from index.faiss.codes import Codes
from index.faiss.flat import FaissFlat
from index.faiss.plan import FEW
from index.vectors import Rows, SomeRows, best

WIDER = 2  # times as many candidates as rows are asked for, where that is more than were found to do for ten


class Sized:
    """Scores are exact and hits in order, but one may be missing: the codes' `candidates` hold ten of the nearest ten
    as often as the index was tuned to (`index.nearest.tuning`), of more than ten somewhat less often.

    Where a filter leaves few rows none is missing.
    """

    def __init__(self, vectors: Vectors, codes: Codes, candidates: int) -> None:
        self._vectors = FaissFlat(vectors)
        self._codes, self._candidates, self._n = codes, candidates, len(vectors)

    def search(self, queries: Vectors, k: int, allowed: Mask | None = None) -> tuple[Rows, Vectors]:
        found_rows = np.full((len(queries), k), -1, dtype=np.int64)
        found_scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        few = None if allowed is None else few_of(allowed)
        for number, query in enumerate(queries if k else ()):
            near = self._codes.propose(query, max(self._candidates, WIDER * k), allowed) if few is None else few
            rows, scores = best(near, self.scores(query, near), k)
            found_rows[number, : len(rows)], found_scores[number, : len(rows)] = rows, scores
        return found_rows, found_scores

    def scores(self, query: Vectors, rows: SomeRows | None = None) -> Vectors:
        return self._vectors.scores(query, rows)


def few_of(allowed: Mask) -> Rows | None:
    """The rows allowed, where they are so few that each of them is read."""
    if np.count_nonzero(allowed) > FEW * len(allowed):
        return None
    return np.flatnonzero(allowed)
