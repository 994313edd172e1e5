"""Rows of parts that are laid one upon the other: they count on from one part to the next."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Where = slice | NDArray[np.intp]


class Stack:
    """`starts[i]` is the first row of part i; the last of them is the number of rows of all."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.starts: list[int] = [0, *np.cumsum(sizes, dtype=np.int64).tolist()]

    def __len__(self) -> int:
        return self.starts[-1]

    def where(self, row: int) -> tuple[int, int]:
        """The part that a row is in, and its number there."""
        part = bisect_right(self.starts, row, 1, len(self.starts) - 1) - 1
        return part, row - self.starts[part]

    def split(self, rows: NDArray[Any]) -> Iterator[tuple[int, Where, NDArray[Any]]]:
        """Rows in any order, part by part: the part, where its rows stand among these, and their numbers in it."""
        if len(self.starts) == 2:
            yield 0, slice(0, len(rows)), rows
            return
        for part, where in enumerate(self._places(rows)):
            yield part, where, rows[where] - rows.dtype.type(self.starts[part])

    def _places(self, rows: NDArray[Any]) -> list[Where]:
        """Where the rows of each part stand: side by side where rows ascend, as the many of a scope do."""
        if (rows[1:] >= rows[:-1]).all():
            bounds = rows.searchsorted(np.array(self.starts, rows.dtype)).tolist()
            return [slice(*each) for each in pairwise(bounds)]
        return [np.flatnonzero((rows >= start) & (rows < end)) for start, end in pairwise(self.starts)]
