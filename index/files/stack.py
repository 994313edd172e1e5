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
            yield 0, slice(None), rows
            return
        for part, (start, end) in enumerate(pairwise(self.starts)):
            here = np.flatnonzero((rows >= start) & (rows < end))
            yield part, here, rows[here] - rows.dtype.type(start)
