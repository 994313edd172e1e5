"""A data set handed to the peers, and what each of them ranks measured as ours is."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from corpus.importers.jsonl import read_jsonl
from corpus.importers.lines import Line
from corpus.values import Paper, Record
from embeddings.embedder import Embedder
from eval.cases import Dataset
from eval.figures import Report
from eval.metrics import Ranking
from eval.peers.environments import installed, rank
from eval.peers.peers import PEERS, Peer
from eval.peers.runners.handover import Handover, Run, Texts, read_run, write_handover
from eval.plain import plain
from eval.report import as_json, read_report
from eval.run import ranking_rows, report_of
from index.text.passages import paper_parts

SETS = ("scitldr_dev", "scitldr_reviewers", "single_abstract", "orca_eval", "acl_hubs")

PeerReports = dict[tuple[str, str], Report]  # by data set and peer


def measure(dataset: Dataset, peers: Iterable[Peer], embedder: Embedder, work: Path) -> Iterator[Report]:
    """One report for each peer, kept in `work` beside what was handed over and what came back."""
    held, handed = handover_of(dataset, embedder), work / "handed" / dataset.name
    write_handover(handed, held)
    for peer in peers:
        run = work / "runs" / f"{dataset.name}.{peer.name}.json"
        rank(peer, installed(peer, work / "environments"), handed, run)
        report = report_on(dataset, peer, read_run(run, held))
        keep(work, dataset.name, peer, report)
        yield report


def handover_of(dataset: Dataset, embedder: Embedder) -> Handover:
    """Papers as an import reads them, and their text as ours is embedded, so that ranking is all that differs."""
    papers = {paper.id: paper_parts(paper) for paper in _papers(dataset)}
    queries = {query.qid: plain(query.text) for query in dataset.queries if query.text is not None}
    texts = tuple(parts.text for parts in papers.values())
    vectors, _ = embedder.embed_spans(texts, [parts.spans for parts in papers.values()])
    return Handover(
        Texts(tuple(papers), texts, vectors),
        Texts(tuple(queries), tuple(queries.values()), np.stack([*map(embedder.embed_query, queries.values())])),
    )


def _papers(dataset: Dataset) -> Iterator[Paper]:
    lines = (Line(number, paper.line.encode()) for number, paper in enumerate(dataset.papers, start=1))
    return (read.paper for read in read_jsonl(lines, None) if isinstance(read, Record))


def report_on(dataset: Dataset, peer: Peer, run: Run) -> Report:
    rankings = {qid: Ranking(paper_ids, (), frozenset()) for qid, paper_ids in run.items()}
    return report_of(dataset, peer.heading, ranking_rows(dataset, rankings))


def keep(work: Path, dataset: str, peer: Peer, report: Report) -> None:
    path = _kept_at(work, dataset, peer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_json(report), "utf-8")


def kept(work: Path) -> PeerReports:
    """What was measured in this run or an earlier one, with the releases that are pinned now."""
    paths = {(name, peer.name): _kept_at(work, name, peer) for name in SETS for peer in PEERS.values()}
    found = {key: read_report(path) for key, path in paths.items() if path.is_file()}
    return {(name, peer): report for (name, peer), report in found.items() if report.mode == PEERS[peer].heading}


def _kept_at(work: Path, dataset: str, peer: Peer) -> Path:
    return work / "reports" / f"{dataset}.{peer.name}.json"
