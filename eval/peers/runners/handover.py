"""What a peer is handed and what it hands back, as files; as a script: `handover.py PEER FOLDER RUN` lets it rank.

The script runs in the peer's own environment, with nothing of ours beside it: the standard library and NumPy alone.
"""

import importlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Run = dict[str, tuple[str, ...]]  # paper ids by qid, best first

DEPTH = 100


@dataclass(frozen=True, slots=True)
class Texts:
    """Named texts and their unit vectors; row i belongs to text i."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Handover:
    """All that a peer may know: the papers to rank, and the queries to rank them for."""

    papers: Texts
    queries: Texts


Rank = Callable[[Handover, int], Iterable[Sequence[int]]]


class BadHandover(ValueError):
    """The folder does not hold texts with a vector each."""


class BadRun(ValueError):
    """What a peer handed back is not a ranking of these papers for every query."""


def write_handover(folder: Path, held: Handover) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _write_texts(folder, "papers", "vectors", held.papers)
    _write_texts(folder, "queries", "queries", held.queries)


def read_handover(folder: Path) -> Handover:
    """Raises BadHandover where texts and vectors do not match."""
    return Handover(_read_texts(folder, "papers", "vectors"), _read_texts(folder, "queries", "queries"))


def write_run(path: Path, held: Handover, ranked: Iterable[Sequence[int]]) -> None:
    """`ranked` names papers by their row, for each query in order."""
    found = zip(held.queries.ids, ranked, strict=True)
    run = {qid: [held.papers.ids[row] for row in rows] for qid, rows in found}
    path.write_text(json.dumps(run, ensure_ascii=False), "utf-8")


def read_run(path: Path, held: Handover) -> Run:
    """The ranking of every query; raises BadRun at the first thing that would make a figure meaningless."""
    content, papers = json.loads(path.read_text("utf-8")), frozenset(held.papers.ids)
    return {qid: _ranking(path.name, content, qid, papers) for qid in held.queries.ids}


def _ranking(name: str, content: Mapping[str, list[str]], qid: str, papers: frozenset[str]) -> tuple[str, ...]:
    if qid not in content:
        raise BadRun(f"{name} should rank papers for every query but has nothing for {qid!r}; let the peer rank again")
    ranked = tuple(content[qid])
    unknown = [paper_id for paper_id in ranked if paper_id not in papers]
    if unknown:
        raise BadRun(f"{name} should name papers it was handed but has {unknown[0]!r} for {qid!r}; mend its runner")
    if len(set(ranked)) < len(ranked):
        raise BadRun(f"{name} should name a paper once a query but repeats one for {qid!r}; mend its runner")
    return ranked


def _write_texts(folder: Path, name: str, vectors: str, held: Texts) -> None:
    lines = [json.dumps({"id": each, "text": text}) for each, text in zip(held.ids, held.texts, strict=True)]
    (folder / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    np.save(folder / f"{vectors}.npy", held.vectors)


def _read_texts(folder: Path, name: str, vectors: str) -> Texts:
    lines = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
    rows = np.load(folder / f"{vectors}.npy")
    if len(rows) != len(lines):
        raise BadHandover(
            f"{folder} should hold a vector for each of its {name} but has {len(lines)} of them and {len(rows)} "
            "vectors; hand it over again"
        )
    return Texts(tuple(line["id"] for line in lines), tuple(line["text"] for line in lines), rows)


def main(peer: str, folder: Path, run: Path) -> None:
    rank: Rank = importlib.import_module(f"with_{peer}").rank  # only its own environment has what it imports
    held = read_handover(folder)
    write_run(run, held, rank(held, min(DEPTH, len(held.papers.ids))))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
