"""Exact nearest neighbours in NumPy: the definition of correct, against which every other index is compared."""

import numpy as np

from index.vectors import Mask, Rows, SomeRows, Vectors

BLOCK = 256  # rows gathered at a time: they stay in the processor's cache until they are read again
MOST = 0.5  # of all rows from which on it is quicker to score every one


def dot(vectors: Vectors, query: Vectors) -> Vectors:
    """Dot products whose bits depend on the two vectors alone, as a matrix product's do not: it groups rows by where
    they stand."""
    products: Vectors = np.vecdot(vectors, query)
    return products


def dot_of(vectors: Vectors, query: Vectors, rows: SomeRows | None) -> Vectors:
    """The dot product of each of these rows, in their order; None: of every row."""
    if rows is None:
        return dot(vectors, query)
    wanted = np.asarray(rows)
    if len(wanted) > MOST * len(vectors):
        return np.asarray(dot(vectors, query)[wanted])
    if len(wanted) and wanted[-1] - wanted[0] == len(wanted) - 1 and (np.diff(wanted) == 1).all():
        return dot(vectors[wanted[0] : wanted[-1] + 1], query)
    products = np.empty(len(wanted), dtype=np.float32)
    gathered = np.empty((min(BLOCK, len(wanted)), len(query)), dtype=np.float32)
    for start in range(0, len(wanted), BLOCK):
        some = wanted[start : start + BLOCK]
        np.take(vectors, some, axis=0, out=gathered[: len(some)], mode="clip")  # into place only where it may clip
        products[start : start + BLOCK] = dot(gathered[: len(some)], query)
    return products


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
        return dot_of(self._vectors, query, rows)


def best(rows: Rows, scores: Vectors, k: int) -> tuple[Rows, Vectors]:
    """The k largest scores and their rows, best first, equal scores in the order of rows."""
    order = np.lexsort((rows, -scores))[:k]
    return rows[order], scores[order]
