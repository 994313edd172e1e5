"""Exports a sentence-transformers model for ONNX Runtime, and keeps the export only if both agree by value."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from onnxruntime.capi import onnxruntime_pybind11_state as onnx_errors
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import Normalize, Transformer
from sentence_transformers.sentence_transformer.modules import Pooling
from torch.jit._trace import TracerWarning

from embeddings.embedder import Embedder
from embeddings.onnx_files import GRAPH, TOKENIZER, Export, NotExportable, move, write_about
from embeddings.onnx_runtime import OnnxEmbedder
from embeddings.onnx_weights import put_apart
from embeddings.sentence_transformer import SentenceTransformerEmbedder, load, passage_prompt

OPSET = 17
AXES = {0: "texts", 1: "tokens"}
TOLERANCE = 1e-5
MOST_WEIGHTS = 500_000_000  # a graph is one file of at most 2 GB
POOLINGS = ("mean", "cls", "max")
PROBES = (
    "",
    "graph neural networks",
    "Does instruction tuning on explanations transfer?  We find that it does, by 3.5 points (p < 0.01).",
    "Ünïcödé, Ελληνικά, 中文摘要, emoji 🦉 and \N{GREEK SMALL LETTER LAMDA}-calculus\n\tover two lines",
    "the window of a model ends somewhere in the middle of this sentence; " * 200,
)


def write_export(source: str, folder: Path) -> None:
    """Written beside the folder and moved there when it is whole, so that several processes may do it at once."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".export-", dir=folder.parent) as beside:
        made = Path(beside) / folder.name
        made.mkdir()
        export = _written(_known(source), made)
        check(OnnxEmbedder(made, export, name=source), SentenceTransformerEmbedder(source, name=source))
        move(made, folder)


class _Vectors(torch.nn.Module):
    """The whole model as a function of token ids and mask: vectors of the texts, and of their tokens."""

    def __init__(self, model: SentenceTransformer) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
        return features["sentence_embedding"], features["token_embeddings"]


def _known(source: str) -> SentenceTransformer:
    """The model, with the attention that is traced into the simplest graph; raises NotExportable for unknown parts."""
    model = load(source, "cpu", attn_implementation="eager")
    parts = [type(part) for part in model]
    if parts not in ([Transformer, Pooling], [Transformer, Pooling, Normalize]):
        found = ", ".join(part.__name__ for part in parts)
        raise NotExportable(f"expected a Transformer, Pooling and perhaps Normalize, found {found}")
    if model[1].pooling_mode not in POOLINGS or not model[1].include_prompt:
        raise NotExportable(f"expected pooling by {', '.join(POOLINGS)} over all tokens, found {model[1]}")
    if not model.tokenizer.is_fast or {model.tokenizer.padding_side, model.tokenizer.truncation_side} != {"right"}:
        raise NotExportable("expected a fast tokenizer that pads and cuts at the end, found another")
    if sum(weights.numel() for weights in model.parameters()) > MOST_WEIGHTS:
        raise NotExportable(f"expected a model of at most {MOST_WEIGHTS:,} weights, found a larger one")
    return model


def _written(model: SentenceTransformer, folder: Path) -> Export:
    model.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
    ids = torch.ones((2, 16), dtype=torch.long)
    try:
        with torch.no_grad(), _without_tracer_warnings():
            torch.onnx.export(
                _Vectors(model).eval(),
                (ids, ids),
                str(folder / GRAPH),
                input_names=["input_ids", "attention_mask"],
                output_names=["vectors", "tokens"],
                dynamic_axes={"input_ids": AXES, "attention_mask": AXES, "vectors": {0: AXES[0]}, "tokens": AXES},
                opset_version=OPSET,
                dynamo=False,  # the newer exporter needs another library and several times as long
            )
    except RuntimeError as error:
        raise NotExportable(f"expected a model that can be traced, found one that cannot ({error})") from error
    put_apart(folder)
    return write_about(
        folder,
        dim=model.get_embedding_dimension() or 0,
        window=model.max_seq_length or 0,
        pad=model.tokenizer.pad_token_id or 0,
        query_prompt=model.prompts.get("query") or "",
        passage_prompt=passage_prompt(model),
    )


@contextmanager
def _without_tracer_warnings() -> Iterator[None]:
    """What they warn of, that a traced graph may not hold for other inputs, is checked by value afterwards."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=TracerWarning)
        warnings.filterwarnings("ignore", "Exporting aten::index", UserWarning)
        warnings.filterwarnings("ignore", "You are using the legacy TorchScript-based ONNX export", DeprecationWarning)
        warnings.filterwarnings("ignore", "The feature will be removed", DeprecationWarning)
        yield


def check(exported: Embedder, original: Embedder) -> None:
    """Raises NotExportable unless both give the same vectors."""
    try:
        apart = max(
            float(np.abs(exported.embed_passages(PROBES) - original.embed_passages(PROBES)).max()),
            *(float(np.abs(exported.embed_query(text) - original.embed_query(text)).max()) for text in PROBES),
            *_spans_apart(exported, original),
        )
    except (onnx_errors.Fail, onnx_errors.InvalidArgument, onnx_errors.RuntimeException) as error:
        raise NotExportable(f"expected an export that runs, found one that does not ({error})") from error
    if not apart <= TOLERANCE:
        raise NotExportable(f"expected the export's vectors within {TOLERANCE} of the model's, found {apart:.1e}")


def _spans_apart(exported: Embedder, original: Embedder) -> Iterator[float]:
    """How far the vectors of the halves of each text lie apart, beyond what half precision rounds away."""
    spans = [((0, len(text) // 2), (len(text) // 2, len(text))) for text in PROBES]
    (wholes, parts), (whole_rows, part_rows) = (one.embed_spans(PROBES, spans) for one in (exported, original))
    yield float(np.abs(wholes - whole_rows).max())
    yield float(np.abs(parts.astype(np.float32) - part_rows.astype(np.float32)).max()) - float(np.finfo(np.float16).eps)
