"""LlamaIndex: its FAISS vector store and its BM25 retriever, fused by rank in a QueryFusionRetriever."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import faiss
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever
from llama_index.vector_stores.faiss import FaissVectorStore

DIM = 384
DEPTH = 10


def opened(held: Any, _state: Path, model: str) -> Callable[[str, int], list[tuple[int, float]]]:
    passages = zip(held.papers.texts, held.papers.vectors, strict=True)
    nodes = [
        TextNode(id_=str(row), text=text, embedding=vector.tolist()) for row, (text, vector) in enumerate(passages)
    ]
    meaning = indexed(nodes, model).as_retriever(similarity_top_k=DEPTH)
    words = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=DEPTH)
    fused = QueryFusionRetriever(
        [meaning, words],
        llm=MockLLM(),  # asked for nothing: the query as it stands is the only one
        num_queries=1,
        mode="reciprocal_rerank",
        similarity_top_k=DEPTH,
        use_async=False,
    )

    def search(query: str, limit: int) -> list[tuple[int, float]]:
        return [(int(found.node.node_id), found.score) for found in fused.retrieve(query)[:limit]]

    return search


def indexed(nodes: list[TextNode], model: str) -> VectorStoreIndex:
    """Nodes without a vector are embedded."""
    store = FaissVectorStore(faiss_index=faiss.IndexFlatIP(DIM))
    storage = StorageContext.from_defaults(vector_store=store)
    return VectorStoreIndex(nodes, storage_context=storage, embed_model=HuggingFaceEmbedding(model, device="cpu"))


def indexer(model: str) -> Callable[[Sequence[str]], None]:
    def index(texts: Sequence[str]) -> None:
        nodes = [TextNode(id_=str(row), text=text) for row, text in enumerate(texts)]
        indexed(nodes, model)
        BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=DEPTH)

    return index
