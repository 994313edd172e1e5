"""Writes a version's vectors: one for each paper, one for each of its sentences, and those of citing sentences."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from corpus.values import Citation, Paper
from embeddings.embedder import Embedder, Halves, Reading, Vectors
from index.grouped import write_grouped
from index.large_pages import Pieces, begin_array
from index.lines import Lines
from index.passages import Parts, paper_parts
from index.progress import Progress
from index.records import citation_from, paper_from
from index.snapshot import CITATIONS, PAPERS

Told = Callable[[int], None]
Read = tuple[range, Sequence[Parts], tuple[Vectors, Halves]]  # rows, what they hold, and the vectors of it

PAPER_VECTORS = "vectors.paper.npy"
SENTENCES, CONTEXTS = "vectors.sentences", "vectors.contexts"
EMBEDDED_AT_ONCE = 512
AHEAD = 1  # turns begun beside the one that is waited for


def read_one(folder: Path, embedder: Embedder) -> None:
    """Has one text read, by which what reads is loaded if it is needed: beside other work in Python that takes thrice
    as long."""
    for paper in islice(Lines(folder / PAPERS, paper_from), 1):
        parts = paper_parts(paper)
        embedder.embed_spans([parts.text], [parts.spans])


def write_vectors(folder: Path, embedder: Embedder, progress: Progress) -> None:
    """Reads the papers and citations that the folder holds; one pass of the model over each text."""
    papers, citations = Lines(folder / PAPERS, paper_from), Lines(folder / CITATIONS, citation_from)
    total = len(papers) + len(citations)
    progress("vectors", 0, total)
    with Pieces(folder / PAPER_VECTORS) as wholes:
        begin_array(wholes, (len(papers), embedder.dim))
        sentences = _sentences(papers, embedder, wholes, lambda done: progress("vectors", done, total))
        write_grouped(folder, SENTENCES, sentences)
    contexts = _contexts(citations, embedder, lambda done: progress("vectors", len(papers) + done, total))
    write_grouped(folder, CONTEXTS, contexts)


def _sentences(papers: Lines[Paper], embedder: Embedder, wholes: Pieces, told: Told) -> Iterator[Halves]:
    """The vectors of each paper's parts, row by row; its own goes to `wholes`, zeros where the paper has no text."""
    for rows, parts, (vectors, halves) in _read(papers, embedder):
        held = np.array([bool(each.text) for each in parts])
        wholes.write(np.where(held[:, None], vectors, 0).astype(np.float32).tobytes())
        yield from np.split(halves, np.cumsum([len(each.spans) for each in parts])[:-1])
        told(rows.stop)


def _read(papers: Lines[Paper], embedder: Embedder) -> Iterator[Read]:
    """Turn by turn, the next one begun before one is waited for, so that no reader waits for another at its end."""
    under_way = deque[tuple[range, Sequence[Parts], Reading]]()
    try:
        for rows in _turns(len(papers)):
            parts = [paper_parts(papers[row]) for row in rows]
            reading = embedder.begin_spans([each.text for each in parts], [each.spans for each in parts])
            under_way.append((rows, parts, reading))
            if len(under_way) > AHEAD:
                yield _ended(under_way)
        while under_way:
            yield _ended(under_way)
    finally:
        for _, _, reading in under_way:
            reading.cancel()


def _ended(under_way: deque[tuple[range, Sequence[Parts], Reading]]) -> Read:
    rows, parts, reading = under_way[0]
    found = reading.result()
    under_way.popleft()
    return rows, parts, found


def _contexts(citations: Lines[Citation], embedder: Embedder, told: Told) -> Iterator[Halves]:
    """The vectors of each citation's citing sentences, every sentence read by itself."""
    for rows in _turns(len(citations)):
        texts = [[sentence.text for sentence in citations[row].contexts] for row in rows]
        vectors = embedder.embed_passages([text for own in texts for text in own]).astype(np.float16)
        yield from np.split(vectors, np.cumsum([len(own) for own in texts])[:-1])
        told(rows.stop)


def _turns(count: int) -> Iterator[range]:
    return (range(start, min(start + EMBEDDED_AT_ONCE, count)) for start in range(0, count, EMBEDDED_AT_ONCE))
