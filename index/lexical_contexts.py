"""Citing sentences as words to search by: what a hub's citers say of the hub, apart from their own texts."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.values import Citation
from index.lexical_bm25 import Bm25, write_bm25
from index.tokens import stems

NUMBERS = "numbers.npy"


def write_contexts(folder: Path, citations: Iterable[Citation]) -> None:
    """Writes the citing sentences of those citations that have any, numbered from 0 in the order of all."""
    numbers: list[int] = []

    def documents() -> Iterator[list[str]]:
        for number, citation in enumerate(citations):
            if citation.contexts:
                numbers.append(number)
                yield [stem for sentence in citation.contexts for stem in stems(sentence.text)]

    write_bm25(folder, documents())
    np.save(folder / NUMBERS, np.array(numbers, dtype=np.int32))


class Contexts:
    """A sentence belongs to one citation of one hub, and is looked at only where that hub is in scope."""

    def __init__(self, folder: Path) -> None:
        self._words = Bm25(folder)
        self._numbers: NDArray[np.int32] = np.load(folder / NUMBERS)

    def matched(self, asked: Sequence[str], citations: slice) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Of these citations, the places of those with sentences, and BM25 over its bound of each: within [0, 1]."""
        start, end = np.searchsorted(self._numbers, [citations.start, citations.stop])
        places = self._numbers[start:end].astype(np.int64) - citations.start
        if start == end:
            return places, np.zeros(0)
        scores = self._words.weigh(asked)[start:end].astype(np.float64)
        return places, scores / (self._words.bound(asked) or 1.0)
