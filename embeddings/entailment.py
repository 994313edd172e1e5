"""A sentence-transformers cross-encoder that was trained to tell whether one text entails another."""

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from torch.nn import Identity

from embeddings.cross_encoder import load_cross_encoder
from embeddings.models import ModelUnavailable
from embeddings.named import weighed

ENTAILS = ("entail", "support", "consistent", "supported")


class CrossEncoderEntailment:
    """`model` is a folder, or a name on the Hugging Face hub; it has one label, or one of several for entailment."""

    def __init__(self, model: str, *, device: str = "cpu") -> None:
        self._one_at_a_time = threading.Lock()
        self._model = load_cross_encoder(model, device)
        self._label = _entailing_label(model, getattr(self._model.config, "id2label", None) or {})
        self.name = f"cross-encoder:{weighed(model)}"

    def chances(self, premises: Sequence[str], hypotheses: Sequence[str]) -> NDArray[np.float32]:
        if not premises:
            return np.zeros(0, dtype=np.float32)
        with self._one_at_a_time:
            logits = self._model.predict(
                list(zip(premises, hypotheses, strict=True)), show_progress_bar=False, activation_fn=Identity()
            )
        return _probabilities(np.asarray(logits, dtype=np.float64).reshape(len(premises), -1), self._label)


def _probabilities(logits: NDArray[np.float64], label: int) -> NDArray[np.float32]:
    """Of one logit a pair its logistic, of several the share of the entailing one."""
    if logits.shape[1] == 1:
        return np.asarray(1 / (1 + np.exp(-logits[:, 0])), dtype=np.float32)
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted[:, label] / shifted.sum(axis=1), dtype=np.float32)


def _entailing_label(name: str, labels: dict[int, str]) -> int:
    """Raises ModelUnavailable where none of several labels says that a pair is one of entailment."""
    if len(labels) == 1:
        return 0
    for place, label in sorted(labels.items()):
        told = label.lower()
        if told.startswith(ENTAILS) and not told.startswith("not"):
            return int(place)
    raise ModelUnavailable(
        f"expected an entailment model in {name!r}, found labels {', '.join(labels.values())}; "
        "choose one whose labels name entailment"
    )
