"""Vectors of texts that are made of sentences of papers held: nothing is embedded."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from embeddings.embedder import Embedder, Halves, Spans, Vectors, unit
from eval.bench.vectors import NOISE
from index.text.passages import paper_parts
from index.version import IndexVersion


class Recalled(Embedder):
    """An embedder that knows the papers of an index and their sentences, and what is made of these.

    A sentence has the vector that it has there, and so has a paper's text; any other text has the mean of its
    sentences' with noise added, at most NOISE of its length. A text of which no sentence is known is noise alone.
    """

    def __init__(self, version: IndexVersion, name: str) -> None:
        self.name, self.dim = name, int(version.vectors[0].size)
        self._version = version
        self._rows: dict[str, int] = {}
        self._places: dict[str, int] = {}
        parts: list[Halves] = []
        for row in version.snapshot.rows().tolist():
            own = paper_parts(version.snapshot.paper(row))
            self._rows[own.text] = row
            for sentence, vector in zip(own.sentences, version.sentences.of(row), strict=True):
                if sentence not in self._places and vector.any():
                    self._places[sentence] = len(parts)
                    parts.append(vector.astype(np.float16))
        self._parts: Halves = np.array(parts, dtype=np.float16).reshape(-1, self.dim)

    def embed_query(self, text: str) -> Vectors:
        return np.asarray(self.embed_passages([text])[0])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self.embed_spans(texts, [[(0, len(text))] for text in texts])[1].astype(np.float32)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        wholes, parts = np.empty((len(texts), self.dim), dtype=np.float32), []
        for at, (text, own) in enumerate(zip(texts, spans, strict=True)):
            known = [self._places.get(text[start:end], -1) for start, end in own]
            vectors = self._parts[known].astype(np.float32) if known else np.empty((0, self.dim), dtype=np.float32)
            held = np.array(known, dtype=np.int64) >= 0
            row = self._rows.get(text)
            wholes[at] = self._made(text, vectors[held]) if row is None else self._version.vectors[row]
            parts.append(np.where(held[:, None], vectors, wholes[at]).astype(np.float16))
        return wholes, np.concatenate([np.empty((0, self.dim), dtype=np.float16), *parts])

    def _made(self, text: str, sentences: Vectors) -> Vectors:
        drawn = np.random.default_rng(crc32(text.encode()))
        noise = drawn.standard_normal(self.dim, dtype=np.float32) / np.float32(np.sqrt(self.dim))
        if not len(sentences):
            return np.asarray(unit(noise[None])[0])
        mean = unit(sentences.mean(axis=0)[None])[0]
        return np.asarray(unit((mean + drawn.random(dtype=np.float32) * NOISE * noise)[None])[0])
