"""Which words each sentence of a paper holds, found when the index is built, so that no search reads a sentence."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.values import Paper
from index.columns import column
from index.passages import paper_parts
from index.stacked import Stack
from index.tokens import stems

NAME = "said"

Span = tuple[int, int]
Number = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Weighed:
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
            held.extend(sorted({numbers[stem] for stem in stems(parts.text[start:end])}))
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

    def weighed(self, row: int, weights: Mapping[str, float]) -> list[Weighed]:
        """The parts of a row's text in order, the title first; `weights` are those of the stems asked for.

        A stem counts once a part. Offsets are code points of `paper_text`.
        """
        part, at = self._stack.where(row)
        return self._parts[part].weighed(at, weights)


class Written:
    """What was written to one folder, memory-mapped and never changed, so thread-safe."""

    def __init__(self, folder: Path, number: Number) -> None:
        self._number = number
        self._words, self._ends, self._starts, self._spans = (
            column(_path(folder, name)) for name in ("words", "ends", "starts", "spans")
        )

    def __len__(self) -> int:
        return len(self._starts) - 1

    def weighed(self, row: int, weights: Mapping[str, float]) -> list[Weighed]:
        """As `Said.weighed`, of a row of this folder."""
        begin, end = self._starts[row], self._starts[row + 1]
        ends = self._ends[begin : end + 1]
        words = self._words[ends[0] : ends[-1]]
        numbered = sorted((at, weight) for word, weight in weights.items() if (at := self._number(word)) is not None)
        asked = np.array([at for at, _ in numbered], dtype=np.int64)
        sums = np.zeros(len(words) + 1)
        if asked.size and len(words):
            places = np.minimum(np.searchsorted(asked, words), asked.size - 1)
            told = np.array([weight for _, weight in numbered])
            np.cumsum(np.where(asked[places] == words, told[places], 0.0), out=sums[1:])
        masses = np.round(np.diff(sums[ends - ends[0]]), 6).tolist()
        spans = self._spans[begin:end].tolist()
        return [Weighed(start, stop, mass) for (start, stop), mass in zip(spans, masses, strict=True)]


def _path(folder: Path, name: str) -> Path:
    return folder / f"{NAME}.{name}.npy"
