"""A cross-encoder is named by its weights, scores each pair by itself, and is refused when it was not made to score."""

from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertForMaskedLM, BertForSequenceClassification, BertTokenizerFast

from embeddings.cross_encoder import CrossEncoderReranker
from embeddings.models import DeviceUnavailable, ModelUnavailable
from embeddings.weights import weights_sum

TEXTS = ("a cat sat", "zebras", "the dogs ran over the hill and came back at night")
Make = Callable[..., Path]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Saves a tiny model that reads letters, drawn at random from a seed."""

    def made(*, labels: int = 1, seed: int = 0, kind: type = BertForSequenceClassification) -> Path:
        folder = tmp_path_factory.mktemp("model")
        vocabulary = [
            "[PAD]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "[MASK]",
            *ascii_lowercase,
            *(f"##{c}" for c in ascii_lowercase),
        ]
        (folder / "vocab.txt").write_text("\n".join(vocabulary), "utf-8")
        torch.manual_seed(seed)
        config = BertConfig(
            vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
            intermediate_size=16, max_position_embeddings=64, initializer_range=0.5, num_labels=labels,
        )  # fmt: skip
        kind(config).save_pretrained(folder)
        BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
        return folder

    return made


def test_it_is_named_by_its_folder_and_its_weights(make: Make) -> None:
    folder = make()
    assert CrossEncoderReranker(str(folder)).name == f"cross-encoder:{folder.name}@{(weights_sum(folder) or '')[:12]}"


def test_a_score_depends_on_its_own_text_and_the_query_alone(make: Make) -> None:
    reranker = CrossEncoderReranker(str(make()), device="cpu")
    together = reranker.scores("cat", TEXTS)
    alone = [float(reranker.scores("cat", [text])[0]) for text in TEXTS]
    assert (together.shape, together.dtype) == ((3,), np.float32)
    np.testing.assert_allclose(together, alone, atol=1e-6)
    assert len({round(score, 6) for score in alone}) == 3
    assert reranker.scores("cat", []).shape == (0,)


def test_a_model_that_scores_no_pairs_is_refused(make: Make) -> None:
    with pytest.raises(
        ModelUnavailable, match=r"expected a cross-encoder in .*, found BertForMaskedLM, which scores no"
    ):
        CrossEncoderReranker(str(make(kind=BertForMaskedLM)))


def test_a_model_with_several_scores_for_a_pair_is_refused(make: Make) -> None:
    with pytest.raises(ModelUnavailable, match=r"with one score for a pair in .*, found 3"):
        CrossEncoderReranker(str(make(labels=3)))


def test_what_is_no_model_or_half_a_one_is_refused(make: Make, tmp_path: Path) -> None:
    half = make() / "model.safetensors"
    half.write_bytes(half.read_bytes()[:5000])
    for broken in (tmp_path, tmp_path / "nowhere", half.parent):
        with pytest.raises(ModelUnavailable, match=r"expected a cross-encoder called .*, found none that can be read"):
            CrossEncoderReranker(str(broken))


def test_a_device_that_is_not_there_is_refused(make: Make) -> None:
    with pytest.raises(DeviceUnavailable, match="found 'abacus'"):
        CrossEncoderReranker(str(make()), device="abacus")
