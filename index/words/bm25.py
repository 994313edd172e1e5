"""BM25 over numbered documents, each given as its stems: kept on disk, memory-mapped, and scored word by word."""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows, Scores
from index.ascending import found
from index.files.columns import column
from index.files.stack import Stack
from index.words.wordlist import Words, mapped

Saturations = NDArray[np.float32]
Places = NDArray[np.integer]

COUNTS, NAME = "lexical.json", "lexical"
# Looking a document up among those that hold a word costs about as much as adding the scores of this many of them.
LOOKUP = 16
NONE: Rows = np.empty(0, dtype=np.int32)
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

    @cached_property
    def idfs(self) -> Scores:
        """Of the words by their numbers, as far as they were asked for."""
        return np.full(len(self._words), np.nan)

    def word(self, number: int) -> str:
        return self._words[number]

    def counts(self, numbers: NDArray[np.integer]) -> NDArray[np.int64]:
        """How many documents hold each of these words."""
        starts = np.asarray(self._starts)
        found: NDArray[np.int64] = starts[numbers + 1] - starts[numbers]
        return found

    def held(self, word: str) -> tuple[Rows, Saturations]:
        """The documents that hold a stem, ascending, and what BM25 makes of it in each but for the idf."""
        number = self.number(word)
        if number is None:
            return self._rows[:0], self._saturations[:0]
        here = slice(self._starts[number], self._starts[number + 1])
        return self._rows[here], self._saturations[here]

    def weigh(self, asked: Sequence[tuple[str, float]], rows: Rows) -> Scores:
        """The score of each of these documents for stems of these weights."""
        looked_up, counted = np.zeros(len(rows)), list[tuple[Rows, Saturations, float]]()
        for word, weight in asked:
            held, saturations = self.held(word)
            if LOOKUP * len(rows) < len(held):
                places, among = found(rows, held)
                looked_up[places] += weight * saturations[among]
            elif len(held):
                counted.append((held, saturations, weight))
        return looked_up + summed(counted, self.n)[rows] if counted else looked_up

    def holders(self, word: str, rows: Rows) -> Places:
        """The places in `rows`, which ascend, of the documents that hold a stem."""
        held, _ = self.held(word)
        if LOOKUP * len(rows) < len(held):
            return found(rows, held)[0]
        if len(rows) == self.n:
            return held
        every = np.zeros(self.n, dtype=bool)
        every[held] = True
        return np.flatnonzero(every[rows])


class Bm25:
    """The documents of some folders, numbered on from one to the next. One without any of the stems asked for scores
    exactly 0, and its score does not depend on which others are asked about."""

    def __init__(self, folders: Sequence[Path], gone: Rows = NONE) -> None:
        """`gone` are the documents, ascending, that count no more: they tell nothing of how rare a word is."""
        self._parts = [Documents(folder) for folder in folders]
        self._stack, self._gone = Stack([part.n for part in self._parts]), gone
        self.n = len(self._stack)
        self.idf = lru_cache(maxsize=WORDS_KEPT)(self._idf)

    def weigh(self, asked: Sequence[str], rows: Rows | None = None) -> Scores:
        """The score of each of these documents for these stems, each as often as it is asked.

        None asks about all documents.
        """
        weighed = [(word, self.idf(word)) for word in asked]
        some: Rows = np.arange(self.n, dtype=np.int32) if rows is None else rows
        scores = np.empty(len(some))
        for part, where, own in self._stack.split(some):
            scores[where] = self._parts[part].weigh(weighed, own)
        return scores

    def holders(self, word: str, rows: Rows) -> Places:
        """The places in `rows`, which ascend, of the documents that hold a stem."""
        found = []
        for part, where, own in self._stack.split(rows):
            places = self._parts[part].holders(word, own)
            found.append(places + where.start if isinstance(where, slice) else where[places])
        return found[0] if len(found) == 1 else np.concatenate(found)

    def holds(self, word: str, rows: Rows) -> bool:
        """Whether one of these documents, which ascend, holds a stem; the first few that hold it tell most often."""
        first = [part.held(word)[0][:LOOKUP] + np.int32(start) for part, start in self._started()]
        return any(found(some, rows)[0].size for some in first if rows.size) or self.holders(word, rows).size > 0

    def bound(self, asked: Sequence[str]) -> float:
        """What no document's score for these stems can reach: every one of them held, without end."""
        return sum(self.idf(word) for word in asked)

    def _idf(self, word: str) -> float:
        rows = self.rows(word)
        gone = len(found(self._gone, rows)[0]) if len(self._gone) else 0
        return self._rarity(len(rows) - gone)

    def _rarity(self, held: int) -> float:
        """How much a stem tells that so many documents hold; one that none holds tells the most."""
        return math.log(1 + (self.n - len(self._gone) - held + 0.5) / (held + 0.5))

    def idfs(self, part: int, numbers: NDArray[np.int32]) -> Scores:
        """How much each of these words of one folder's list tells."""
        documents = self._parts[part]
        known = documents.idfs
        new = np.unique(numbers[np.isnan(known[numbers])])
        if len(self._parts) == 1 and not len(self._gone):
            known[new] = [self._rarity(held) for held in documents.counts(new).tolist()]
        else:
            known[new] = [self.idf(documents.word(number)) for number in new.tolist()]
        return np.asarray(known[numbers])

    def weights(self, asked: Iterable[str]) -> dict[str, float]:
        """How much each of these stems tells, by stem."""
        return {word: self.idf(word) for word in sorted(set(asked))}

    def rows(self, word: str) -> Rows:
        """The documents that hold a stem, ascending."""
        if len(self._parts) == 1:
            return self._parts[0].held(word)[0]
        return np.concatenate([part.held(word)[0] + np.int32(start) for part, start in self._started()])

    def _started(self) -> Iterator[tuple[Documents, int]]:
        """The parts, each with the number of its first document."""
        return zip(self._parts, self._stack.starts, strict=False)

    @property
    def numbers(self) -> list[Callable[[str], int | None]]:
        """For each folder, what finds a stem in its list of words."""
        return [part.number for part in self._parts]

    @property
    def mean_length(self) -> float:
        """That of the documents of the oldest part, by which the lengths of all are measured."""
        return self._parts[0].mean_length


def summed(counted: Sequence[tuple[Places, NDArray[np.floating], float]], n: int) -> Scores:
    """For each of n places the sum of what is beside it, times its weight, added in the order given."""
    rows = np.empty(sum(len(held) for held, _, _ in counted), dtype=np.intp)
    added = np.empty(len(rows))
    at = 0
    for held, scores, weight in counted:
        here = slice(at, at := at + len(held))
        rows[here] = held
        np.multiply(scores, weight, out=added[here])
    return np.asarray(np.bincount(rows, added, n), dtype=np.float64)
