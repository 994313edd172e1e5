"""An embedder whose name and dimension are known beforehand, so that its model is loaded only when a text comes."""

import threading
from collections.abc import Callable

from embeddings.embedder import Embedder
from embeddings.wrapping import Wrapping


class DeferredEmbedder(Wrapping):
    """Loads on first use, once, whichever thread comes first; what loading raises, the first use raises."""

    def __init__(self, name: str, dim: int, load: Callable[[], Embedder], *, reads: str = "") -> None:
        self.name, self.dim, self.reads = name, dim, reads
        self._load = load
        self._loaded: Embedder | None = None
        self._loading = threading.Lock()

    def _inside(self) -> Embedder:
        with self._loading:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded
