"""Vectors of parts that are laid one upon the other, read and searched as if they were one."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from index.arrays import Mask, Scores, Vectors
from index.files.stack import Stack
from index.nearest.grouped import Grouped, Groups
from index.vectors import Rows, SomeRows, VectorIndex, best


class StackedVectors:
    """Read like an array of all rows: by one row, or by several."""

    def __init__(self, parts: Sequence[Vectors]) -> None:
        self._parts, self._stack = parts, Stack([len(part) for part in parts])

    def __len__(self) -> int:
        return len(self._stack)

    @overload
    def __getitem__(self, rows: int) -> Vectors: ...
    @overload
    def __getitem__(self, rows: NDArray[np.integer[Any]]) -> Vectors: ...
    def __getitem__(self, rows: int | NDArray[np.integer[Any]]) -> Vectors:
        if isinstance(rows, int):
            part, at = self._stack.where(rows)
            return np.asarray(self._parts[part][at])
        found = np.empty((len(rows), self._parts[0].shape[1]), dtype=np.float32)
        for part, where, own in self._stack.split(rows):
            found[where] = self._parts[part][own]
        return found


class StackedIndex:
    """Finds in every part, and the best of what was found; keeps to what `VectorIndex` promises."""

    def __init__(self, parts: Sequence[VectorIndex], sizes: Sequence[int]) -> None:
        self._parts, self._stack = parts, Stack(sizes)

    def search(self, queries: Vectors, k: int, allowed: Mask | None = None) -> tuple[Rows, Vectors]:
        if len(self._parts) == 1:
            return self._parts[0].search(queries, k, allowed)
        found_rows = np.full((len(queries), k), -1, dtype=np.int64)
        found_scores = np.full((len(queries), k), -np.inf, dtype=np.float32)
        found = []
        for part, (start, end) in zip(self._parts, pairwise(self._stack.starts), strict=True):
            rows, scores = part.search(queries, k, None if allowed is None else allowed[start:end])
            found.append((np.where(rows < 0, -1, rows + start), scores))
        every_row, every_score = (np.concatenate([each[side] for each in found], axis=1) for side in (0, 1))
        for number, (near, told) in enumerate(zip(every_row, every_score, strict=True)):
            rows, scores = best(near[near >= 0], told[near >= 0], k)
            found_rows[number, : len(rows)], found_scores[number, : len(rows)] = rows, scores
        return found_rows, found_scores

    def scores(self, query: Vectors, rows: SomeRows | None = None) -> Vectors:
        if rows is None:
            return np.concatenate([part.scores(query) for part in self._parts])
        wanted = np.asarray(rows)
        found = np.empty(len(wanted), dtype=np.float32)
        for part, where, own in self._stack.split(wanted):
            found[where] = self._parts[part].scores(query, own)
        return found


class StackedGroups:
    """Groups count on from one part to the next."""

    def __init__(self, parts: Sequence[Grouped]) -> None:
        self._parts, self._stack = parts, Stack([len(part) for part in parts])

    def __len__(self) -> int:
        return len(self._stack)

    def sizes(self, groups: Groups) -> NDArray[np.int64]:
        """How many vectors each of the groups has."""
        found = np.empty(len(groups), dtype=np.int64)
        for part, where, own in self._stack.split(np.asarray(groups)):
            found[where] = self._parts[part].sizes(own)
        return found

    def of(self, group: int) -> Vectors:
        """One group's vectors, (size, dim)."""
        part, at = self._stack.where(group)
        return self._parts[part].of(at)

    def closest(self, query: Vectors, groups: Groups) -> Scores:
        """For each of the groups, in any order, what `Grouped.closest` says."""
        return np.asarray(self.nearest(query[np.newaxis], groups)[0])

    def nearest(self, queries: Vectors, groups: Groups) -> Scores:
        """As `closest`, for several queries at once: (queries, groups)."""
        found = np.empty((len(queries), len(groups)))
        for part, where, own in self._stack.split(np.asarray(groups)):
            found[:, where] = self._parts[part].nearest(queries, own)
        return found
