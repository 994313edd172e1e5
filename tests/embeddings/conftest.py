"""The packaged model in both runtimes, loaded once, and an embedder one can compute by hand."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from embeddings.cache import VectorCache, open_cache
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.models import open_embedder
from embeddings.spans import each_alone


class CountingEmbedder(Embedder):
    """Two dimensions: the length of the text and how many texts were embedded before it, at unit length."""

    def __init__(self, name: str = "counting") -> None:
        self.name, self.dim = name, 2
        self.calls: list[list[str]] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        before = sum(map(len, self.calls))
        self.calls.append(list(texts))
        rows = np.array([[len(text), before + i] for i, text in enumerate(texts)], dtype=np.float32).reshape(-1, 2)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text])[0]
        return row


@pytest.fixture
def counting() -> CountingEmbedder:
    return CountingEmbedder()


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[VectorCache]:
    opened = open_cache(tmp_path / "vectors")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of exports, with both of the packaged model in it."""
    folder = tmp_path_factory.mktemp("data") / "models"
    open_embedder(cache=folder).embed_query("")
    return folder


@pytest.fixture(scope="session")
def original() -> Embedder:
    """In sentence-transformers: what the model is meant to compute."""
    return open_embedder()


@pytest.fixture(scope="session")
def exported(models: Path) -> Embedder:
    """In ONNX Runtime, queries too in fp32."""
    return open_embedder(cache=models, exact=True)


@pytest.fixture(scope="session")
def integers(models: Path) -> Embedder:
    """As the product opens it: its queries are read with weights of eight bits."""
    return open_embedder(cache=models)


@pytest.fixture(scope="session", params=["original", "exported"])
def minilm(request: pytest.FixtureRequest) -> Embedder:
    """In each runtime in turn."""
    embedder: Embedder = request.getfixturevalue(request.param)
    return embedder
