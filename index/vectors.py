"""The one promise every vector index keeps, and the choice between the indexes there are."""

from collections.abc import Sequence
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from index.arrays import Mask, Vectors

Rows = NDArray[np.int64]
SomeRows = NDArray[np.integer[Any]] | Sequence[int]
Engine = Literal["exact", "faiss"]


class VectorIndex(Protocol):
    """Finds the vectors with the largest dot product among the n rows it was opened on, which it never changes.

    Rows and queries are unit vectors, so a score is a cosine; larger is better. Hits come best first, equal scores in
    the order of rows. A row's score for a query depends on these two vectors alone: not on k, the mask, the other
    queries or where the row stands, so equal rows have equal scores. Safe to call from several threads.
    """

    def search(self, queries: Vectors, k: int, allowed: Mask | None = None) -> tuple[Rows, Vectors]:
        """Rows and scores, both (len(queries), k); `allowed` has one truth per row, and None allows every row.

        Where fewer than k rows are allowed the rest is padded with row -1 and score -inf. k must be at least 0.
        """
        ...

    def scores(self, query: Vectors, rows: SomeRows | None = None) -> Vectors:
        """The score of each of these rows for one query of shape (dim,), in their order; None: of every row."""
        ...


def open_vector_index(engine: Engine, vectors: Vectors) -> VectorIndex:
    """An index over `vectors` (n, dim), which may be memory-mapped and is not copied."""
    match engine:
        case "exact":
            from index.nearest.exact import ExactIndex

            return ExactIndex(vectors)
        case "faiss":
            from index.faiss.flat import FaissFlat

            return FaissFlat(vectors)
        case _:
            raise ValueError(f"unknown vector index {engine!r}; choose exact or faiss")


def best(rows: Rows, scores: Vectors, k: int) -> tuple[Rows, Vectors]:
    """The k largest scores and their rows, best first, equal scores in the order of rows."""
    order = np.lexsort((rows, -scores))[:k]
    return rows[order], scores[order]
