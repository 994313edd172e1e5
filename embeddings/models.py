"""Which embedding model runs: the packaged one by default, or any that sentence-transformers can load."""

from embeddings.embedder import Embedder

DEFAULT_MODEL = "all-MiniLM-L6-v2"


class ModelUnavailable(OSError):
    """The model is not on this machine and could not be fetched."""


class WeightsDiffer(ValueError):
    """The weights of a model are not the ones its name stands for."""


class DeviceUnavailable(ValueError):
    """The device asked for is not one that this machine has."""


def open_embedder(name: str = DEFAULT_MODEL, *, device: str | None = None) -> Embedder:
    """`name` is the packaged model, a folder, or a name on the Hugging Face hub; `device` None: the fastest here."""
    match name:
        case "all-MiniLM-L6-v2" | "sentence-transformers/all-MiniLM-L6-v2":
            from embeddings.packaged import open_packaged

            return open_packaged(device)
        case _:
            from embeddings.sentence_transformer import open_named

            return open_named(name, device)
