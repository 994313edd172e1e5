"""An embedder that remembers the queries asked last, since readers page, filter and come back with the same one."""

from functools import lru_cache

from embeddings.embedder import Embedder, Vectors
from embeddings.wrapping import Wrapping

KEPT = 10_000  # queries; 15 MB at 384 dimensions


class RememberedQueries(Wrapping):
    """Passages go through unchanged; the vector of a query cannot be written to, since it is shared."""

    def __init__(self, embedder: Embedder, kept: int = KEPT) -> None:
        super().__init__(embedder)
        self._query = lru_cache(maxsize=kept)(self._embed)

    def embed_query(self, text: str) -> Vectors:
        return self._query(text)

    def _embed(self, text: str) -> Vectors:
        vector = super().embed_query(text)
        vector.setflags(write=False)
        return vector
