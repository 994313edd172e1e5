"""Two ways of reading queries are measured on one index, so that what they find differs by the queries alone."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from embeddings.embedder import Embedder, Halves, Spans, Vectors, unit
from embeddings.spans import each_alone
from eval.folders import load_folder
from index.progress import no_progress
from index.version import open_current
from service.engine import Engine
from service.evaluation import hold
from service.precision import compared
from service.settings import Settings
from service.view import View

FILES = {
    "papers.jsonl": '{"id": "a", "title": "aaa"}\n{"id": "b", "title": "bbb"}\n',
    "queries.jsonl": '{"qid": "q", "text": "aa"}\n',
    "qrels.tsv": "qid\tpaper_id\trelevance\nq\ta\t1\n",
}


class LettersEmbedder(Embedder):
    """How many a's and b's, at unit length; in queries, some letters are taken for others."""

    name, dim = "two letters", 2

    def __init__(self, taken: str, read: str) -> None:
        self._read = str.maketrans(taken, read)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        counts = [[text.count("a") + 1e-3, text.count("b") + 1e-3] for text in texts]
        return unit(np.array(counts, dtype=np.float32).reshape(-1, 2))

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text.translate(self._read)])[0]
        return row


def test_a_row_says_what_each_way_of_reading_finds_and_how_they_differ(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, "utf-8")
    dataset, right, wrong = load_folder(tmp_path), LettersEmbedder("", ""), LettersEmbedder("a", "b")
    with Engine.open(Settings(data=tmp_path / "held"), open_embedder=lambda _settings: right) as engine:
        hold(engine, dataset, no_progress)
    version = open_current(tmp_path / "held" / "index", model=right.name)
    assert version is not None
    views = (View(version, right), View(version, wrong))
    first = next(compared(dataset, views, "other letters", ("MRR@10",)))
    shown = ("1.000 (1.000 to 1.000)", "0.500 (0.500 to 0.500)", "-0.500 (-0.500 to -0.500) *")
    assert first == (dataset.name, "1", "MRR@10", "semantic", "other letters", *shown)
