"""Which rows hold a word: sorted row numbers for each word, kept on disk and memory-mapped."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """`rows_of[starts[i]:starts[i + 1]]` are the rows, ascending, that hold the word numbered i."""

    numbers: dict[str, int]
    starts: NDArray[np.int64]
    rows_of: Rows

    def rows(self, word: str) -> Rows:
        """The rows that hold a word; none for a word never seen."""
        number = self.numbers.get(word)
        if number is None:
            return np.empty(0, dtype=np.int32)
        return np.asarray(self.rows_of[self.starts[number] : self.starts[number + 1]])


def write_postings(folder: Path, name: str, words_of_rows: Sequence[Collection[str]]) -> None:
    """Writes the rows of every word, given each row's distinct words."""
    rows_of: dict[str, list[int]] = {}
    for row, words in enumerate(words_of_rows):
        for word in words:
            rows_of.setdefault(word, []).append(row)
    held = sorted(rows_of)
    starts = np.cumsum([0, *(len(rows_of[word]) for word in held)], dtype=np.int64)
    np.save(folder / f"{name}.starts.npy", starts)
    np.save(folder / f"{name}.rows.npy", np.array([row for word in held for row in rows_of[word]], dtype=np.int32))
    (folder / f"{name}.words.json").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")


def open_postings(folder: Path, name: str) -> Postings:
    """The postings as written; the rows stay on disk."""
    held = json.loads((folder / f"{name}.words.json").read_text(encoding="utf-8"))
    rows_of: Rows = np.asarray(np.load(folder / f"{name}.rows.npy", mmap_mode="r"))
    return Postings({word: number for number, word in enumerate(held)}, np.load(folder / f"{name}.starts.npy"), rows_of)
