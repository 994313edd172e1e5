"""Writes a version's vectors: one for each paper, one for each of its sentences, and those of citing sentences."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from corpus.values import Citation, Paper
from embeddings.embedder import Embedder
from embeddings.spans import embed_every_span
from index.grouped import Halves, write_grouped
from index.large_pages import Pieces, begin_array
from index.lines import Lines
from index.passages import paper_parts
from index.progress import Progress
from index.records import citation_from, paper_from
from index.snapshot import CITATIONS, PAPERS

Told = Callable[[int], None]

PAPER_VECTORS = "vectors.paper.npy"
SENTENCES, CONTEXTS = "vectors.sentences", "vectors.contexts"
EMBEDDED_AT_ONCE = 512


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
    for rows in _turns(len(papers)):
        parts = [paper_parts(papers[row]) for row in rows]
        texts, spans = [each.text for each in parts], [each.spans for each in parts]
        vectors, halves = embed_every_span(embedder, texts, spans)
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


def _turns(count: int) -> Iterator[range]:
    return (range(start, min(start + EMBEDDED_AT_ONCE, count)) for start in range(0, count, EMBEDDED_AT_ONCE))
