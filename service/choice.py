"""The one place that chooses parts: the store, the index and the models of a data folder, as the settings say."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from corpus.store import Store, open_store
from embeddings.cache import CachedEmbedder, VectorCache, open_cache
from embeddings.embedder import Embedder
from embeddings.models import open_embedder
from embeddings.unread import Unread, as_kept
from index.plan import Plan
from index.reranker import Reranker, open_reranker
from service.settings import Settings

EmbedderOpener = Callable[[Settings], Embedder]


@dataclass(frozen=True, slots=True)
class Models:
    """What reads texts: `embedder` every one of them, `reranker`, if there is one, the best hits of a search.

    `kept` knows the vectors of texts that were embedded before and has zeros for others, without waiting for a model.
    `opener` opens the embedder's like in another process.
    """

    embedder: Embedder
    kept: Embedder
    reranker: Reranker | None
    opener: EmbedderOpener


def model_of(settings: Settings) -> Embedder:
    return open_embedder(settings.model, device=settings.device, cache=settings.data / "models")


def reranker_of(settings: Settings) -> Reranker | None:
    return None if settings.reranker is None else open_reranker(settings.reranker, device=settings.device)


def index_of(settings: Settings) -> Path:
    return settings.data / "index"


def plan_of(settings: Settings) -> Plan:
    return Plan(recall=settings.recall, megabytes=settings.codes_mb)


def store_of(settings: Settings, parts: ExitStack) -> Store:
    """The database of papers and jobs; closed with `parts`."""
    store = open_store(f"sqlite:///{settings.data / 'store.sqlite'}")
    parts.callback(store.close)
    return store


def cache_of(settings: Settings, parts: ExitStack) -> VectorCache:
    """The vectors of every text that was embedded before; closed with `parts`."""
    cache = open_cache(settings.data / "vectors")
    parts.callback(cache.close)
    return cache


def writing_models(settings: Settings, opener: EmbedderOpener, parts: ExitStack) -> Models:
    """Nothing is embedded twice, whatever happens in between. Closed with `parts`."""
    embedder, cache = opener(settings), cache_of(settings, parts)
    kept = as_kept(embedder.name, embedder.dim, cache)
    return Models(CachedEmbedder(embedder, cache), kept, reranker_of(settings), opener)


def reading_models(settings: Settings, opener: EmbedderOpener) -> Models:
    embedder = opener(settings)
    return Models(embedder, Unread(embedder.name, embedder.dim), reranker_of(settings), opener)
