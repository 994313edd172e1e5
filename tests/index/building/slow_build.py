"""Run as a program, `slow_build.py ROOT`: begins a build, says "embedding" once that is reached, and never ends."""

import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.values import Paper
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.spans import each_alone
from index.building.build import EMBEDDED_AT_ONCE
from tests.built import build_version


class EndlessEmbedder(Embedder):
    """Embeds one chunk and is then at it for ever."""

    def __init__(self) -> None:
        self.name, self.dim = "letters", 3
        self._chunks = 0

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self._chunks += 1
        if self._chunks > 1:
            print("embedding", flush=True)  # noqa: T201  # the parent waits for this line
            threading.Event().wait()
        return np.tile(np.array([1, 0, 0], dtype=np.float32), (len(texts), 1))

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        return np.array([1, 0, 0], dtype=np.float32)


if __name__ == "__main__":
    papers = [Paper(f"local:{i:04}", "a") for i in range(2 * EMBEDDED_AT_ONCE)]
    build_version(Path(sys.argv[1]), papers=papers, citations=(), hubs=(), embedder=EndlessEmbedder(), revision=2)
