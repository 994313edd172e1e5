"""A sorted list of words on disk: looked up by halving, so that opening it reads nothing, whatever its length."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import overload

import numpy as np

from index.files.columns import column, contents

END = b"\n"
MARKS = 4096  # words of a list that are held as Python compares them quickest


def write_words(folder: Path, name: str, words: Iterable[str]) -> None:
    """Writes distinct words, sorted by code points as `sorted` does it; none may hold a line's end."""
    lines = [word.encode() + END for word in words]
    (folder / f"{name}.words").write_bytes(b"".join(lines))
    ends = np.cumsum([0, *map(len, lines)], dtype=np.int64)
    np.save(folder / f"{name}.words.starts.npy", ends)


def mapped(path: Path) -> memoryview:
    """The numbers of a file as Python reads them quickest, one by one."""
    numbers: memoryview = column(path).data
    return numbers


class Words(Sequence[str]):
    """The words as written, numbered from 0. Memory-mapped and never changed, so thread-safe."""

    def __init__(self, folder: Path, name: str) -> None:
        self._starts = mapped(folder / f"{name}.words.starts.npy")
        self._bytes = contents(folder / f"{name}.words")

    def number(self, word: str) -> int | None:
        """The number of a word; None where it is not in the list."""
        start = max(bisect_right(self._marks, word) - 1, 0) * self._apart
        at = bisect_left(self, word, start, min(start + self._apart, len(self)))
        return at if at < len(self) and self[at] == word else None

    @property
    def _apart(self) -> int:
        return len(self) // MARKS + 1

    @cached_property
    def _marks(self) -> list[str]:
        """Words as far apart as keeps them few: what is looked for stands between two of them."""
        return self[:: self._apart]

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(f"there are {len(self)} words, counted from 0; number {at} was asked for")
        return self._bytes[self._starts[at] : self._starts[at + 1] - 1].decode()

    def all(self) -> list[str]:
        """Every word, in order, read at once."""
        return bytes(self._bytes).decode().split("\n")[:-1]
