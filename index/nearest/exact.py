"""Exact nearest neighbours, row by row: the definition of correct, against which every other index is compared."""

import numpy as np

from index.arrays import Mask, Vectors
from index.faiss.products import products
from index.vectors import Rows, SomeRows, best


class ExactIndex:
    """Compares the query with every allowed row."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def search(self, queries: Vectors, k: int, allowed: Mask | None = None) -> tuple[Rows, Vectors]:
        n = len(self._vectors)
        candidates = np.arange(n) if allowed is None else np.flatnonzero(allowed)
        found_rows = np.full((len(queries), k), -1, dtype=np.int64)
        found_scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        for number, query in enumerate(queries):
            rows, scores = best(candidates, self.scores(query, None if allowed is None else candidates), k)
            found_rows[number, : len(rows)], found_scores[number, : len(rows)] = rows, scores
        return found_rows, found_scores

    def scores(self, query: Vectors, rows: SomeRows | None = None) -> Vectors:
        return products(self._vectors, query, rows)
