"""Which rows hold a word: sorted row numbers for each word, kept on disk and memory-mapped."""

from collections.abc import Collection, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columns import column
from index.wordlist import Words, write_words

Rows = NDArray[np.int32]


def write_postings(folder: Path, name: str, words_of_rows: Sequence[Collection[str]]) -> None:
    """Writes the rows of every word, given each row's distinct words."""
    rows_of: dict[str, list[int]] = {}
    for row, words in enumerate(words_of_rows):
        for word in words:
            rows_of.setdefault(word, []).append(row)
    held = sorted(rows_of)
    write_words(folder, name, held)
    np.save(folder / f"{name}.starts.npy", np.cumsum([0, *(len(rows_of[word]) for word in held)], dtype=np.int64))
    rows = np.fromiter(chain.from_iterable(rows_of[word] for word in held), dtype=np.int32)
    np.save(folder / f"{name}.rows.npy", rows)


class Postings:
    """The postings as written."""

    def __init__(self, folder: Path, name: str) -> None:
        self.words = Words(folder, name)
        self._starts = column(folder / f"{name}.starts.npy")
        self._rows = column(folder / f"{name}.rows.npy")

    def rows(self, word: str) -> Rows:
        """The rows that hold a word, ascending; none for a word never seen."""
        number = self.words.number(word)
        if number is None:
            return np.empty(0, dtype=np.int32)
        return np.asarray(self._rows[self._starts[number] : self._starts[number + 1]])
