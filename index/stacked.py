"""Parts of an index laid one upon the other: rows count on from one part to the next."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from index.exact import best
from index.grouped import Grouped, Groups, Scores
from index.vectors import Mask, Rows, SomeRows, VectorIndex, Vectors


class Stack:
    """`starts[i]` is the first row of part i; the last of them is the number of rows of all."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.starts = [0, *np.cumsum(sizes, dtype=np.int64).tolist()]

    def __len__(self) -> int:
        return int(self.starts[-1])

    def where(self, row: int) -> tuple[int, int]:
        """The part that a row is in, and its number there."""
        part = int(np.searchsorted(self.starts, row, "right")) - 1
        return part, row - self.starts[part]

    def split(self, rows: NDArray[Any]) -> Iterator[tuple[int, slice, NDArray[Any]]]:
        """Rows that ascend, part by part: the part, where its rows stand among these, and their numbers in it."""
        cuts = np.searchsorted(rows, self.starts).tolist()
        for part, (first, end) in enumerate(pairwise(cuts)):
            yield part, slice(first, end), rows[first:end] - rows.dtype.type(self.starts[part])


class StackedVectors:
    """Read like an array of all rows: by one row, or by several."""

    def __init__(self, parts: Sequence[Vectors]) -> None:
        self._parts, self._stack = parts, Stack([len(part) for part in parts])

    def __len__(self) -> int:
        return len(self._stack)

    @overload
    def __getitem__(self, rows: int) -> Vectors: ...
    @overload
    def __getitem__(self, rows: SomeRows) -> Vectors: ...
    def __getitem__(self, rows: int | SomeRows) -> Vectors:
        if isinstance(rows, int | np.integer):
            part, at = self._stack.where(int(rows))
            return np.asarray(self._parts[part][at])
        wanted = np.asarray(rows, dtype=np.int64)
        if len(self._parts) == 1:
            return np.asarray(self._parts[0][wanted])
        found = np.empty((len(wanted), self._parts[0].shape[1]), dtype=np.float32)
        for part, (start, end) in enumerate(pairwise(self._stack.starts)):
            here = np.flatnonzero((wanted >= start) & (wanted < end))
            found[here] = self._parts[part][wanted[here] - start]
        return found


class StackedIndex:
    """Finds in every part, and the best of what was found; keeps to what `VectorIndex` promises."""

    def __init__(self, parts: Sequence[VectorIndex], sizes: Sequence[int]) -> None:
        self._parts, self._stack = parts, Stack(sizes)

    def search(self, queries: Vectors, k: int, allowed: Mask | None = None) -> tuple[Rows, Vectors]:
        found = []
        for part, (start, end) in zip(self._parts, pairwise(self._stack.starts), strict=True):
            rows, scores = part.search(queries, k, None if allowed is None else allowed[start:end])
            found.append((np.where(rows < 0, rows, rows + start), scores))
        rows, scores = (np.concatenate([each[side] for each in found], axis=1) for side in (0, 1))
        ordered = [best(own, told, k) for own, told in zip(np.where(rows < 0, len(self._stack), rows), scores, strict=True)]
        rows, scores = (np.stack([each[side] for each in ordered]).reshape(len(queries), k) for side in (0, 1))
        return np.where(np.isneginf(scores), -1, rows), scores

    def scores(self, query: Vectors, rows: SomeRows | None = None) -> Vectors:
        if rows is None:
            return np.concatenate([part.scores(query) for part in self._parts])
        wanted = np.asarray(rows)
        if len(self._parts) == 1:
            return self._parts[0].scores(query, wanted)
        found = np.empty(len(wanted), dtype=np.float32)
        for part, (start, end) in zip(self._parts, pairwise(self._stack.starts), strict=True):
            here = np.flatnonzero((wanted >= start) & (wanted < end))
            found[here] = part.scores(query, wanted[here] - start)
        return found


class StackedGroups:
    """Groups count on from one part to the next."""

    def __init__(self, parts: Sequence[Grouped]) -> None:
        self._parts, self._stack = parts, Stack([len(part) for part in parts])

    def closest(self, query: Vectors, groups: Groups) -> Scores:
        """For each of the groups, in any order, what `Grouped.closest` says."""
        found = np.empty(len(groups))
        for part, (start, end) in zip(self._parts, pairwise(self._stack.starts), strict=True):
            here = np.flatnonzero((groups >= start) & (groups < end))
            found[here] = part.closest(query, groups[here] - start)
        return found
