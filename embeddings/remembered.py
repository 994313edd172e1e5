"""An embedder that remembers the queries asked last, since readers page, filter and come back with the same one."""

from collections.abc import Sequence
from functools import lru_cache

from embeddings.embedder import Embedder, Halves, Reading, Spans, Vectors

KEPT = 10_000  # queries; 15 MB at 384 dimensions


class RememberedQueries(Embedder):
    """Passages go through unchanged; the vector of a query cannot be written to, since it is shared."""

    def __init__(self, embedder: Embedder, kept: int = KEPT) -> None:
        self.name, self.dim, self.reads = embedder.name, embedder.dim, embedder.reads
        self._embedder = embedder
        self._query = lru_cache(maxsize=kept)(self._embed)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed_passages(texts)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return self._embedder.embed_spans(texts, spans)

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        return self._embedder.begin_spans(texts, spans)

    def load(self) -> None:
        self._embedder.load()

    def embed_query(self, text: str) -> Vectors:
        return self._query(text)

    def _embed(self, text: str) -> Vectors:
        vector = self._embedder.embed_query(text)
        vector.setflags(write=False)
        return vector
