"""Which embedding model runs: the packaged one by default, or any that sentence-transformers can load."""

from pathlib import Path

from embeddings.deferred import DeferredEmbedder
from embeddings.divided import Divided
from embeddings.embedder import Embedder

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of model.safetensors as published
DEFAULT_DIM = 384
PACKAGED = (DEFAULT_MODEL, f"sentence-transformers/{DEFAULT_MODEL}")
EXACTLY = "fp32 queries"  # how the packaged model's are read where it is not by weights of eight bits


class ModelUnavailable(OSError):
    """The model is not on this machine and could not be fetched."""


class WeightsDiffer(ValueError):
    """The weights of a model are not the ones its name stands for."""


class DeviceUnavailable(ValueError):
    """The device asked for is not one that this machine has."""


def open_embedder(
    name: str = DEFAULT_MODEL, *, device: str = "cpu", cache: Path | None = None, exact: bool = False
) -> Embedder:
    """`name` is the packaged model, a folder, or a name on the Hugging Face hub.

    On the processor a model runs in ONNX Runtime, from an export that is made once and kept in `cache`; without a
    folder for it, on another device, or where a model cannot be exported, it runs in sentence-transformers. Only the
    packaged one is to have its export, unless it is to be `exact`.

    The packaged model is loaded when the first text comes; another one at once, since its name depends on the weights
    found. With an export, queries of the packaged one are read by weights of eight bits, unless they are to be `exact`:
    what that costs was measured of this model alone (`python -m service.precision`).
    """
    match name:
        case packaged if packaged in PACKAGED:
            named = identified(DEFAULT_MODEL, DEFAULT_SHA256)
            if exact or cache is None or not on_processor(device):
                return DeferredEmbedder(named, DEFAULT_DIM, lambda: _packaged(device, cache), reads=EXACTLY)
            folder = cache
            passages = DeferredEmbedder(named, DEFAULT_DIM, lambda: _exact(folder))
            return Divided(passages, DeferredEmbedder(named, DEFAULT_DIM, lambda: _int8(folder)))
        case _:
            from embeddings.named import open_named

            return open_named(name, device, cache)


def open_bulk_embedder(name: str = DEFAULT_MODEL, *, device: str = "cpu", cache: Path | None = None) -> Embedder | None:
    """The same model as `open_embedder` opens, for many passages: in bfloat16, where this machine reads so natively.

    None where it does not, and for every model but the packaged one. Loaded when the first text comes; raises
    ModelUnavailable then where there is no export of the model and none can be made.
    """
    if name not in PACKAGED or cache is None or not on_processor(device):
        return None
    from embeddings.openvino_runtime import reads_bf16

    folder = cache
    named = identified(DEFAULT_MODEL, DEFAULT_SHA256)
    return DeferredEmbedder(named, DEFAULT_DIM, lambda: _bfloat16(folder)) if reads_bf16() else None


def on_processor(device: str) -> bool:
    return device.partition(":")[0] == "cpu"


def identified(name: str, sha256: str | None) -> str:
    """The model's name and the start of its weights' checksum, where that is known."""
    return name if sha256 is None else f"{name}@{sha256[:12]}"


def _packaged(device: str, cache: Path | None) -> Embedder:
    from embeddings.packaged import open_packaged

    return open_packaged(device, cache)


def _exact(cache: Path) -> Embedder:
    from embeddings.packaged import open_exact

    return open_exact(cache)


def _int8(cache: Path) -> Embedder:
    from embeddings.packaged import open_integers

    return open_integers(cache)


def _bfloat16(cache: Path) -> Embedder:
    from embeddings.packaged import open_bfloat16

    return open_bfloat16(cache)
