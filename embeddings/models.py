"""Which embedding model runs: the packaged one by default, or any that sentence-transformers can load."""

from pathlib import Path

from embeddings.deferred import DeferredEmbedder
from embeddings.embedder import Embedder

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of model.safetensors as published
DEFAULT_DIM = 384


class ModelUnavailable(OSError):
    """The model is not on this machine and could not be fetched."""


class WeightsDiffer(ValueError):
    """The weights of a model are not the ones its name stands for."""


class DeviceUnavailable(ValueError):
    """The device asked for is not one that this machine has."""


def open_embedder(name: str = DEFAULT_MODEL, *, device: str = "cpu", cache: Path | None = None) -> Embedder:
    """`name` is the packaged model, a folder, or a name on the Hugging Face hub.

    On the processor a model runs in ONNX Runtime, from an export that is made once and kept in `cache`; without a
    folder for it, on another device, or where a model cannot be exported, it runs in sentence-transformers.

    The packaged model is loaded when the first text comes; another one at once, since its name depends on the weights
    found.
    """
    match name:
        case "all-MiniLM-L6-v2" | "sentence-transformers/all-MiniLM-L6-v2":
            named = identified(DEFAULT_MODEL, DEFAULT_SHA256)
            return DeferredEmbedder(named, DEFAULT_DIM, lambda: _packaged(device, cache))
        case _:
            from embeddings.named import open_named

            return open_named(name, device, cache)


def identified(name: str, sha256: str | None) -> str:
    """The model's name and the start of its weights' checksum, where that is known."""
    return name if sha256 is None else f"{name}@{sha256[:12]}"


def _packaged(device: str, cache: Path | None) -> Embedder:
    from embeddings.packaged import open_packaged

    return open_packaged(device, cache)
