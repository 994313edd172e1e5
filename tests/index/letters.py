"""A tiny corpus of invented papers, an embedder one can compute by hand, and a way to build an index of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.values import Citation, CitingSentence, ExternalId, Hub, Paper, Stated
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import each_alone
from tests.built import build_version


class LettersEmbedder(Embedder):
    """Three dimensions: one more than how many a's, b's and c's, at unit length. Remembers what it was asked."""

    def __init__(self, name: str = "letters") -> None:
        self.name, self.dim = name, 3
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.asked.extend(texts)
        rows = np.array([[1 + text.count(c) for c in "abc"] for text in texts], dtype=np.float32).reshape(-1, 3)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text])[0]
        return row


PAPERS = (
    Paper("arxiv:2301.00001", "aaa", abstract="b", year=2023, venue="ACL", aliases=("doi:10.1/one", "shared:alias")),
    Paper("arxiv:2301.00002", "bbb", tldr="c c", tldr_source="source", authors=("Ada Ä.", "Bo"), year=2024),
    Paper("arxiv:2301.00003", "ccc", ids=(ExternalId("doi", "10.1/three"),), venue="EMNLP", aliases=("shared:alias",)),
    Paper("local:four", "", year=1999, venue="ACL"),
)
HUBS = (
    Hub(Paper("arxiv:2300.00002", "Second hub"), known_total=7),
    Hub(
        Paper("arxiv:2300.00001", "First hub", aliases=("doi:10.1/hub",)),
        as_of="2024-01-31",
        stated=Stated(kind="method", share=0.25, roles=(("method", 3), ("other", 1))),
    ),
    Hub(Paper("arxiv:2300.00003", "Hub nobody cites")),
)
CITATIONS = (
    Citation("arxiv:2300.00001", "arxiv:2301.00001", role="method", polarity="support", influential=True),
    Citation("arxiv:2300.00001", "arxiv:2301.00003", contexts=(CitingSentence("We use it.", "Intro", "method"),)),
    Citation("arxiv:2300.00002", "arxiv:2301.00002", role="other", self_citation=False, role_confidence=0.5),
    Citation("arxiv:2300.00002", "arxiv:2301.00003", polarity="unclear", label_source="model"),
)

Build = Callable[..., Path]


@pytest.fixture
def papers() -> tuple[Paper, ...]:
    return PAPERS


@pytest.fixture
def hubs() -> tuple[Hub, ...]:
    return HUBS


@pytest.fixture
def citations() -> tuple[Citation, ...]:
    return CITATIONS


@pytest.fixture
def letters() -> LettersEmbedder:
    return LettersEmbedder()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def build(root: Path, letters: LettersEmbedder) -> Build:
    """Builds the tiny corpus under `root`; any argument of `build_version` may be given instead."""

    def built(**changes: Any) -> Path:
        given = {"papers": PAPERS, "citations": CITATIONS, "hubs": HUBS, "embedder": letters, "revision": 1}
        return build_version(root, **{**given, **changes})

    return built
