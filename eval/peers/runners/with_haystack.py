"""Haystack: a pipeline of its BM25 and its embedding retriever, joined by reciprocal rank fusion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

if TYPE_CHECKING:
    from eval.peers.runners.handover import Handover


def rank(held: Handover, depth: int) -> Iterator[Sequence[int]]:
    store = InMemoryDocumentStore(return_embedding=False)
    passages = zip(held.papers.texts, held.papers.vectors, strict=True)
    store.write_documents(
        [Document(id=str(row), content=text, embedding=vector.tolist()) for row, (text, vector) in enumerate(passages)]
    )
    pipeline = Pipeline()
    pipeline.add_component("words", InMemoryBM25Retriever(store, top_k=depth))
    pipeline.add_component("meaning", InMemoryEmbeddingRetriever(store, top_k=depth))
    pipeline.add_component("joined", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=depth))
    pipeline.connect("words", "joined")
    pipeline.connect("meaning", "joined")
    for text, vector in zip(held.queries.texts, held.queries.vectors, strict=True):
        found = pipeline.run({"words": {"query": text}, "meaning": {"query_embedding": vector.tolist()}})
        yield [int(document.id) for document in found["joined"]["documents"]]
