"""A tiny hub imported once through the command line, and a way to run commands on it without a real model."""

import json
import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from fastapi.testclient import TestClient

from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import each_alone
from service.app import create_app
from service.cli import citers
from service.commands.session import Session
from service.settings import Settings

Cli = Callable[..., Result]

HUB = "arxiv:2001.00001"
TITLE = "Lanterns: Small Lights for Large Rooms"
PAPERS = (
    ("a1", "Lanterns on Boats", 2021, "method", "We hang small lights on boats. Boats with lights sink less often."),
    ("a2", "Candle Distillation", 2022, "background", "Distillation of wax gives brighter candles."),
    ("a3", "Against Lanterns", 2023, "result", "Large rooms stay dark however many lanterns are hung."),
    ("a4", "Wax and Its Sources", 2023, None, "A survey of wax from bees and palms."),
)


class WordsEmbedder(Embedder):
    """Counts words in 64 bins and ignores everything else about a text."""

    name, dim = "words", 64

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.full((len(texts), self.dim), 1e-3, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[zlib.crc32(word.strip(".,?").encode()) % self.dim] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text])[0]
        return row


class OtherEmbedder(WordsEmbedder):
    name = "other-words"


def open_words(_settings: Settings) -> WordsEmbedder:
    return WordsEmbedder()


def paper_lines() -> list[str]:
    return [
        json.dumps({"id": name, "title": title, "year": year, "role": role, "abstract": abstract})
        for name, title, year, role, abstract in PAPERS
    ]


def run_in(data: Path, *args: str | Path, open_embedder: Callable[[Settings], WordsEmbedder] = open_words) -> Result:
    """Ends like the real command does; a traceback fails the test here."""
    result = CliRunner().invoke(citers, [str(arg) for arg in args], obj=Session(data=data, open_embedder=open_embedder))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="session")
def papers_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "papers.jsonl"
    path.write_text("\n".join(paper_lines()) + "\n", "utf-8")
    return path


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, papers_file: Path) -> Path:
    """A data folder that no test may write to."""
    data = tmp_path_factory.mktemp("data") / "held"
    result = run_in(data, "import", papers_file, "--hub", HUB, "--hub-title", TITLE)
    assert result.exit_code == 0, result.stderr
    return data


@pytest.fixture
def cli(imported: Path) -> Cli:
    """Runs a command that only reads the tiny hub."""
    return lambda *args: run_in(imported, *args)


@pytest.fixture
def fresh(tmp_path: Path) -> Cli:
    """Runs a command on a data folder that does not exist yet."""
    return lambda *args: run_in(tmp_path / "fresh", *args)


@pytest.fixture
def folder(tmp_path: Path, imported: Path) -> Path:
    """A copy of the tiny hub's data folder, to be written to."""
    return Path(shutil.copytree(imported, tmp_path / "data"))


@pytest.fixture(scope="session")
def session(imported: Path) -> Session:
    return Session(data=imported, open_embedder=open_words)


@pytest.fixture(scope="module")
def http(session: Session) -> Iterator[TestClient]:
    """The same hub over HTTP."""
    with session.reading() as engine, TestClient(create_app(engine)) as client:
        yield client
