"""A cross-encoder is named by its weights, scores each pair by itself, and is refused when it was not made to score."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from transformers import BertForMaskedLM

from embeddings.cross_encoder import CrossEncoderReranker
from embeddings.models import DeviceUnavailable, ModelUnavailable
from embeddings.weights import weights_sum

TEXTS = ("a cat sat", "zebras", "the dogs ran over the hill and came back at night")
Make = Callable[..., Path]


def test_it_is_named_by_its_folder_and_its_weights(tiny_model: Make) -> None:
    folder = tiny_model()
    assert CrossEncoderReranker(str(folder)).name == f"cross-encoder:{folder.name}@{(weights_sum(folder) or '')[:12]}"


def test_a_score_depends_on_its_own_text_and_the_query_alone(tiny_model: Make) -> None:
    reranker = CrossEncoderReranker(str(tiny_model()), device="cpu")
    together = reranker.scores("cat", TEXTS)
    alone = [float(reranker.scores("cat", [text])[0]) for text in TEXTS]
    assert (together.shape, together.dtype) == ((3,), np.float32)
    np.testing.assert_allclose(together, alone, atol=1e-6)
    assert len({round(score, 6) for score in alone}) == 3
    assert reranker.scores("cat", []).shape == (0,)


def test_a_model_that_scores_no_pairs_is_refused(tiny_model: Make) -> None:
    with pytest.raises(
        ModelUnavailable, match=r"expected a cross-encoder in .*, found BertForMaskedLM, which scores no"
    ):
        CrossEncoderReranker(str(tiny_model(kind=BertForMaskedLM)))


def test_a_model_with_several_scores_for_a_pair_is_refused(tiny_model: Make) -> None:
    with pytest.raises(ModelUnavailable, match=r"with one score for a pair in .*, found 3"):
        CrossEncoderReranker(str(tiny_model(labels=3)))


def test_what_is_no_model_or_half_a_one_is_refused(tiny_model: Make, tmp_path: Path) -> None:
    half = tiny_model() / "model.safetensors"
    half.write_bytes(half.read_bytes()[:5000])
    for broken in (tmp_path, tmp_path / "nowhere", half.parent):
        with pytest.raises(ModelUnavailable, match=r"expected a cross-encoder called .*, found none that can be read"):
            CrossEncoderReranker(str(broken))


def test_a_device_that_is_not_there_is_refused(tiny_model: Make) -> None:
    with pytest.raises(DeviceUnavailable, match="found 'abacus'"):
        CrossEncoderReranker(str(tiny_model()), device="abacus")
