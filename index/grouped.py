"""Vectors in groups, such as the sentences of each paper: kept on disk at half precision and read group by group."""

from array import array
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.exact import dot
from index.vectors import Vectors

Halves = NDArray[np.float16]
Groups = NDArray[np.integer]
Scores = NDArray[np.float64]

NOTHING = -1.0  # the cosine of a group without vectors: less like anything than any vector is


def grouped_names(name: str) -> tuple[str, str]:
    """The files of vectors of this name: the vectors one after another, and where each group begins."""
    return f"{name}.f16", f"{name}.starts.npy"


def write_grouped(folder: Path, name: str, groups: Iterable[Halves]) -> int:
    """Writes the groups in order, without holding them; answers how many vectors there are."""
    vectors, starts = grouped_names(name)
    begins = array("q", [0])
    with (folder / vectors).open("wb") as file:
        for group in groups:
            file.write(np.ascontiguousarray(group, dtype=np.float16).tobytes())
            begins.append(begins[-1] + len(group))
    np.save(folder / starts, np.asarray(begins, dtype=np.int64))
    return int(begins[-1])


class Grouped:
    """Group i holds the vectors starts[i]:starts[i + 1]. Memory-mapped and never changed, so thread-safe."""

    def __init__(self, folder: Path, name: str, dim: int) -> None:
        vectors, starts = (folder / each for each in grouped_names(name))
        self.starts: NDArray[np.int64] = np.load(starts)
        shape = (int(self.starts[-1]), dim)
        # An empty file cannot be mapped.
        mapped = np.memmap(vectors, np.float16, "r", shape=shape) if shape[0] else np.zeros(shape, np.float16)
        self._vectors: Halves = np.asarray(mapped)

    def of(self, group: int) -> Vectors:
        """One group's vectors, (size, dim), at single precision."""
        return np.asarray(self._vectors[self.starts[group] : self.starts[group + 1]], dtype=np.float32)

    def closest(self, query: Vectors, groups: Groups) -> Scores:
        """For each of the groups the largest cosine of one of its vectors with the query; NOTHING where it has none."""
        return np.asarray(self.nearest(query[np.newaxis], groups)[0])

    def nearest(self, queries: Vectors, groups: Groups) -> Scores:
        """As `closest`, for several queries at once: (queries, groups)."""
        found = np.full((len(queries), len(groups)), NOTHING)
        begins, sizes = self.starts[groups], self.starts[np.asarray(groups) + 1] - self.starts[groups]
        held = np.flatnonzero(sizes)
        if held.size:
            ends = np.cumsum(sizes)
            rows = np.arange(ends[-1]) + np.repeat(begins - (ends - sizes), sizes)
            vectors = self._vectors[rows].astype(np.float32)
            for number, query in enumerate(queries):
                found[number, held] = np.maximum.reduceat(dot(vectors, query), (ends - sizes)[held])
        return found
