"""What stands beside a search by codes: FAISS's exact scan called directly, and the true nearest ten under filters."""

from collections.abc import Sequence

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import Vectors
from index.arrays import Mask

Rows = NDArray[np.int64]

NEAREST = 10
BLOCK = 65_536


def scan(vectors: Vectors, query: Vectors) -> Rows:
    """The nearest ten by FAISS's exact inner product with every vector, in one thread, on the memory they are in."""
    (n, dim), asked = vectors.shape, np.ascontiguousarray(query[np.newaxis])
    k = min(NEAREST, n)
    scores, rows = np.empty((1, k), dtype=np.float32), np.empty((1, k), dtype=np.int64)
    faiss.omp_set_num_threads(1)
    found = faiss.swig_ptr(scores), faiss.swig_ptr(rows)
    faiss.knn_inner_product(faiss.swig_ptr(asked), faiss.swig_ptr(vectors), dim, 1, n, k, *found)
    return np.asarray(rows[0])


def scan_rows(vectors: Vectors, query: Vectors, rows: Rows) -> Vectors:
    """FAISS's inner product with each of these rows where it lies, in one thread."""
    scores = np.empty(len(rows), dtype=np.float32)
    asked, held = faiss.swig_ptr(np.ascontiguousarray(query)), faiss.swig_ptr(vectors)
    faiss.omp_set_num_threads(1)
    found = faiss.swig_ptr(scores), asked, held, faiss.swig_ptr(rows)
    faiss.fvec_inner_products_by_idx(*found, vectors.shape[1], 1, len(rows))  # type: ignore[attr-defined]
    return scores


def nearest(vectors: Vectors, queries: Vectors, filters: Sequence[Mask | None]) -> list[Rows]:
    """For each filter the nearest ten of every query, (queries, 10), -1 where fewer pass: all compared with all."""
    best = [np.full((len(queries), NEAREST), -np.inf, dtype=np.float32) for _ in filters]
    rows = [np.full((len(queries), NEAREST), -1, dtype=np.int64) for _ in filters]
    for start in range(0, len(vectors), BLOCK):
        products = queries @ vectors[start : start + BLOCK].T
        for place, allowed in enumerate(filters):
            here = np.arange(products.shape[1]) if allowed is None else np.flatnonzero(allowed[start : start + BLOCK])
            scores = products if allowed is None else products[:, here]
            if here.size:
                kept = np.argpartition(-scores, min(NEAREST, here.size) - 1, axis=1)[:, :NEAREST]
                every = np.hstack([best[place], np.take_along_axis(scores, kept, axis=1)])
                numbers = np.hstack([rows[place], start + here[kept]])
                order = np.argsort(-every, axis=1, kind="stable")[:, :NEAREST]
                best[place] = np.take_along_axis(every, order, axis=1)
                rows[place] = np.take_along_axis(numbers, order, axis=1)
    return rows
