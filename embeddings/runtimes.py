"""Which runtime a model gets: ONNX Runtime on the processor, sentence-transformers for everything else."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from embeddings.embedder import Embedder
from embeddings.models import on_processor
from embeddings.onnx_files import NotExportable, place, read_export

log = logging.getLogger("embeddings.runtimes")


@dataclass(frozen=True, slots=True)
class Model:
    """A model on this machine. `source` is what sentence-transformers opens, `folder` where its files lie."""

    name: str
    source: str
    folder: Path
    sha256: str


def open_model(
    model: Model, device: str, cache: Path | None, *, before_reading: Callable[[], None] = lambda: None
) -> Embedder:
    """`cache` holds the exports; None: none are made. `before_reading` is called if the model's weights are read."""
    if cache is None or not on_processor(device):
        before_reading()
        return _in_sentence_transformers(model, device)
    kept = place(cache, model.folder, model.sha256)
    return _exported(model, kept) or _in_best(model, kept, before_reading)


def _exported(model: Model, kept: Path) -> Embedder | None:
    export = read_export(kept)
    if export is None:
        return None
    from embeddings.onnx_runtime import OnnxEmbedder

    return OnnxEmbedder(kept, export, name=model.name)


def _in_best(model: Model, kept: Path, before_reading: Callable[[], None]) -> Embedder:
    """Exports the model first; the torch it takes is not imported by the processes that come after."""
    from embeddings.onnx_export import write_export

    before_reading()
    try:
        write_export(model.source, kept)
    except (NotExportable, OSError) as error:
        log.info("%s runs in sentence-transformers: %s", model.name, error)
        return _in_sentence_transformers(model, "cpu")
    return _exported(model, kept) or _in_sentence_transformers(model, "cpu")


def _in_sentence_transformers(model: Model, device: str) -> Embedder:
    from embeddings.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(model.source, name=model.name, device=device)
