"""A model that was asked for by its folder or its name on the Hugging Face hub, named by the weights found."""

from pathlib import Path

from embeddings.embedder import Embedder
from embeddings.models import ModelUnavailable, identified
from embeddings.runtimes import Model, open_model
from embeddings.weights import folder_of, weights_sum


def open_named(name: str, device: str, cache: Path | None) -> Embedder:
    """It has its own name and its weights', wherever it lies. One that must be fetched is exported the next time."""
    if Path(name).is_absolute() and not Path(name).is_dir():
        raise ModelUnavailable(f"expected the folder of a model, found none at {name}; check the path (CITERS_MODEL)")
    if Path(name).is_dir() and not any((Path(name) / file).is_file() for file in ("modules.json", "config.json")):
        raise ModelUnavailable(
            f"expected a model in {name}, found neither modules.json nor config.json there; check the path "
            "(CITERS_MODEL)"
        )
    folder = folder_of(name)
    sha256 = None if folder is None else weights_sum(folder)
    if folder is None or sha256 is None:
        return _fetched(name, device)
    return open_model(Model(identified(_plain(name), sha256), name, folder, sha256), device, cache)


def _fetched(name: str, device: str) -> Embedder:
    from embeddings.sentence_transformer import SentenceTransformerEmbedder

    embedder = SentenceTransformerEmbedder(name, name=name, device=device)
    embedder.name = weighed(name)
    return embedder


def weighed(name: str) -> str:
    """The model's own name and its weights', where they are on this machine."""
    folder = folder_of(name)
    return identified(_plain(name), None if folder is None else weights_sum(folder))


def _plain(name: str) -> str:
    return Path(name).resolve().name if Path(name).is_dir() else name
