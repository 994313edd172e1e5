"""What embedders have in common that add something to another one."""

from collections.abc import Sequence

from embeddings.embedder import Embedder, Halves, Reading, Spans, Vectors


class Wrapping(Embedder):
    """Hands everything on to the embedder inside; a class of its own changes what it is there for."""

    def __init__(self, inside: Embedder) -> None:
        self.name, self.dim, self.reads = inside.name, inside.dim, inside.reads
        self._held = inside

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._inside().embed_passages(texts)

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return self._inside().embed_spans(texts, spans)

    def begin_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> Reading:
        return self._inside().begin_spans(texts, spans)

    def load(self) -> None:
        self._inside().load()

    def embed_query(self, text: str) -> Vectors:
        return self._inside().embed_query(text)

    def _inside(self) -> Embedder:
        return self._held
