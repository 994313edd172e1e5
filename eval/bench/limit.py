"""What a search cannot do without: its query embedded, every vector looked at once, and BM25's own retrieval."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s
import faiss
import numpy as np

from embeddings.embedder import Embedder, Vectors
from index.files.lines import Lines
from index.files.pointer import read_pointer, version_folder
from index.files.records import paper_from
from index.files.snapshot import PAPERS
from index.nearest.write_vectors import PAPER_VECTORS
from index.text.tokens import query_stems
from index.words.write_bm25 import K1, B
from index.words.write_lexical import field_stems

DEPTH = 10

logging.getLogger("bm25s").setLevel(logging.WARNING)

Part = Callable[[str], object]


class Limit:
    """The parts of the limit over one index: the libraries at work, and nothing of ours but the model and the words.

    A query is embedded before it is scanned for, so `scan` and `words` look up what `prepare` made of it.
    """

    def __init__(self, root: Path, embedder: Embedder) -> None:
        pointer = read_pointer(root)
        folder = version_folder(root, pointer.index_id if pointer else "")
        self._vectors: Vectors = np.load(folder / PAPER_VECTORS)
        self._ranker = _ranker(folder)
        self._embedder = embedder
        self._embedded: dict[str, Vectors] = {}
        self._stems: dict[str, list[str]] = {}

    def prepare(self, queries: Sequence[str]) -> None:
        known = self._ranker.vocab_dict
        self._embedded = {query: self._embedder.embed_query(query)[None, :].copy() for query in queries}
        self._stems = {query: [stem for stem in query_stems(query) if stem in known] for query in queries}

    def whole(self, query: str) -> object:
        """The three for one query, one after another, as a search needs them: each finds the processor's caches full of
        what the one before has read."""
        self._embedded[query] = self.embed(query)[None, :].copy()
        return self.scan(query), self.words(query)

    def embed(self, query: str) -> Vectors:
        return self._embedder.embed_query(query)

    def scan(self, query: str) -> Vectors:
        """FAISS's exact inner product with every row, in one thread."""
        vector, (n, dim), k = self._embedded[query], self._vectors.shape, min(DEPTH, len(self._vectors))
        scores, rows = np.empty((1, k), dtype=np.float32), np.empty((1, k), dtype=np.int64)
        faiss.omp_set_num_threads(1)
        near, every = faiss.swig_ptr(vector), faiss.swig_ptr(self._vectors)
        faiss.knn_inner_product(near, every, dim, 1, n, k, faiss.swig_ptr(scores), faiss.swig_ptr(rows))
        return scores

    def words(self, query: str) -> object:
        """bm25s over the same papers, asked with the same stems; nothing for a query of which no word is held."""
        if not self._stems[query]:
            return ()
        k = min(DEPTH, len(self._vectors))
        return self._ranker.retrieve([self._stems[query]], k=k, show_progress=False, n_threads=0)


def _ranker(folder: Path) -> bm25s.BM25:
    """bm25s over the words of the papers that the folder holds, as many times as they count."""
    ranker = bm25s.BM25(method="lucene", k1=K1, b=B)
    papers = [field_stems(paper) for paper in Lines(folder / PAPERS, paper_from)]
    ranker.index(papers, create_empty_token=False, show_progress=False)
    return ranker
