"""A tiny hub of eight invented citers, and an embedder whose vectors can be worked out by hand."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.values import Citation, CitingSentence, Hub, Paper
from embeddings.embedder import Embedder, Halves, Spans
from embeddings.spans import each_alone
from index.arrays import Vectors
from index.searcher import Searcher
from index.text.passages import paper_parts
from index.version import IndexVersion, open_current
from tests.built import build_version
from tests.index.letters import build, citations, hubs, letters, papers, root

__all__ = ["build", "citations", "hubs", "letters", "papers", "root"]  # fixtures of another tiny corpus

HUB = "arxiv:2306.02707"


class ThreeWordsEmbedder(Embedder):
    """How often a text says student, search and image, then a 1 for every passage and a 1 for every query.

    So a query of none of the three words is at right angles to every passage.
    """

    name, dim = "three-words", 5

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return unit([[*counts(text), 1, 0] for text in texts]).reshape(len(texts), self.dim)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        vector: Vectors = unit([[*counts(text), 0, 1]])[0]
        return vector


def counts(text: str) -> list[int]:
    return [text.lower().count(word) for word in ("student", "search", "image")]


def unit(rows: list[list[int]]) -> Vectors:
    vectors = np.array(rows, dtype=np.float32).reshape(-1, ThreeWordsEmbedder.dim)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), dtype=np.float32)


PAPERS = (
    Paper(HUB, "Learning from a teacher", abstract="The hub itself.", year=2023, aliases=("s2:77",)),
    Paper(
        "local:a",
        "Distilled student networks",
        tldr="A student copies its teacher. Fine-tuning the student is cheap.",
        authors=("Ana López", "Bo Smith"),
        year=2023,
        venue="ACL",
    ),
    Paper("local:b", "A survey of distillation", abstract="We review student models.", year=2024, venue="acl"),
    Paper("local:c", "Dense search", tldr="Search with vectors.", authors=("Bo van Dyk",), year=2024, venue="EMNLP"),
    Paper("local:d", "Sparse search", abstract="Search with words. It is fast.", year=2022),
    Paper("local:e", "Image search with Phi-4-reasoning", tldr="An image is found by text.", year=2024, venue="CVPR"),
    Paper("local:f", "Image synthesis", abstract="An image is drawn. An image is rated.", year=None),
    Paper("local:g", "Student image models", tldr="A student draws an image.", year=2025, venue="CVPR"),
    Paper("local:h", "Reward models", abstract="RLHF at 1.3B parameters. People rank answers.", year=2025),
)
CITATIONS = (
    Citation(HUB, "local:a", role="method", polarity="support", influential=True, self_citation=False),
    Citation(HUB, "local:b", role="background", polarity="neutral"),
    Citation(HUB, "local:c", role="method", polarity="contrast", influential=False),
    Citation(HUB, "local:d", role="background"),
    Citation(HUB, "local:e", role="method", polarity="support", self_citation=True),
    Citation(HUB, "local:f"),
    Citation(HUB, "local:g", role="result", contexts=(CitingSentence("We start from its explanation traces."),)),
    Citation(HUB, "local:h", role="background"),
)

Make = Callable[..., IndexVersion]
Closest = Callable[[Paper, Vectors], float]


@pytest.fixture(scope="session")
def embedder() -> ThreeWordsEmbedder:
    return ThreeWordsEmbedder()


@pytest.fixture(scope="session")
def closest(embedder: ThreeWordsEmbedder) -> Closest:
    """The largest cosine of a paper's title or one of its sentences with a query, in 255 steps as it is kept."""

    def largest(paper: Paper, vector: Vectors) -> float:
        sentences = embedder.embed_passages(paper_parts(paper).sentences).astype(np.float16).astype(np.float32)
        steps = np.abs(sentences).max(axis=1, keepdims=True) / np.float32(127)
        return float((np.rint(sentences / steps) * steps @ vector.astype(np.float64)).max(initial=-1))

    return largest


@pytest.fixture
def make_version(tmp_path: Path, embedder: ThreeWordsEmbedder) -> Make:
    """Builds and opens a version of any papers, citations and hubs."""

    def make(papers: Sequence[Paper], citations: Sequence[Citation] = (), hubs: Sequence[Hub] = ()) -> IndexVersion:
        build_version(tmp_path, papers=papers, citations=citations, hubs=hubs, embedder=embedder, revision=1)
        version = open_current(tmp_path, model=embedder.name)
        assert version is not None
        return version

    return make


@pytest.fixture(scope="session")
def version(tmp_path_factory: pytest.TempPathFactory, embedder: ThreeWordsEmbedder) -> IndexVersion:
    root = tmp_path_factory.mktemp("index")
    hubs = [Hub(PAPERS[0], known_total=20, as_of="2026-05-01")]
    build_version(root, papers=PAPERS, citations=CITATIONS, hubs=hubs, embedder=embedder, revision=1)
    opened = open_current(root, model=embedder.name)
    assert opened is not None
    return opened


@pytest.fixture(scope="session")
def searcher(version: IndexVersion, embedder: ThreeWordsEmbedder) -> Searcher:
    return Searcher(version, embedder)
