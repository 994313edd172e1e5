"""A query asked again is not embedded again, and is given the very vector it had."""

from collections.abc import Sequence

import numpy as np
import pytest

from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.remembered import RememberedQueries


class Counting(Embedder):
    """Embeds a text as its length, and counts how often it was asked to."""

    name, dim = "counting", 1

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([[len(text)] for text in texts], dtype=np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return self.embed_passages(texts), np.zeros((0, 1), dtype=np.float16)

    def embed_query(self, text: str) -> Vectors:
        self.asked.append(text)
        return np.array([len(text)], dtype=np.float32)


def test_the_queries_asked_last_are_remembered() -> None:
    inner = Counting()
    embedder = RememberedQueries(inner, kept=2)
    assert [float(embedder.embed_query(text)[0]) for text in ("a", "bb", "a", "ccc", "bb", "a")] == [1, 2, 1, 3, 2, 1]
    assert inner.asked == ["a", "bb", "ccc", "bb", "a"]


def test_a_shared_vector_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        RememberedQueries(Counting()).embed_query("a")[0] = 9


def test_passages_go_through() -> None:
    embedder = RememberedQueries(Counting())
    assert embedder.embed_passages(["ab", ""]).tolist() == [[2], [0]]
    assert embedder.embed_spans(["ab"], [[]])[0].tolist() == [[2]]
