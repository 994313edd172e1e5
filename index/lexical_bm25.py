"""BM25 over numbered documents, each given as its stems: kept on disk, memory-mapped, and scored word by word."""

import json
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columns import column
from index.wordlist import Words, mapped

Scores = NDArray[np.float64]
Rows = NDArray[np.int32]
Saturations = NDArray[np.float32]

COUNTS, NAME = "lexical.json", "lexical"
# Looking a document up among those that hold a word costs about as much as adding the scores of this many of them.
LOOKUP = 16
WORDS_KEPT = 10_000  # found in the list of words before


class Bm25:
    """The `n` documents as written. A document without any of the stems asked for scores exactly 0."""

    def __init__(self, folder: Path) -> None:
        self.n: int = json.loads((folder / COUNTS).read_text(encoding="utf-8"))["documents"]
        self._words = Words(folder, NAME)
        self._starts = mapped(folder / f"{NAME}.starts.npy")
        self._rows = column(folder / f"{NAME}.rows.npy")
        self._saturations = column(folder / f"{NAME}.saturations.npy")
        self.number = lru_cache(maxsize=WORDS_KEPT)(self._words.number)  # that of a stem; None if no document holds it
        self._held = lru_cache(maxsize=WORDS_KEPT)(self._find)

    def weigh(self, asked: Sequence[str], rows: Rows | None = None) -> Scores:
        """The score of each of these documents, which ascend, for these stems, each as often as it is asked.

        The score of a document does not depend on which others are asked about; None asks about all.
        """
        every = rows is None or len(rows) == self.n
        few: Rows = np.arange(self.n, dtype=np.int32) if rows is None else rows
        looked_up, added = np.zeros(len(few)), np.zeros(0)
        for word in asked:
            held, saturations = self._held(word)
            if not every and LOOKUP * len(few) < len(held):
                places, among = _found(few, held)
                looked_up[places] += self.idf(word) * saturations[among]
            elif len(held):
                added = added if len(added) else np.zeros(self.n)
                added[held] += self.idf(word) * saturations
        if len(added):
            looked_up += added if every else added[few]
        return looked_up

    def holds(self, word: str, rows: Rows) -> NDArray[np.bool_]:
        """Which of these documents, which ascend, hold a stem."""
        held, _ = self._held(word)
        if LOOKUP * len(rows) < len(held):
            mask = np.zeros(len(rows), dtype=bool)
            mask[_found(rows, held)[0]] = True
            return mask
        every = np.zeros(self.n, dtype=bool)
        every[held] = True
        return every if len(rows) == self.n else every[rows]

    def weight(self, word: str, row: int) -> float:
        """What one stem adds to the score of one document."""
        return float(self.weigh([word], np.array([row], dtype=np.int32))[0])

    def bound(self, asked: Sequence[str]) -> float:
        """What no document's score for these stems can reach: every one of them held, without end."""
        return sum(self.idf(word) for word in asked)

    def idf(self, word: str) -> float:
        """How much a stem tells, by how few documents hold it; one that none holds tells the most."""
        held = len(self._held(word)[0])
        return math.log(1 + (self.n - held + 0.5) / (held + 0.5))

    def weights(self, asked: Iterable[str]) -> dict[str, float]:
        """How much each of these stems tells, by stem."""
        return {word: self.idf(word) for word in sorted(set(asked))}

    def rows(self, word: str) -> Rows:
        """The documents that hold a stem, ascending."""
        return self._held(word)[0]

    def _find(self, word: str) -> tuple[Rows, Saturations]:
        number = self.number(word)
        if number is None:
            return self._rows[:0], self._saturations[:0]
        here = slice(self._starts[number], self._starts[number + 1])
        return self._rows[here], self._saturations[here]


def _found(few: Rows, held: Rows) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The places in `few` of those that are in `held` too, and their places there."""
    among = np.searchsorted(held, few)
    among[among == len(held)] = 0
    places = np.flatnonzero(held[among] == few)
    return places, among[places]
