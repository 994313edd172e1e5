"""An export in integers is smaller, near the model, and opened and checked as any other."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from embeddings.models import open_embedder
from embeddings.onnx_files import WEIGHTS, read_export
from embeddings.onnx_int8 import quantize

TEXTS = ("graph neural networks", "Does instruction tuning on explanations transfer?", "owls", "")


@pytest.fixture(scope="module")
def integers(models: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("integers") / "models"
    quantize(models, made)
    return made


def test_it_is_kept_under_the_same_name_and_two_thirds_the_size(models: Path, integers: Path) -> None:
    (before,), (after,) = models.iterdir(), integers.iterdir()
    assert after.name == before.name
    assert round((after / WEIGHTS).stat().st_size / (before / WEIGHTS).stat().st_size, 2) == 0.65


def test_an_export_in_integers_is_opened_in_its_place_and_lies_near_the_model(
    exported: Embedder, integers: Path
) -> None:
    embedder = open_embedder(cache=integers)
    cosines = [float(exported.embed_query(text) @ embedder.embed_query(text)) for text in TEXTS]
    assert 0.97 < min(cosines) < max(cosines) < 0.9999


def test_a_damaged_export_is_left_out(models: Path, tmp_path: Path) -> None:
    (kept,) = models.iterdir()
    (tmp_path / "models" / kept.name).mkdir(parents=True)
    assert read_export(tmp_path / "models" / kept.name) is None
    quantize(tmp_path / "models", tmp_path / "made")
    assert not (tmp_path / "made").exists()
