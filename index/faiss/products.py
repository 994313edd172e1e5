"""The one definition of a score: FAISS's inner product of two vectors, read where they lie."""

import faiss
import numpy as np

from index.arrays import Vectors
from index.beside import shared
from index.vectors import SomeRows

THREADS = faiss.omp_get_max_threads()  # before any of ours asks for fewer, which FAISS then takes for the most


def products(vectors: Vectors, query: Vectors, rows: SomeRows | None = None) -> Vectors:
    """The dot product of the query (dim,) with each of these rows of `vectors` (n, dim), in their order; None: of all.

    FAISS takes one row after another, in one thread, so that the bits of a product depend on the two vectors alone. A
    matrix product's do not, and neither do those of FAISS's functions for many rows in a few dimensions: these group
    rows by where they stand. Raises IndexError where there is no such row, and ValueError where the query has other
    dimensions.
    """
    held = np.ascontiguousarray(vectors, dtype=np.float32)  # FAISS reads raw memory; no copy if it is so
    asked = np.ascontiguousarray(query, dtype=np.float32)
    wanted = np.arange(len(held)) if rows is None else np.ascontiguousarray(rows, dtype=np.int64)
    if asked.shape != held.shape[1:]:
        raise ValueError(f"expected a query of shape {held.shape[1:]}, found {asked.shape}")
    if rows is not None and wanted.size and wanted.view(np.uint64).max() >= len(held):  # a negative one is huge
        raise IndexError(f"expected rows below {len(held)}, found {wanted.min()} to {wanted.max()}")
    found = np.empty(len(wanted), dtype=np.float32)
    near, every = faiss.swig_ptr(asked), faiss.swig_ptr(held)

    def score(part: slice) -> None:
        here, there = found[part], wanted[part]
        faiss.omp_set_num_threads(1)
        faiss.fvec_inner_products_by_idx(  # type: ignore[attr-defined]
            faiss.swig_ptr(here), near, every, faiss.swig_ptr(there), held.shape[1], 1, len(here)
        )

    shared(score, len(wanted))
    return found
