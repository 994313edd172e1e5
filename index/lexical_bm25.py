"""BM25 over numbered documents, each given as its stems: kept on disk, memory-mapped, and scored word by word."""

import json
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columns import column
from index.stacked import Stack
from index.wordlist import Words, mapped

Scores = NDArray[np.float64]
Rows = NDArray[np.int32]
Saturations = NDArray[np.float32]

COUNTS, NAME = "lexical.json", "lexical"
# Looking a document up among those that hold a word costs about as much as adding the scores of this many of them.
LOOKUP = 16
WORDS_KEPT = 10_000  # found in the list of words before


class Documents:
    """The `n` documents of one folder: which hold a stem, and how far each is saturated with it."""

    def __init__(self, folder: Path) -> None:
        counts = json.loads((folder / COUNTS).read_text(encoding="utf-8"))
        self.n: int = counts["documents"]
        self.mean_length: float = counts["mean_length"]
        self._words = Words(folder, NAME)
        self._starts = mapped(folder / f"{NAME}.starts.npy")
        self._rows = column(folder / f"{NAME}.rows.npy")
        self._saturations = column(folder / f"{NAME}.saturations.npy")
        self.number = lru_cache(maxsize=WORDS_KEPT)(self._words.number)  # that of a stem; None if no document holds it

    def held(self, word: str) -> tuple[Rows, Saturations]:
        """The documents that hold a stem, ascending, and what BM25 makes of it in each but for the idf."""
        number = self.number(word)
        if number is None:
            return self._rows[:0], self._saturations[:0]
        here = slice(self._starts[number], self._starts[number + 1])
        return self._rows[here], self._saturations[here]

    def weigh(self, asked: Sequence[tuple[str, float]], rows: Rows) -> Scores:
        """The score of each of these documents, which ascend, for stems of these weights."""
        every = len(rows) == self.n
        looked_up, added = np.zeros(len(rows)), np.zeros(0)
        for word, weight in asked:
            held, saturations = self.held(word)
            if not every and LOOKUP * len(rows) < len(held):
                places, among = _found(rows, held)
                looked_up[places] += weight * saturations[among]
            elif len(held):
                added = added if len(added) else np.zeros(self.n)
                added[held] += weight * saturations
        if len(added):
            looked_up += added if every else added[rows]
        return looked_up

    def holds(self, word: str, rows: Rows) -> NDArray[np.bool_]:
        """Which of these documents, which ascend, hold a stem."""
        held, _ = self.held(word)
        if LOOKUP * len(rows) < len(held):
            mask = np.zeros(len(rows), dtype=bool)
            mask[_found(rows, held)[0]] = True
            return mask
        every = np.zeros(self.n, dtype=bool)
        every[held] = True
        return every if len(rows) == self.n else every[rows]


class Bm25:
    """The documents of some folders, numbered on from one to the next. One without any of the stems asked for scores
    exactly 0, and its score does not depend on which others are asked about."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.parts = [Documents(folder) for folder in folders]
        self._stack = Stack([part.n for part in self.parts])
        self.n = len(self._stack)
        self.idf = lru_cache(maxsize=WORDS_KEPT)(self._idf)

    def weigh(self, asked: Sequence[str], rows: Rows | None = None) -> Scores:
        """The score of each of these documents, which ascend, for these stems, each as often as it is asked.

        None asks about all documents.
        """
        weighed = [(word, self.idf(word)) for word in asked]
        few: Rows = np.arange(self.n, dtype=np.int32) if rows is None else rows
        parts = self._stack.split(few)
        return np.concatenate([np.empty(0), *(self.parts[part].weigh(weighed, own) for part, _, own in parts)])

    def holds(self, word: str, rows: Rows) -> NDArray[np.bool_]:
        """Which of these documents, which ascend, hold a stem."""
        parts = self._stack.split(rows)
        return np.concatenate([np.empty(0, bool), *(self.parts[part].holds(word, own) for part, _, own in parts)])

    def weight(self, word: str, row: int) -> float:
        """What one stem adds to the score of one document."""
        return float(self.weigh([word], np.array([row], dtype=np.int32))[0])

    def bound(self, asked: Sequence[str]) -> float:
        """What no document's score for these stems can reach: every one of them held, without end."""
        return sum(self.idf(word) for word in asked)

    def _idf(self, word: str) -> float:
        """How much a stem tells, by how few documents hold it; one that none holds tells the most."""
        held = sum(len(part.held(word)[0]) for part in self.parts)
        return math.log(1 + (self.n - held + 0.5) / (held + 0.5))

    def weights(self, asked: Iterable[str]) -> dict[str, float]:
        """How much each of these stems tells, by stem."""
        return {word: self.idf(word) for word in sorted(set(asked))}

    def rows(self, word: str) -> Rows:
        """The documents that hold a stem, ascending."""
        starts = self._stack.starts
        return np.concatenate([part.held(word)[0] + np.int32(start) for part, start in zip(self.parts, starts, strict=False)])


def _found(few: Rows, held: Rows) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The places in `few` of those that are in `held` too, and their places there."""
    among = np.searchsorted(held, few)
    among[among == len(held)] = 0
    places = np.flatnonzero(held[among] == few)
    return places, among[places]
