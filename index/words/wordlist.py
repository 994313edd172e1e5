"""A sorted list of words on disk: looked up by halving, so that opening it reads nothing, whatever its length."""

from bisect import bisect_right
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
        """The number of a word, which holds no line's end; None where it is not in the list."""
        apart = self._apart
        first = max(bisect_right(self._marks, word) - 1, 0) * apart
        lines = END + self._bytes[self._starts[first] : self._starts[min(first + apart, len(self))]]
        at = lines.find(END + word.encode("utf-8", "surrogatepass") + END)
        return None if at < 0 else first + lines.count(END, 0, at)

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
