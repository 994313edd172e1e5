"""One model that reads passages by one runtime and queries by another."""

from embeddings.embedder import Embedder, Vectors
from embeddings.wrapping import Wrapping


class Divided(Wrapping):
    def __init__(self, passages: Embedder, queries: Embedder) -> None:
        super().__init__(passages)
        self.reads, self._queries = queries.reads, queries

    def embed_query(self, text: str) -> Vectors:
        return self._queries.embed_query(text)
