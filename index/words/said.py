"""Which words each sentence of a paper holds, found when the index is built, so that no search reads a sentence."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.values import Paper
from index.arrays import Numbers
from index.files.columns import column
from index.files.stack import Stack
from index.text.passages import paper_parts
from index.text.tokens import stems

NAME = "said"

Weights = NDArray[np.float64]
Number = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Worded:
    """The parts of one paper's text, the title first: `spans` are code points of `paper_text`, and part i holds the
    words `words[ends[i]:ends[i + 1]]`, each once, by their numbers in the list of the index's part `part`."""

    part: int
    spans: list[list[int]]
    words: Numbers
    ends: NDArray[np.int64]


def by_part(said: Sequence[Worded]) -> Iterator[tuple[int, list[int]]]:
    """The parts of the index that these are in, and the places of those in each."""
    for part in sorted({each.part for each in said}):
        yield part, [place for place, each in enumerate(said) if each.part == part]


class Weighed(NamedTuple):
    """A part of a paper's text (its title, or a sentence of its TL;DR or abstract), and what of a query it holds."""

    start: int
    end: int
    mass: float


def write_said(folder: Path, papers: Iterable[Paper], words: Sequence[str]) -> None:
    """`words` is the sorted list of all stems; papers come in row order."""
    numbers = {word: number for number, word in enumerate(words)}
    held, ends, spans, starts = array("i"), array("q", [0]), array("i"), array("q", [0])
    for paper in papers:
        parts = paper_parts(paper)
        for start, end in parts.spans:
            said = map(numbers.get, stems(parts.text[start:end]))
            held.extend(sorted({number for number in said if number is not None}))  # those of a word cut in two
            ends.append(len(held))
            spans.extend((start, end))
        starts.append(len(ends) - 1)
    for name, numbers_of, kind in (("words", held, np.int32), ("ends", ends, np.int64), ("starts", starts, np.int64)):
        np.save(_path(folder, name), np.asarray(numbers_of, dtype=kind))
    np.save(_path(folder, "spans"), np.asarray(spans, dtype=np.int32).reshape(-1, 2))


class Said:
    """What was written to some folders, whose rows count on from one to the next."""

    def __init__(self, folders: Sequence[Path], numbers: Sequence[Number]) -> None:
        """Each of `numbers` finds a stem in the list of words that its folder was written with."""
        self._parts = [Written(folder, number) for folder, number in zip(folders, numbers, strict=True)]
        self._stack = Stack([len(part) for part in self._parts])

    def weighed(self, rows: Sequence[int], weights: Mapping[str, float]) -> list[list[Weighed]]:
        """The parts of each row's text in order, the title first; `weights` are those of the stems asked for.

        A stem counts once a part. Offsets are code points of `paper_text`.
        """
        found: list[list[Weighed]] = [[] for _ in rows]
        for part, where, own in self._stack.split(np.asarray(rows, dtype=np.int64)):
            places = np.arange(len(rows))[where].tolist()
            for place, parts in zip(places, self._parts[part].weighed(own.tolist(), weights), strict=True):
                found[place] = parts
        return found

    def worded(self, row: int) -> Worded:
        """The words of each part of a row's text."""
        part, at = self._stack.where(row)
        return Worded(part, *self._parts[part].worded(at))


class Written:
    """What was written to one folder, memory-mapped and never changed, so thread-safe."""

    def __init__(self, folder: Path, number: Number) -> None:
        self._number = number
        self._words, self._ends, self._starts, self._spans = (
            column(_path(folder, name)) for name in ("words", "ends", "starts", "spans")
        )

    def __len__(self) -> int:
        return len(self._starts) - 1

    def worded(self, row: int) -> tuple[list[list[int]], Numbers, NDArray[np.int64]]:
        """The spans, words and ends of a row of this folder."""
        begin, end = self._starts[row], self._starts[row + 1]
        ends = self._ends[begin : end + 1]
        return self._spans[begin:end].tolist(), self._words[ends[0] : ends[-1]], ends - ends[0]

    def weighed(self, rows: Sequence[int], weights: Mapping[str, float]) -> list[list[Weighed]]:
        """As `Said.weighed`, of rows of this folder."""
        if not rows:
            return []
        asked, told = self._asked(weights)
        spans, words, ends = zip(*map(self.worded, rows), strict=True)
        every, begins = np.concatenate(words), np.cumsum([0, *map(len, words)])
        sums = np.zeros(len(every) + 1)
        if asked.size and every.size:
            places = np.minimum(asked.searchsorted(every), asked.size - 1)
            np.cumsum(np.where(asked[places] == every, told[places], 0.0), out=sums[1:])
        bounds = [sums[own + begin] for own, begin in zip(ends, begins, strict=False)]
        masses = iter(np.round(np.diff(np.concatenate(bounds)), 6).tolist())
        found = []
        for own in spans:
            found.append([Weighed(start, stop, next(masses)) for start, stop in own])
            next(masses, None)  # between a row's last end and the first of the next there is nothing
        return found

    def _asked(self, weights: Mapping[str, float]) -> tuple[Numbers, Weights]:
        """The stems that this folder knows, as numbers that ascend, and beside them what they weigh."""
        numbered = sorted((at, weight) for word, weight in weights.items() if (at := self._number(word)) is not None)
        return np.array([at for at, _ in numbered], np.int32), np.array([weight for _, weight in numbered], np.float64)


def _path(folder: Path, name: str) -> Path:
    return folder / f"{NAME}.{name}.npy"
