"""A sentence-transformers cross-encoder as a reranker: reads query and text together, one pair at a time."""

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from sentence_transformers import CrossEncoder
from transformers.utils import logging as transformers_logging

from embeddings.models import ModelUnavailable
from embeddings.named import weighed
from embeddings.sentence_transformer import check_device

SCORING = ("ForSequenceClassification", "ForCausalLM")  # others would be given weights drawn at random to score with


class CrossEncoderReranker:
    """`model` is a folder, or a name on the Hugging Face hub."""

    def __init__(self, model: str, *, device: str = "cpu") -> None:
        self._one_at_a_time = threading.Lock()
        self._model = load_cross_encoder(model, device)
        _check_scores(model, self._model)
        self.name = f"cross-encoder:{weighed(model)}"

    def scores(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros(0, dtype=np.float32)
        pairs = [(query, text) for text in texts]
        with self._one_at_a_time:
            scores = self._model.predict(pairs, show_progress_bar=False)
        return np.asarray(scores, dtype=np.float32).reshape(-1)


def load_cross_encoder(name: str, device: str) -> CrossEncoder:
    """Raises ModelUnavailable where there is none, or one of another kind."""
    check_device(device)
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers does not annotate it
    try:
        model: CrossEncoder = CrossEncoder(name, device=device)
    except (OSError, ValueError, SafetensorError) as error:
        raise ModelUnavailable(
            f"expected a cross-encoder called {name!r} on this machine, found none that can be read ({error}); "
            "give the folder of one, or fetch it while online"
        ) from error
    _check(name, model)
    return model


def _check(name: str, model: CrossEncoder) -> None:
    kind = next(iter(getattr(model.config, "architectures", None) or ()), "a model of no known kind")
    if not kind.endswith(SCORING):
        raise ModelUnavailable(
            f"expected a cross-encoder in {name!r}, found {kind}, which scores no pairs; "
            "an embedding model goes into CITERS_MODEL"
        )


def _check_scores(name: str, model: CrossEncoder) -> None:
    if model.num_labels != 1:
        raise ModelUnavailable(
            f"expected a cross-encoder with one score for a pair in {name!r}, found {model.num_labels}; "
            "choose one that was trained to rank"
        )
