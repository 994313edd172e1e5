"""The one promise every embedding runtime keeps."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns text into unit vectors: float32, C-contiguous, L2 norm 1, so that a dot product is a cosine.

    `name` identifies the model and its weights: vectors of two embedders are comparable exactly when the names are
    equal. Passages and queries may be embedded differently by one model, never by different ones. A text longer than
    the model's window is cut by the model's own tokenizer. Safe to call from several threads.
    """

    name: str
    dim: int

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Array of shape (len(texts), dim), rows in the order of `texts`; shape (0, dim) for no texts."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """Array of shape (dim,). The same text gives the same bytes whatever was asked before."""
        ...


def unit(vectors: Vectors) -> Vectors:
    """The same directions at length one, laid out as every embedder gives them."""
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    scaled: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return scaled
