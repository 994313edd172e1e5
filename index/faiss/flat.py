"""FAISS over all rows: what its IndexFlatIP does, on the vectors where they lie instead of on a copy of its own."""

import faiss
import numpy as np

from index.arrays import Mask, Vectors
from index.faiss.products import THREADS, products
from index.vectors import Rows, SomeRows, best

SLACK = 1e-5  # more than rounding can move the score of two unit vectors, however FAISS adds it up


class FaissFlat:
    """FAISS finds somewhat more than k candidates, which are then scored and ordered as the exact index does it."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = np.ascontiguousarray(vectors, dtype=np.float32)  # FAISS reads raw memory; no copy if it is so

    def search(self, queries: Vectors, k: int, allowed: Mask | None = None) -> tuple[Rows, Vectors]:
        total = len(self._vectors) if allowed is None else int(np.count_nonzero(allowed))
        found_rows = np.full((len(queries), k), -1, dtype=np.int64)
        found_scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        if min(k, total, len(queries)) > 0:
            wide = min(total, k + k // 8 + 8)
            for number, near in enumerate(zip(queries, *self._candidates(queries, wide, allowed), strict=True)):
                rows, scores = self._settle(*near, k=k, total=total, allowed=allowed)
                found_rows[number, : len(rows)], found_scores[number, : len(rows)] = rows, scores
        return found_rows, found_scores

    def scores(self, query: Vectors, rows: SomeRows | None = None) -> Vectors:
        return products(self._vectors, query, rows)

    def _settle(
        self, query: Vectors, near: Rows, rough: Vectors, *, k: int, total: int, allowed: Mask | None
    ) -> tuple[Rows, Vectors]:
        """Asks for more candidates until none of those left out can be among the best k, not even by a tie."""
        while True:
            rows, scores = best(near, self.scores(query, near), k)
            if len(near) == total or rough[-1] + SLACK < scores[-1]:
                return rows, scores
            (near,), (rough,) = self._candidates(query[np.newaxis], min(total, 2 * len(near)), allowed)

    def _candidates(self, queries: Vectors, k: int, allowed: Mask | None) -> tuple[Rows, Vectors]:
        queries = np.ascontiguousarray(queries, dtype=np.float32)
        rows, scores = np.empty((len(queries), k), dtype=np.int64), np.empty((len(queries), k), dtype=np.float32)
        bits = None if allowed is None else np.packbits(allowed, bitorder="little")
        chosen = None if bits is None else faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
        # FAISS shares out queries, not rows: more threads than queries only wait, and slow down all others
        faiss.omp_set_num_threads(min(len(queries), THREADS))
        faiss.knn_inner_product(
            faiss.swig_ptr(queries),
            faiss.swig_ptr(self._vectors),
            self._vectors.shape[1],
            len(queries),
            len(self._vectors),
            k,
            faiss.swig_ptr(scores),
            faiss.swig_ptr(rows),
            chosen,
        )
        return rows, scores
