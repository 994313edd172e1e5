"""A hub of invented papers about keeping bees, and an embedder whose cosines are shared words."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.values import Citation, CitingSentence, Hub, Paper
from embeddings.embedder import Embedder, Halves, Spans
from embeddings.spans import each_alone
from index.searcher import Searcher
from index.text.tokens import query_stems
from index.version import open_current
from tests.built import build_version

HUB = "local:hives"


class WordsEmbedder(Embedder):
    """A dimension for each stem in order of appearance: the cosine of two texts is the overlap of their stems."""

    name, dim = "words", 1024

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for stem in set(query_stems(text)):
                row[self._places.setdefault(stem, len(self._places)) % (self.dim - 1)] = 1
        rows[~rows.any(axis=1), -1] = 1
        return np.ascontiguousarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[NDArray[np.float32], Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.embed_passages([text])[0]
        return vector


def paper(name: str, title: str, tldr: str | None = None, abstract: str | None = None) -> Paper:
    return Paper(id=f"local:{name}", title=title, tldr=tldr, tldr_source="source" if tldr else None, abstract=abstract)


PAPERS = (
    paper(
        "dance",
        "Waggle dances and foraging distance",
        abstract="Bees were filmed for three summers. However, longer waggle dances point to more distant flowers. "
        "The dances of 240 workers from 12 hives were decoded.",
    ),
    paper(
        "drones",
        "Counting drones in spring",
        tldr="Drones leave the hive earlier in warm springs.",
        abstract="We counted drones with a camera. Drones leave the hive earlier in warm springs. Rain delays them.",
    ),
    paper("mites", "Mite control by brood breaks", tldr="A brood break halves the mite load of a colony."),
    paper("mites-again", "Brood breaks revisited", tldr="A brood break halves the mite load of a colony."),
    paper("mites-not", "Brood breaks in winter", tldr="A brood break does not halve the mite load of a colony."),
    paper("queens", "Queen rearing without grafting"),
    paper("smoke", "Smoke calms colonies", tldr="Cool smoke calms guard bees within 40 seconds."),
    paper("swarms", "Swarm traps on rooftops", tldr="Rooftop traps with old comb catch most urban swarms."),
)


def citation(one: Paper) -> Citation:
    said = (CitingSentence("We place our swarm traps following the hive survey."),) if one.id == "local:swarms" else ()
    return Citation(hub=HUB, citing=one.id, contexts=said)


@pytest.fixture(scope="session")
def embedder() -> WordsEmbedder:
    return WordsEmbedder()


@pytest.fixture(scope="session")
def searcher(embedder: WordsEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    root: Path = tmp_path_factory.mktemp("hives")
    hub = Hub(Paper(id=HUB, title="A survey of hives"))
    build_version(
        root,
        papers=PAPERS,
        citations=[citation(one) for one in PAPERS],
        hubs=[hub],
        embedder=embedder,
        revision=1,
    )
    version = open_current(root, model=embedder.name, engine="exact")
    assert version is not None
    return Searcher(version, embedder)
