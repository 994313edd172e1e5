"""Writes a version's vectors: one for each paper, one for each of its sentences, and those of citing sentences."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from corpus.values import Citation
from embeddings.embedder import Embedder, Halves, Reading, Vectors
from index.files.large_pages import Pieces, begin_array
from index.files.lines import Lines
from index.files.records import citation_from, paper_from
from index.files.snapshot import CITATIONS, PAPERS
from index.nearest.grouped import write_grouped
from index.progress import Progress
from index.text.passages import Parts, paper_parts

Told = Callable[[int], None]
Read = tuple[range, Sequence[Parts], tuple[Vectors, Halves]]  # rows, what they hold, and the vectors of it

PAPER_VECTORS = "vectors.paper.npy"
SENTENCES, CONTEXTS = "vectors.sentences", "vectors.contexts"
EMBEDDED_AT_ONCE = 512
FIRST = 128  # papers of the first turn, for which every core waits


class Turns:
    """The papers of a folder, read turn by turn. The first is begun on entering, each other before one is waited for,
    so that no reader waits for another at a turn's end."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.embedder, self.papers = embedder, Lines(folder / PAPERS, paper_from)
        self._left = _turns(len(self.papers), FIRST)
        self._under_way = deque[tuple[range, Sequence[Parts], Reading]]()

    def __enter__(self) -> Self:
        self._begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, _, reading in self._under_way:
            reading.cancel()

    def __iter__(self) -> Iterator[Read]:
        while self._under_way:
            self._begin()
            rows, parts, reading = self._under_way[0]
            found = reading.result()
            self._under_way.popleft()
            yield rows, parts, found

    def _begin(self) -> None:
        for rows in islice(self._left, 1):
            parts = [paper_parts(self.papers[row]) for row in rows]
            reading = self.embedder.begin_spans([each.text for each in parts], [each.spans for each in parts])
            self._under_way.append((rows, parts, reading))


def write_vectors(folder: Path, turns: Turns, progress: Progress) -> None:
    """Of the papers, whose `turns` have been begun, and the citations that the folder holds; one pass of the model over
    each text."""
    papers, citations = len(turns.papers), Lines(folder / CITATIONS, citation_from)
    total = papers + len(citations)
    progress("vectors", 0, total)
    with Pieces(folder / PAPER_VECTORS) as wholes:
        begin_array(wholes, (papers, turns.embedder.dim))
        write_grouped(folder, SENTENCES, _sentences(turns, wholes, lambda done: progress("vectors", done, total)))
    contexts = _contexts(citations, turns.embedder, lambda done: progress("vectors", papers + done, total))
    write_grouped(folder, CONTEXTS, contexts)


def _sentences(turns: Turns, wholes: Pieces, told: Told) -> Iterator[Halves]:
    """The vectors of each paper's parts, row by row; its own goes to `wholes`, zeros where the paper has no text."""
    for rows, parts, (vectors, halves) in turns:
        held = np.array([bool(each.text) for each in parts])
        wholes.write(np.where(held[:, None], vectors, 0).astype(np.float32).tobytes())
        yield from np.split(halves, np.cumsum([len(each.spans) for each in parts])[:-1])
        told(rows.stop)


def _contexts(citations: Lines[Citation], embedder: Embedder, told: Told) -> Iterator[Halves]:
    """The vectors of each citation's citing sentences, every sentence read by itself."""
    for rows in _turns(len(citations)):
        texts = [[sentence.text for sentence in citations[row].contexts] for row in rows]
        vectors = embedder.embed_passages([text for own in texts for text in own]).astype(np.float16)
        yield from np.split(vectors, np.cumsum([len(own) for own in texts])[:-1])
        told(rows.stop)


def _turns(count: int, first: int = EMBEDDED_AT_ONCE) -> Iterator[range]:
    bounds = [0, *range(first, count, EMBEDDED_AT_ONCE), count] if count else []
    return (range(start, end) for start, end in pairwise(bounds))
