"""What the peers are handed: an index's papers with the vectors that ours are searched by, and a sample of them."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.values import Paper
from embeddings.embedder import Vectors
from eval.peers.runners.handover import Handover, Texts, write_handover
from index.text.passages import paper_text
from index.version import IndexVersion


def hand_over(version: IndexVersion, folder: Path) -> None:
    """Every paper, in order of row; written once for an index."""
    marker = folder / "index.txt"
    if not (marker.is_file() and marker.read_text("utf-8") == version.index_id):
        rows = version.snapshot.rows()
        write_papers([version.snapshot.paper(row) for row in rows.tolist()], version.vectors[rows], folder)
        marker.write_text(version.index_id, "utf-8")


def write_papers(papers: Sequence[Paper], vectors: Vectors, folder: Path) -> None:
    texts = Texts(tuple(paper.id for paper in papers), tuple(map(paper_text, papers)), vectors)
    nothing = Texts((), (), np.zeros((0, vectors.shape[1]), dtype=np.float32))
    write_handover(folder, Handover(texts, nothing))


def spread(version: IndexVersion, count: int) -> list[Paper]:
    """So many papers, evenly spread over the rows, so that all years and venues are among them."""
    rows = version.snapshot.rows().tolist()
    taken = min(count, len(rows))
    return [version.snapshot.paper(rows[place * len(rows) // taken]) for place in range(taken)]


def hand_sample(papers: Sequence[Paper], dim: int, folder: Path) -> Path:
    """For the peers as they are handed papers, without vectors to use; for ours as a file to import."""
    write_papers(papers, np.zeros((len(papers), dim), dtype=np.float32), folder)
    lines = (
        {"id": f"{folder.name}-{n}", "title": paper.title, "abstract": paper.abstract, "year": paper.year}
        for n, paper in enumerate(papers)
    )
    path = folder / "import.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    return path
