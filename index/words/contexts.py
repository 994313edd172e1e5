"""Citing sentences as words to search by: what a hub's citers say of the hub, apart from their own texts."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows
from index.files.columns import column
from index.words.bm25 import Bm25

NUMBERS = "numbers.npy"


class Contexts:
    """A sentence belongs to one citation of one hub, and is looked at only where that hub is in scope.

    Document i holds the sentences of citation `numbers[i]`; these ascend.
    """

    def __init__(self, folders: Sequence[Path], firsts: Sequence[int], gone: Rows) -> None:
        """`firsts` are the numbers of the first citations of the folders, `gone` those of citations that are gone."""
        numbers = [column(folder / NUMBERS) + np.int32(first) for folder, first in zip(folders, firsts, strict=True)]
        self.numbers: Rows = np.concatenate(numbers)
        self._words = Bm25(folders, np.flatnonzero(np.isin(self.numbers, gone)).astype(np.int32))

    def documents(self, citations: Rows) -> Rows:
        """The documents of these citations, all of which come with citing sentences."""
        return self._places[citations]

    @cached_property
    def _places(self) -> Rows:
        """By the number of a citation the document that holds its sentences."""
        places = np.zeros(int(self.numbers[-1]) + 1 if self.numbers.size else 0, dtype=np.int32)
        places[self.numbers] = np.arange(self.numbers.size, dtype=np.int32)
        return places

    def holding(self, word: str, documents: Rows) -> NDArray[np.bool_]:
        """Which of these documents, in any order, hold a stem."""
        held = self._words.rows(word)
        if not held.size:
            return np.zeros(documents.size, dtype=bool)
        every = np.zeros(self._words.n, dtype=bool)
        every[held] = True
        return every[documents]

    def matched(self, asked: Sequence[str], documents: Rows) -> NDArray[np.float64]:
        """For each of these documents BM25 over its bound: within [0, 1]."""
        return self._words.weigh(asked, documents) / (self._words.bound(asked) or 1.0)

    @property
    def mean_length(self) -> float:
        return self._words.mean_length
