"""An entailment model judges pairs by the label that names entailment, and is refused where none does."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from transformers import AutoConfig

from embeddings.entailment import CrossEncoderEntailment
from embeddings.models import ModelUnavailable
from embeddings.weights import weights_sum

Make = Callable[..., Path]
PREMISES, HYPOTHESES = ("a cat sat", "zebras"), ("a cat", "dogs ran")


def labelled(folder: Path, *labels: str) -> Path:
    config = AutoConfig.from_pretrained(folder)
    config.id2label = dict(enumerate(labels))
    config.label2id = {label: place for place, label in enumerate(labels)}
    config.save_pretrained(folder)
    return folder


def test_it_is_named_by_its_folder_and_its_weights(tiny_model: Make) -> None:
    folder = tiny_model()
    name = f"cross-encoder:{folder.name}@{(weights_sum(folder) or '')[:12]}"
    assert CrossEncoderEntailment(str(folder)).name == name


def test_of_several_labels_the_share_of_entailment_counts(tiny_model: Make) -> None:
    folder = tiny_model(labels=3)
    by_label = [
        CrossEncoderEntailment(str(labelled(folder, *labels))).chances(PREMISES, HYPOTHESES)
        for labels in (
            ("entailment", "neutral", "contradiction"),
            ("contradiction", "ENTAILMENT", "neutral"),
            ("contradiction", "neutral", "entailment"),
        )
    ]
    np.testing.assert_allclose(np.sum(by_label, axis=0), [1.0, 1.0], atol=1e-5)
    assert all(0 < chance < 1 for chances in by_label for chance in chances)


def test_of_one_label_its_logistic_counts_and_no_pairs_have_none(tiny_model: Make) -> None:
    model = CrossEncoderEntailment(str(tiny_model()))
    chances = model.chances(PREMISES, HYPOTHESES)
    assert (chances.shape, chances.dtype) == ((2,), np.float32)
    assert model.chances((), ()).shape == (0,)


def test_a_model_without_a_label_for_entailment_is_refused(tiny_model: Make) -> None:
    with pytest.raises(ModelUnavailable, match=r"expected an entailment model in .*, found labels good, bad"):
        CrossEncoderEntailment(str(labelled(tiny_model(labels=2), "good", "bad")))
