"""The one place that chooses parts: the store, the index and the models of a data folder, as the settings say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from answers.gate.checking import Checker
from answers.gate.entailed import EntailmentChecker, UnknownChecker
from answers.models.model import LanguageModel, RememberedReplies
from embeddings.cache import CachedEmbedder, VectorCache, open_cache
from embeddings.embedder import Embedder
from embeddings.models import ModelUnavailable, open_bulk_embedder, open_embedder
from embeddings.unread import Unread, as_kept
from index.faiss.plan import Plan
from index.reranker import Reranker, UnknownReranker, open_reranker
from service.reading import Readers
from service.release import release
from service.settings import Settings

if TYPE_CHECKING:
    from corpus.sources.source import Source
    from corpus.store import Store

STORE = "store.sqlite"
EmbedderOpener = Callable[[Settings], Embedder]


@dataclass(frozen=True, slots=True)
class Models:
    """What reads texts: `embedder` queries, `papers` what is taken in, `reranker`, if there is one, the best hits of a
    search.

    `kept` knows the vectors of texts that were embedded before and has zeros for others, without waiting for a model.
    `opener` opens the embedder's like in another process. `writer`, if there is one, words answers, and `entailment`
    checks them beside the built-in rules.
    """

    embedder: Embedder
    papers: Readers
    kept: Readers
    reranker: Reranker | None
    opener: EmbedderOpener
    writer: LanguageModel | None = None
    entailment: Checker | None = None


def model_of(settings: Settings) -> Embedder:
    exact = settings.precision == "fp32"
    return open_embedder(settings.model, device=settings.device, cache=settings.data / "models", exact=exact)


def bulk_model_of(settings: Settings, opener: EmbedderOpener) -> Embedder | None:
    """The same model in bfloat16, where the machine computes that natively and the settings do not ask for fp32."""
    if settings.precision == "fp32" or opener is not model_of:
        return None
    return open_bulk_embedder(settings.model, device=settings.device, cache=settings.data / "models")


def readers_of(settings: Settings, opener: EmbedderOpener, exact: Embedder, cache: VectorCache) -> Readers:
    """Nothing is embedded twice in one precision, whatever happens in between."""

    def bulk() -> Embedder | None:
        model = bulk_model_of(settings, opener)
        return None if model is None else CachedEmbedder(model, cache, precision="bf16")

    return Readers(CachedEmbedder(exact, cache), bulk)


def reranker_of(settings: Settings) -> Reranker | None:
    with _set_by("CITERS_RERANKER"):
        return None if settings.reranker is None else open_reranker(settings.reranker, device=settings.device)


def writer_of(settings: Settings) -> LanguageModel | None:
    """The client library is imported only where a language model is named."""
    if settings.llm_url is None or settings.llm_model is None:
        return None
    from answers.models.openai_model import Endpoint, OpenAIModel

    endpoint = Endpoint(
        settings.llm_url, settings.llm_model, settings.llm_key, settings.llm_timeout, settings.llm_tokens
    )
    return RememberedReplies(OpenAIModel(endpoint))


@contextmanager
def source_of(settings: Settings, name: str, heed: Callable[[], None]) -> Iterator[Source]:
    """The catalogue of this name, which can be asked while this lasts; `heed` stops what takes long by raising."""
    from corpus.sources import openalex, semantic_scholar
    from corpus.sources.fetch import fetching

    agent = f"citers/{release()}"
    match name:
        case "openalex":
            asked = openalex.catalogue(settings.openalex_url, settings.openalex_mailto)
            with fetching(asked, agent, heed) as fetcher:
                yield openalex.OpenAlex(fetcher)
        case _:
            asked = semantic_scholar.catalogue(settings.s2_url, settings.s2_key)
            with fetching(asked, agent, heed) as fetcher:
                yield semantic_scholar.SemanticScholar(fetcher)


def entailment_of(settings: Settings) -> Checker | None:
    with _set_by("CITERS_CHECKER"):
        return None if settings.checker is None else open_entailment(settings.checker, device=settings.device)


@contextmanager
def _set_by(variable: str) -> Iterator[None]:
    """What is wrong with a value is told with the name of what sets it."""
    try:
        yield
    except (UnknownReranker, UnknownChecker, ModelUnavailable) as error:
        raise type(error)(f"{variable}: {error}") from error


def open_entailment(name: str, *, device: str = "cpu") -> Checker:
    """`cross-encoder:MODEL`, a folder or name of an entailment model that sentence-transformers can load."""
    match name.partition(":"):
        case ("cross-encoder", ":", model) if model:
            from embeddings.entailment import CrossEncoderEntailment

            return EntailmentChecker(CrossEncoderEntailment(model, device=device))
        case _:
            raise UnknownChecker(f"unknown checker {name!r}; choose cross-encoder:MODEL")


def index_of(settings: Settings) -> Path:
    return settings.data / "index"


def plan_of(settings: Settings) -> Plan:
    return Plan(recall=settings.recall, megabytes=settings.codes_mb)


def store_of(settings: Settings, parts: ExitStack) -> Store:
    """The database of papers and jobs; closed with `parts`."""
    from corpus.store import open_store  # its library takes a third of the time in which one that only reads is ready

    store = open_store(settings.data / STORE)
    parts.callback(store.close)
    return store


def cache_of(settings: Settings, parts: ExitStack) -> VectorCache:
    """The vectors of every text that was embedded before; closed with `parts`."""
    cache = open_cache(settings.data / "vectors")
    parts.callback(cache.close)
    return cache


def writing_models(settings: Settings, opener: EmbedderOpener, parts: ExitStack) -> Models:
    """Closed with `parts`. What is read for an answer is not kept: nobody may ask for it again."""
    embedder = opener(settings)
    name, dim = embedder.name, embedder.dim
    reranker, writer, entailment = _others(settings)
    cache = cache_of(settings, parts)  # the first that is written: where a setting is wrong, nothing is left behind
    papers = readers_of(settings, opener, embedder, cache)
    kept = Readers(as_kept(name, dim, cache), lambda: as_kept(name, dim, cache, "bf16"))
    return Models(embedder, papers, kept, reranker, opener, writer, entailment)


def reading_models(settings: Settings, opener: EmbedderOpener) -> Models:
    embedder = opener(settings)
    reranker, writer, entailment = _others(settings)
    unread = Readers(Unread(embedder.name, embedder.dim))
    return Models(embedder, Readers(embedder), unread, reranker, opener, writer, entailment)


def _others(settings: Settings) -> tuple[Reranker | None, LanguageModel | None, Checker | None]:
    return reranker_of(settings), writer_of(settings), entailment_of(settings)
