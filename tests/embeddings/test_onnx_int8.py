"""An export with weights of eight bits reads queries alone: nearly as the model does, whatever it is read beside."""

import logging
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from onnxruntime.capi import onnxruntime_pybind11_state as onnx_errors

from embeddings import onnx_int8
from embeddings.embedder import Embedder
from embeddings.models import ModelUnavailable, open_embedder
from embeddings.onnx_files import ABOUT, WEIGHTS, Export, NotExportable, read_export
from embeddings.onnx_int8 import check, write_int8
from embeddings.onnx_runtime import OnnxEmbedder, Session
from embeddings.packaged import open_integers
from tests.embeddings.test_onnx import PROJECT, Pointing

TEXTS = ("graph neural networks", "Does instruction tuning on explanations transfer?", "owls", "learning " * 3000)


def kept(models: Path) -> tuple[Path, Path]:
    """The folders of the export in fp32 and of that in integers."""
    first, second = sorted(path.parent for path in models.rglob(ABOUT))
    return first, second


def test_queries_are_near_those_of_the_model_and_passages_are_the_model_s(
    integers: Embedder, exported: Embedder
) -> None:
    cosines = [float(integers.embed_query(text) @ exported.embed_query(text)) for text in TEXTS]
    assert 0.999 < min(cosines) < max(cosines) < 0.9999
    assert integers.embed_passages(TEXTS).tobytes() == exported.embed_passages(TEXTS).tobytes()


def test_it_is_said_who_reads_queries_exactly(integers: Embedder, exported: Embedder, original: Embedder) -> None:
    assert [each.reads for each in (integers, exported, original)] == ["", "fp32 queries", "fp32 queries"]
    assert {each.name for each in (integers, exported, original)} == {"all-MiniLM-L6-v2@53aa51172d14"}


def test_it_lies_beside_the_other_at_two_thirds_the_size(models: Path) -> None:
    exact, integers = kept(models)
    assert integers.name == f"{exact.name}-int8"
    assert round((integers / WEIGHTS).stat().st_size / (exact / WEIGHTS).stat().st_size, 2) == 0.66
    assert (integers / WEIGHTS).stat().st_mode == (exact / WEIGHTS).stat().st_mode


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_how_many_threads_read_changes_no_byte(threads: int, models: Path, integers: Embedder) -> None:
    _, folder = kept(models)
    export = read_export(folder)
    assert export is not None
    other = OnnxEmbedder(folder, export, name="m", graph=Session(folder / "model.onnx", threads))
    assert [other.embed_query(text).tobytes() for text in TEXTS] == [
        integers.embed_query(text).tobytes() for text in TEXTS
    ]


def test_a_texts_numbers_depend_little_on_those_beside_it(models: Path) -> None:
    """By rounding alone: scales are those of a token's own numbers."""
    reader = open_integers(models)
    together, alone = reader.embed_passages(TEXTS), [reader.embed_passages([text])[0] for text in TEXTS]
    np.testing.assert_allclose(together, alone, atol=2e-3)


def test_a_damaged_one_is_made_again(models: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(models, tmp_path / "models"))
    _, integers = kept(copied)
    whole = read_export(integers)
    (integers / WEIGHTS).write_bytes(b"no weights")
    assert read_export(integers) is None
    open_integers(copied)
    assert read_export(integers) == whole is not None


def test_who_reads_papers_first_makes_it_too(models: Path, tmp_path: Path) -> None:
    """Another may only read the folder, and has queries to read."""
    exact, integers = kept(models)
    shutil.copytree(exact, tmp_path / "models" / exact.name)
    open_embedder(cache=tmp_path / "models").embed_passages(["owls"])
    assert read_export(tmp_path / "models" / integers.name) == read_export(integers)


def test_one_that_cannot_be_made_is_an_error_that_says_what_to_do(models: Path, tmp_path: Path) -> None:
    exact, integers = kept(models)
    shutil.copytree(exact, tmp_path / "models" / exact.name)
    (tmp_path / "models" / integers.name).write_text("not a folder")
    with pytest.raises(
        ModelUnavailable, match=r"could not make one \(.*\); have the folder writable, or set CITERS_PRECISION=fp32"
    ):
        open_embedder(cache=tmp_path / "models").embed_query("owls")
    exactly = open_embedder(cache=tmp_path / "models", exact=True)
    assert exactly.embed_query("owls").shape == (384,)


def test_two_threads_that_want_it_at_once_make_it_once(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact, _ = kept(models)
    shutil.copytree(exact, tmp_path / "models" / exact.name)
    made: list[Path] = []

    def counted(exported: Path, export: Export, folder: Path) -> None:
        made.append(folder)
        write_int8(exported, export, folder)

    monkeypatch.setattr(onnx_int8, "write_int8", counted)
    embedder = open_embedder(cache=tmp_path / "models")
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(embedder.embed_query, "owls"), pool.submit(embedder.embed_passages, ["owls"])]
        assert [len(each.result()) for each in both] == [384, 1]
    assert len(made) == 1


def test_vectors_that_are_others_are_refused() -> None:
    check(lambda: Pointing(1, 0), Pointing(1, 0))
    with pytest.raises(NotExportable, match=r"within a cosine of 0\.998 of fp32's, found 0\.6000"):
        check(lambda: Pointing(1, 0), Pointing(0.6, 0.8))


def test_a_processor_that_does_not_take_integers_is_told_of() -> None:
    def refused() -> Embedder:
        raise onnx_errors.NotImplemented("no kernel for MatMulNBits")

    with pytest.raises(NotExportable, match="that this processor takes, found them refused"):
        check(refused, Pointing(1, 0))


def test_logging_stays_as_it_was_and_nothing_is_told(models: Path, tmp_path: Path) -> None:
    """In a process of its own: what is imported once would be silent here."""
    exact, _ = kept(models)
    program = (
        "import logging, sys; from pathlib import Path\n"
        "from embeddings.onnx_files import read_export; from embeddings.onnx_int8 import write_int8\n"
        "write_int8(Path(sys.argv[1]), read_export(Path(sys.argv[1])), Path(sys.argv[2]))\n"
        "print(logging.getLogger().handlers, logging.getLogger().level)"
    )
    command = [sys.executable, "-W", "error", "-c", program, str(exact), str(tmp_path / "made")]
    done = subprocess.run(command, env={"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", f"[] {logging.WARNING}\n")
