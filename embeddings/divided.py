"""One model that reads passages by one runtime and queries by another."""

from collections.abc import Sequence

from embeddings.embedder import Embedder, Halves, Reading, Spans, Vectors


class Divided(Embedder):
    def __init__(self, passages: Embedder, queries: Embedder) -> None:
        self.name, self.dim, self.reads = passages.name, passages.dim, queries.reads
        self._passages, self._queries = passages, queries

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._passages.embed_passages(texts)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return self._passages.embed_spans(texts, spans)

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        return self._passages.begin_spans(texts, spans)

    def load(self) -> None:
        self._passages.load()

    def embed_query(self, text: str) -> Vectors:
        return self._queries.embed_query(text)
