"""Which row a paper's id or alias belongs to: a sorted array of hashes on disk, whatever the number of papers."""

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from corpus.values import Paper
from index.files.columns import column
from index.files.lines import Lines

HASHES, ROWS = "names.hashes.npy", "names.rows.npy"


def name_hash(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "little")


class NameHashes:
    """Gathers the names of papers passing by in row order, 12 bytes each, and writes them down sorted."""

    def __init__(self) -> None:
        self._hashes, self._rows = array("Q"), array("i")

    def watch(self, papers: Iterable[Paper]) -> Iterator[Paper]:
        for row, paper in enumerate(papers):
            for name in {paper.id, *paper.aliases}:
                self._hashes.append(name_hash(name))
                self._rows.append(row)
            yield paper

    def write(self, folder: Path) -> None:
        hashes, rows = np.asarray(self._hashes, dtype=np.uint64), np.asarray(self._rows, dtype=np.int32)
        order = np.lexsort((rows, hashes))
        np.save(folder / HASHES, hashes[order])
        np.save(folder / ROWS, rows[order])


class Names:
    """Looks names up; two names with one hash are told apart by the papers themselves."""

    def __init__(self, folder: Path, papers: Lines[Paper]) -> None:
        self._hashes = column(folder / HASHES)
        self._rows = column(folder / ROWS)
        self._papers = papers

    def rows(self, name: str) -> list[int]:
        """The rows of the papers that have this id or alias, ascending."""
        return [row for row, paper in self._near(name) if name == paper.id or name in paper.aliases]

    def own(self, paper_id: str) -> int | None:
        """The row of the paper with this id, whoever has it as an alias."""
        return next((row for row, paper in self._near(paper_id) if paper.id == paper_id), None)

    def _near(self, name: str) -> Iterator[tuple[int, Paper]]:
        """Papers with a name of this name's hash."""
        wanted = np.uint64(name_hash(name))
        start, end = (int(np.searchsorted(self._hashes, wanted, side)) for side in ("left", "right"))
        return ((row, self._papers[row]) for row in np.unique(self._rows[start:end]).tolist())
