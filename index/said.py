"""Which words each sentence of a paper holds, found when the index is built, so that no search reads a sentence."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.values import Paper
from index.columns import column
from index.passages import paper_parts
from index.tokens import stems

NAME = "said"

Span = tuple[int, int]


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
    """What was written, memory-mapped and never changed, so thread-safe."""

    def __init__(self, folder: Path) -> None:
        self._words, self._ends, self._starts, self._spans = (
            column(_path(folder, name)) for name in ("words", "ends", "starts", "spans")
        )

    def weighed(self, row: int, weights: Mapping[int, float]) -> list[Weighed]:
        """The parts of a row's text in order, the title first; `weights` are those of the words asked for, by number.

        A word counts once a part. Offsets are code points of `paper_text`.
        """
        begin, end = self._starts[row], self._starts[row + 1]
        ends = self._ends[begin : end + 1]
        words = self._words[ends[0] : ends[-1]]
        asked = np.array(sorted(weights), dtype=np.int64)
        sums = np.zeros(len(words) + 1)
        if asked.size and len(words):
            places = np.minimum(np.searchsorted(asked, words), asked.size - 1)
            told = np.array([weights[number] for number in asked.tolist()])
            np.cumsum(np.where(asked[places] == words, told[places], 0.0), out=sums[1:])
        masses = np.round(np.diff(sums[ends - ends[0]]), 6).tolist()
        spans = self._spans[begin:end].tolist()
        return [Weighed(start, stop, mass) for (start, stop), mass in zip(spans, masses, strict=True)]


def _path(folder: Path, name: str) -> Path:
    return folder / f"{NAME}.{name}.npy"
