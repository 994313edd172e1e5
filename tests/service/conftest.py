"""A tiny hub of invented papers, an embedder that can be worked out on paper, and the service around them."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from string import ascii_lowercase
from typing import Protocol

import numpy as np
import pytest
from fastapi.testclient import TestClient

from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import each_alone
from service.app import create_app
from service.engine import Engine
from service.settings import Settings

HUB = "arxiv:2001.00001"
HUB_TITLE = "Lanterns"
PAPERS = (
    {
        "id": "arxiv:2101.00001",
        "title": "Amber lamps",
        "abstract": "Lamps of amber burn slowly.",
        "year": 2021,
        "venue": "Light",
        "authors": ["Ann Oak"],
        "role": "method",
        "polarity": "support",
    },
    {
        "id": "arxiv:2101.00002",
        "title": "Blue flames",
        "abstract": "Flames turn blue in cold air.",
        "year": 2021,
        "venue": "Fire",
        "authors": ["Bob Elm"],
        "role": "background",
        "polarity": "neutral",
    },
    {
        "id": "doi:10.5555/a/b",
        "title": "Candle wax",
        "abstract": "Wax of bees is dear.",
        "year": 2022,
        "venue": "Light",
        "authors": ["Ann Oak"],
        "role": "method",
        "polarity": "contrast",
    },
    {"id": "plain-4", "title": "Dim rooms", "year": 2023, "authors": []},
)


class LettersEmbedder(Embedder):
    """One dimension for each letter: how often it occurs."""

    name, dim = "letters", 26

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        counts = [[text.lower().count(letter) + 1e-3 for letter in ascii_lowercase] for text in texts]
        rows = np.array(counts, dtype=np.float32).reshape(len(texts), self.dim)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text])[0]
        return row


class OtherEmbedder(LettersEmbedder):
    name = "other letters"


def open_letters(_settings: Settings) -> LettersEmbedder:
    return LettersEmbedder()


def open_other(_settings: Settings) -> LettersEmbedder:
    return OtherEmbedder()


def lines(papers: Sequence[dict[str, object]] = PAPERS) -> bytes:
    return "".join(json.dumps(paper) + "\n" for paper in papers).encode()


def numbered(count: int, start: int = 0) -> list[dict[str, object]]:
    """Invented papers with ids in order."""
    return [{"id": f"n{n:05}", "title": f"Paper {n}", "year": 2000} for n in range(start, start + count)]


class Opener(Protocol):
    def __call__(self, *, model: str = "letters", **how: bool) -> Engine: ...


@pytest.fixture
def open_engine(settings: Settings) -> Opener:
    """Opens an engine on the data folder, with either of two models."""

    def opened(*, model: str = "letters", **how: bool) -> Engine:
        opener = open_letters if model == "letters" else open_other
        return Engine.open(settings, open_embedder=opener, **how)

    return opened


@pytest.fixture
def many(tmp_path: Path) -> Callable[..., Path]:
    """A file of so many invented papers, from a number on."""

    def written(count: int, start: int = 0) -> Path:
        path = tmp_path / f"{start}-{count}.jsonl"
        path.write_bytes(lines(numbered(count, start)))
        return path

    return written


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "held", max_upload_mb=1)


@pytest.fixture
def papers_file(tmp_path: Path) -> Path:
    path = tmp_path / "papers.jsonl"
    path.write_bytes(lines())
    return path


@pytest.fixture
def empty_engine(settings: Settings) -> Iterator[Engine]:
    with Engine.open(settings, open_embedder=open_letters) as engine:
        yield engine


@pytest.fixture
def engine(empty_engine: Engine, papers_file: Path) -> Engine:
    empty_engine.import_file(papers_file, hub=HUB, hub_title=HUB_TITLE)
    return empty_engine


@pytest.fixture
def client(engine: Engine) -> Iterator[TestClient]:
    with TestClient(create_app(engine), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def shared_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The tiny hub, for tests that only read."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "papers.jsonl").write_bytes(lines())
    with Engine.open(Settings(data=folder / "held", max_upload_mb=1), open_embedder=open_letters) as engine:
        engine.import_file(folder / "papers.jsonl", hub=HUB, hub_title=HUB_TITLE)
        yield engine


@pytest.fixture(scope="session")
def reader(shared_engine: Engine) -> Iterator[TestClient]:
    """A service on the tiny hub, for tests that only read."""
    with TestClient(create_app(shared_engine), raise_server_exceptions=False) as client:
        yield client
