"""Haystack: its BM25 and embedding retrievers joined by rank, the query embedded by its sentence-transformers part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)


def opened(held: Any, _state: Path, model: str) -> Callable[[str, int], list[tuple[int, float]]]:
    store = InMemoryDocumentStore(return_embedding=False)
    passages = zip(held.papers.texts, held.papers.vectors, strict=True)
    store.write_documents(
        [Document(id=str(row), content=text, embedding=vector.tolist()) for row, (text, vector) in enumerate(passages)]
    )
    pipeline = Pipeline()
    pipeline.add_component("embedded", SentenceTransformersTextEmbedder(model=model, progress_bar=False))
    pipeline.add_component("words", InMemoryBM25Retriever(store))
    pipeline.add_component("meaning", InMemoryEmbeddingRetriever(store))
    pipeline.add_component("joined", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
    pipeline.connect("embedded.embedding", "meaning.query_embedding")
    pipeline.connect("words", "joined")
    pipeline.connect("meaning", "joined")
    pipeline.warm_up()

    def search(query: str, limit: int) -> list[tuple[int, float]]:
        asked = {"embedded": {"text": query}, "words": {"query": query}, "joined": {"top_k": limit}}
        found = pipeline.run(asked)["joined"]["documents"]
        return [(int(document.id), document.score) for document in found]

    return search


def indexer(model: str) -> Callable[[Sequence[str]], None]:
    embedder = SentenceTransformersDocumentEmbedder(model=model, progress_bar=False)
    embedder.warm_up()

    def index(texts: Sequence[str]) -> None:
        documents = [Document(id=str(row), content=text) for row, text in enumerate(texts)]
        InMemoryDocumentStore().write_documents(embedder.run(documents)["documents"])

    return index
