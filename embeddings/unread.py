"""What is known of texts before any model has read them: the vectors kept from earlier, and zeros for the others."""

from collections.abc import Mapping, Sequence

import numpy as np

from embeddings.cache import CachedEmbedder, VectorCache
from embeddings.embedder import Embedder, Halves, Precision, Spans, Vectors


class Unread(Embedder):
    """An embedder that reads nothing and answers zeros."""

    def __init__(self, name: str, dim: int) -> None:
        self.name, self.dim = name, dim

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), self.dim), dtype=np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return self.embed_passages(texts), np.zeros((sum(map(len, spans)), self.dim), dtype=np.float16)

    def embed_query(self, text: str) -> Vectors:
        vector: Vectors = self.embed_passages([text])[0]
        return vector


class Looked:
    """A vector cache that is looked into and never added to."""

    def __init__(self, cache: VectorCache) -> None:
        self._cache = cache

    def held(self, keys: Sequence[bytes]) -> list[bytes | None]:
        return self._cache.held(keys)

    def keep(self, entries: Mapping[bytes, bytes]) -> list[bytes]:
        return list(entries.values())


def as_kept(name: str, dim: int, cache: VectorCache, precision: Precision = "fp32") -> CachedEmbedder:
    """An embedder that knows what the cache does of this model in this precision, and nothing else."""
    return CachedEmbedder(Unread(name, dim), Looked(cache), precision=precision)
