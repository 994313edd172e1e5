"""The one promise every embedding runtime keeps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Halves = NDArray[np.float16]
Spans = Sequence[tuple[int, int]]
Precision = Literal["fp32", "bf16"]  # of the numbers that a model computes with, not of those it gives


def nothing_begun() -> None:
    """There is nothing to leave."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Passages and their spans under way: `result` waits for them, `cancel` leaves those that nobody has begun."""

    result: Callable[[], tuple[Vectors, Halves]]
    cancel: Callable[[], None] = nothing_begun


class Embedder(Protocol):
    """Turns text into unit vectors: float32, C-contiguous, L2 norm 1, so that a dot product is a cosine.

    `name` identifies the model and its weights: vectors of two embedders are comparable exactly when the names are
    equal. Passages and queries may be embedded differently by one model, never by different ones. A text longer than
    the model's window is cut by the model's own tokenizer. Safe to call from several threads.

    `reads` is empty where queries are read in the model's usual way, and else says how: what is found may differ then.
    """

    name: str
    dim: int
    reads: str = ""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Array of shape (len(texts), dim), rows in the order of `texts`; shape (0, dim) for no texts."""
        ...

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        """The passages' vectors, and one for each of their spans, (spans of all texts, dim), in their order.

        A span is (start, end) in code points of its text, and its vector what the model makes of it within the whole
        text, or of as much of it from a span before on as its window holds. These are many and only ever compared, so
        half precision is enough. Zeros stand for a span of which the model makes nothing.
        """
        ...

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        """As `embed_spans`, without waiting for the end where other threads read; else all is read when it is asked
        for. What is begun is ended, or cancelled, in the order in which it was begun."""
        return Reading(partial(self.embed_spans, texts, spans))

    def load(self) -> None:
        """Gets ready to read passages, for which the first would wait else."""
        return

    def embed_query(self, text: str) -> Vectors:
        """Array of shape (dim,). The same text gives the same bytes whatever was asked before."""
        ...


def unit(vectors: Vectors) -> Vectors:
    """The same directions at length one, laid out as every embedder gives them."""
    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    scaled: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return scaled
