"""Many passages may be read in bfloat16: nearly the same vectors, by a library that is kept from telling of it."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from embeddings.cache import CachedEmbedder, VectorCache
from embeddings.embedder import Embedder
from embeddings.models import DEFAULT_MODEL, open_bulk_embedder
from embeddings.onnx_files import ABOUT, read_export
from embeddings.onnx_runtime import OnnxEmbedder
from embeddings.openvino_runtime import Bfloat16Graph, reads_bf16
from tests.embeddings.conftest import CountingEmbedder

PROJECT = Path(__file__).resolve().parents[2]
TEXTS = ["Graph neural networks.", "", "Wax of bees is dear. Lamps of amber burn slowly.", "learning " * 3000]
native = pytest.mark.skipif(not reads_bf16(), reason="needs OpenVINO and a processor that computes in bfloat16")


@pytest.fixture
def bulk(models: Path) -> Embedder:
    found = open_bulk_embedder(cache=models)
    assert found is not None
    return found


@native
def test_passages_in_bfloat16_point_where_those_in_fp32_do(bulk: Embedder, exported: Embedder) -> None:
    assert (bulk.name, bulk.dim) == (exported.name, exported.dim)
    cosines = (bulk.embed_passages(TEXTS) * exported.embed_passages(TEXTS)).sum(axis=1)
    assert (cosines > 0.9999).all()
    assert (cosines < 1 - 1e-6).all()


@native
def test_so_do_their_spans(bulk: Embedder, exported: Embedder) -> None:
    spans = [((0, 5), (6, 22)), (), ((0, 20), (21, 48)), ((0, 8), (20_000, 20_008))]
    (wholes, parts), (exact_wholes, exact_parts) = (one.embed_spans(TEXTS, spans) for one in (bulk, exported))
    assert ((wholes * exact_wholes).sum(axis=1) > 0.9999).all()
    cosines = (parts.astype(float) * exact_parts.astype(float)).sum(axis=1).round(3).tolist()
    assert cosines == [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]


@native
def test_equal_calls_give_equal_bytes(bulk: Embedder) -> None:
    first, second = (bulk.embed_passages(TEXTS).tobytes() for _ in range(2))
    assert first == second


@native
def test_how_many_streams_read_and_which_of_them_changes_no_byte(models: Path) -> None:
    folder = next(path.parent for path in models.rglob(ABOUT))
    export = read_export(folder)
    assert export is not None
    texts = [f"{n} " + "learning of lamps " * (n * 7 % 60) for n in range(90)]
    spans = [((0, 2), (2, len(text))) for text in texts]
    one, three = (OnnxEmbedder(folder, export, name="m", graph=Bfloat16Graph(folder, n)) for n in (1, 3))
    with ThreadPoolExecutor(3) as callers:
        found = list(callers.map(lambda reader: reader.embed_spans(texts, spans), [one, three, three, one, three]))
    assert len({(wholes.tobytes(), parts.tobytes()) for wholes, parts in found}) == 1


def test_the_library_leaves_nothing_behind_and_can_tell_nobody(tmp_path: Path) -> None:
    pytest.importorskip("openvino")
    program = "import sys; from embeddings.openvino_runtime import reads_bf16; reads_bf16()\n"
    program += "print(sys.modules['openvino_telemetry'], 'openvino' in sys.modules)"
    environment = {"PYTHONPATH": os.pathsep.join([str(PROJECT), *sys.path]), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert (done.stdout, list(tmp_path.iterdir())) == ("None True\n", [])


def test_another_model_is_not_read_in_bfloat16(tmp_path: Path) -> None:
    assert open_bulk_embedder("another", cache=tmp_path) is None
    assert open_bulk_embedder(DEFAULT_MODEL, device="cuda", cache=tmp_path) is None
    assert open_bulk_embedder(DEFAULT_MODEL) is None


def test_vectors_of_one_precision_are_not_taken_for_another(cache: VectorCache, counting: CountingEmbedder) -> None:
    exact, rounded = CachedEmbedder(counting, cache), CachedEmbedder(counting, cache, precision="bf16")
    for embedder in (exact, rounded, rounded, exact):
        embedder.embed_passages(["one"])
        embedder.embed_spans(["two"], [[(0, 3)]])
    assert counting.calls == [["one"], ["two"], ["two"], ["one"], ["two"], ["two"]]
