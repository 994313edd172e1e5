"""Which rows hold a word: sorted row numbers for each word, kept on disk and memory-mapped."""

from collections.abc import Collection, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from index.arrays import Rows
from index.files.columns import column
from index.words.wordlist import Words, write_words


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
    """The postings as written to some folders, whose rows count on from one to the next."""

    def __init__(self, folders: Sequence[Path], name: str, firsts: Sequence[int]) -> None:
        """`firsts` are the first rows of the folders."""
        self._words = [Words(folder, name) for folder in folders]
        self._starts = [column(folder / f"{name}.starts.npy") for folder in folders]
        self._rows = [column(folder / f"{name}.rows.npy") for folder in folders]
        self._firsts = firsts

    def rows(self, word: str) -> Rows:
        """The rows that hold a word, ascending; none for a word never seen."""
        found = [np.empty(0, dtype=np.int32)]
        for words, starts, rows, first in zip(self._words, self._starts, self._rows, self._firsts, strict=True):
            number = words.number(word)
            if number is not None:
                found.append(rows[starts[number] : starts[number + 1]] + np.int32(first))
        return np.concatenate(found)
