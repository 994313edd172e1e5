"""A peer is handed what we search, is measured as we are, and stands beside us with paired differences."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import each_alone
from eval.figures import Figure, Report, Section
from eval.folders import load_folder
from eval.peers.__main__ import show
from eval.peers.measure import SETS, handover_of, keep, kept, report_on
from eval.peers.peers import PEERS
from eval.peers.table import peer_tables
from eval.suite import BENCHMARKS
from eval.suite import keep as keep_ours

WriteFolder = Callable[..., Path]


class LettersEmbedder(Embedder):
    """Three dimensions: how many a's, b's and c's."""

    name, dim = "letters", 3

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([[text.count(letter) for letter in "abc"] for text in texts], dtype=np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        return np.array([text.count(letter) for letter in "abc"], dtype=np.float32)


def test_a_peer_is_handed_the_text_and_the_vectors_that_ours_searches(write_folder: WriteFolder) -> None:
    papers = [{"id": "p1", "title": "Abc", "tldr": "ab.", "abstract": "c &amp; c."}, {"id": "p2", "title": "Bb"}]
    folder = write_folder(papers, [{"qid": "t1", "text": '"aa" -b title:c'}], [("t1", "p1", 1)])
    held = handover_of(load_folder(folder), LettersEmbedder())
    assert held.papers.ids == ("local:p1", "local:p2")
    assert held.papers.texts == ("Abc ab. c & c.", "Bb")
    assert held.papers.vectors.tolist() == [[1, 2, 3], [0, 1, 0]]
    assert (held.queries.ids, held.queries.texts) == (("t1",), ("aa b title c",))
    assert held.queries.vectors.tolist() == [[2, 1, 1]]


def test_a_peers_ranking_is_measured_as_ours_is(write_folder: WriteFolder) -> None:
    queries = [{"qid": "t1", "text": "water"}, {"qid": "t2", "text": "sand"}]
    dataset = load_folder(write_folder(queries=queries, qrels=[("t1", "p1", 1), ("t2", "p3", 1)]))
    report = report_on(dataset, PEERS["faiss"], {"t1": ("local:p2", "local:p1"), "t2": ()})
    rows = {figure.name: figure.rows for figure in report.sections[0].figures}
    assert rows["MRR@10"] == {"t1": (0.5,), "t2": (0.0,)}
    assert (rows["recall@1"], rows["recall@10"]) == ({"t1": (0.0,), "t2": (0.0,)}, {"t1": (1.0,), "t2": (0.0,)})


def report(mode: str, *values: float, name: str = "MRR@10") -> Report:
    figure = Figure(name, "mean", {f"q{place}": (value,) for place, value in enumerate(values)})
    return Report("scitldr_dev", 3, len(values), mode, (Section("TL;DR", len(values), (figure,)),))


def test_values_and_paired_differences_stand_in_two_tables() -> None:
    theirs = {("scitldr_dev", "txtai"): report("txtai", 0.5, 0.5), ("scitldr_dev", "faiss"): report("faiss", 1.0, 1.0)}
    made = peer_tables(theirs, {("scitldr_dev", "hybrid"): report("hybrid", 1.0, 1.0)})
    first = "| scitldr_dev | TL;DR | 2 | MRR@10 | 1.000 (1.000 to 1.000) |"
    unmeasured = " not measured | not measured | not measured | not measured |"
    assert made["peers"].splitlines()[2] == (f"{first} 0.500 (0.500 to 0.500) |{unmeasured} 1.000 (1.000 to 1.000) |")
    assert made["peers paired"].splitlines()[2] == (
        f"{first} +0.500 (+0.500 to +0.500) * |{unmeasured} +0.000 (+0.000 to +0.000) |"
    )


def test_peers_are_shown_alone_where_ours_was_not_measured() -> None:
    made = peer_tables({("scitldr_dev", "faiss"): report("faiss", 0.5)}, {})
    assert "| MRR@10 | not measured |" in made["peers"]
    assert made["peers"].endswith("| 0.500 (0.500 to 0.500) |\n")
    assert made.keys() == {"peers"}
    assert peer_tables({}, {}) == {}


def test_figures_of_another_release_are_not_taken_for_those_of_this_one(tmp_path: Path) -> None:
    new, old = report(PEERS["faiss"].heading, 1.0), report("Chroma 0.1, dense", 1.0)
    keep(tmp_path, "scitldr_dev", PEERS["faiss"], new)
    keep(tmp_path, "scitldr_dev", PEERS["chroma"], old)
    assert kept(tmp_path) == {("scitldr_dev", "faiss"): new}


def test_the_page_is_rewritten_once_every_peer_was_measured_and_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = "".join(f"<!-- {name}: begin -->\n<!-- {name}: end -->\n" for name in ("peers", "peers paired"))
    page = tmp_path / "figures.md"
    page.write_text(marks, "utf-8")
    for name in SETS:
        (figure,) = BENCHMARKS[name].figures[:1]
        for peer in PEERS.values():
            keep(tmp_path / "peers", name, peer, report(peer.heading, 0.5, name=figure))
    show(tmp_path, page)
    assert page.read_text("utf-8") == marks
    assert "not measured yet: ours on scitldr_dev, ours on" in capsys.readouterr().err
    for name in SETS:
        for way in BENCHMARKS[name].ways:
            keep_ours(tmp_path / "reports", name, report(way, 1.0, name=BENCHMARKS[name].figures[0]))
    show(tmp_path, page)
    assert page.read_text("utf-8").count("+0.500 (+0.500 to +0.500) *") == len(SETS) * len(PEERS)
