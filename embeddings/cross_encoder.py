"""A sentence-transformers cross-encoder as a reranker: reads query and text together, one pair at a time."""

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import CrossEncoder

from embeddings.models import ModelUnavailable


class CrossEncoderReranker:
    """`model` is a folder, or a name on the Hugging Face hub; `device` None: the fastest here."""

    def __init__(self, model: str, *, device: str | None = None) -> None:
        self._one_at_a_time = threading.Lock()
        try:
            self._model = CrossEncoder(model, device=device)
        except OSError as error:
            raise ModelUnavailable(
                f"expected a cross-encoder called {model!r} on this machine, found none ({error}); "
                "give the folder of one, or fetch it while online"
            ) from error

    def scores(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros(0, dtype=np.float32)
        pairs = [(query, text) for text in texts]
        with self._one_at_a_time:
            scores = self._model.predict(pairs, show_progress_bar=False)
        return np.asarray(scores, dtype=np.float32).reshape(-1)
