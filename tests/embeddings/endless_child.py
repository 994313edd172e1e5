"""Run as a program, `endless_child.py FOLDER`: keeps a first chunk of vectors and is at the second for ever."""

import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from embeddings.cache import CHUNK, CachedEmbedder, open_cache
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import each_alone


class EndlessEmbedder(Embedder):
    """Embeds one chunk and no more."""

    def __init__(self) -> None:
        self.name, self.dim = "counting", 2
        self._chunks = 0

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self._chunks += 1
        if self._chunks > 1:
            print("second chunk", flush=True)  # noqa: T201  # the parent waits for this line
            threading.Event().wait()
        return np.tile(np.array([1, 0], dtype=np.float32), (len(texts), 1))

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        return np.array([1, 0], dtype=np.float32)


if __name__ == "__main__":
    embedder = CachedEmbedder(EndlessEmbedder(), open_cache(Path(sys.argv[1])))
    embedder.embed_passages([str(i) for i in range(2 * CHUNK)])
