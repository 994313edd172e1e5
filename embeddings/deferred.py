"""An embedder whose name and dimension are known beforehand, so that its model is loaded only when a text comes."""

import threading
from collections.abc import Callable, Sequence

from embeddings.embedder import Embedder, Halves, Reading, Spans, Vectors


class DeferredEmbedder(Embedder):
    """Loads on first use, once, whichever thread comes first; what loading raises, the first use raises."""

    def __init__(self, name: str, dim: int, load: Callable[[], Embedder], *, reads: str = "") -> None:
        self.name, self.dim, self.reads = name, dim, reads
        self._load = load
        self._loaded: Embedder | None = None
        self._loading = threading.Lock()

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder().embed_passages(texts)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return self._embedder().embed_spans(texts, spans)

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        return self._embedder().begin_spans(texts, spans)

    def load(self) -> None:
        self._embedder().load()

    def embed_query(self, text: str) -> Vectors:
        return self._embedder().embed_query(text)

    def _embedder(self) -> Embedder:
        with self._loading:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded
