"""Vectors in groups, such as the sentences of each paper: kept on disk as bytes and read group by group."""

from array import array
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays import Halves, Scores, Vectors
from index.faiss.products import products
from index.files.columns import Slices, column
from index.files.large_pages import Pieces

Steps = NDArray[np.int8]
Groups = NDArray[np.integer]

NOTHING = -1.0  # the cosine of a group without vectors: less like anything than any vector is
LARGEST = 127
BLOCK = 256  # vectors widened at a time: they stay in the processor's cache until they are read again


def grouped_names(name: str) -> tuple[str, str, str]:
    """The files of vectors of this name: their numbers as bytes, what each vector's are to be multiplied by, and where
    each group begins."""
    return f"{name}.i8", f"{name}.scales.npy", f"{name}.starts.npy"


def write_grouped(folder: Path, name: str, groups: Iterable[Halves]) -> int:
    """Writes the groups in order, without holding them; answers how many vectors there are.

    A number of a vector is kept as one of 255 steps of its largest: a cosine moves by about 0.0005, and reading takes
    a fifth of the time that half precision takes.
    """
    vectors, scales, starts = grouped_names(name)
    begins, steps = array("q", [0]), array("f")
    with Pieces(folder / vectors) as file:
        for group in groups:
            exact = np.asarray(group, dtype=np.float32)
            step = np.abs(exact).max(axis=1, initial=0.0) / LARGEST
            file.write(np.rint(exact / np.where(step, step, 1)[:, None]).astype(np.int8).tobytes())
            steps.extend(step.tolist())
            begins.append(begins[-1] + len(group))
    np.save(folder / scales, np.asarray(steps, dtype=np.float32))
    np.save(folder / starts, np.asarray(begins, dtype=np.int64))
    return int(begins[-1])


class Grouped:
    """Group i holds the vectors starts[i]:starts[i + 1]. Read when asked for and never changed, so thread-safe."""

    def __init__(self, folder: Path, name: str, dim: int) -> None:
        vectors, scales, starts = (folder / each for each in grouped_names(name))
        self.starts: NDArray[np.int64] = column(starts)
        self._scales: Vectors = column(scales)
        self._slices, self._dim = Slices(vectors), dim

    def __len__(self) -> int:
        return len(self.starts) - 1

    def sizes(self, groups: Groups) -> NDArray[np.int64]:
        """How many vectors each of the groups has; none of them is read."""
        found: NDArray[np.int64] = self.starts[np.asarray(groups) + 1] - self.starts[groups]
        return found

    def of(self, group: int) -> Vectors:
        """One group's vectors, (size, dim)."""
        begin, end = int(self.starts[group]), int(self.starts[group + 1])
        return np.asarray(self._steps([(begin, end)]) * self._scales[begin:end, None], dtype=np.float32)

    def closest(self, query: Vectors, groups: Groups) -> Scores:
        """For each of the groups the largest cosine of one of its vectors with the query; NOTHING where it has none."""
        return np.asarray(self.nearest(query[np.newaxis], groups)[0])

    def nearest(self, queries: Vectors, groups: Groups) -> Scores:
        """As `closest`, for several queries at once: (queries, groups)."""
        found = np.full((len(queries), len(groups)), NOTHING)
        begins = self.starts[groups]
        sizes = self.starts[np.asarray(groups) + 1] - begins
        held = np.flatnonzero(sizes)
        if held.size:
            ends = np.cumsum(sizes)
            rows = np.arange(ends[-1]) + np.repeat(begins - (ends - sizes), sizes)
            steps = self._steps(zip(begins.tolist(), (begins + sizes).tolist(), strict=True))
            cosines = _products(steps, queries) * self._scales[rows]
            found[:, held] = np.maximum.reduceat(cosines, (ends - sizes)[held], axis=1)
        return found

    def _steps(self, spans: Iterable[tuple[int, int]]) -> Steps:
        """The vectors of these spans, one after another, as they are kept."""
        held = self._slices.joined([(begin * self._dim, end * self._dim) for begin, end in spans])
        return np.frombuffer(held, np.int8).reshape(-1, self._dim)


def _products(steps: Steps, queries: Vectors) -> Vectors:
    """The dot product of each vector with each query, (queries, vectors)."""
    found = np.empty((len(queries), len(steps)), dtype=np.float32)
    for start in range(0, len(steps), BLOCK):
        vectors = steps[start : start + BLOCK].astype(np.float32)
        for number, query in enumerate(queries):
            found[number, start : start + BLOCK] = products(vectors, query)
    return found
