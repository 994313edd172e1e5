"""LlamaIndex: its vector index and its BM25 retriever, fused by rank in a QueryFusionRetriever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from llama_index.core import MockEmbedding, VectorStoreIndex
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import QueryBundle, TextNode
from llama_index.retrievers.bm25 import BM25Retriever

if TYPE_CHECKING:
    from eval.peers.runners.handover import Handover


def rank(held: Handover, depth: int) -> Iterator[Sequence[int]]:
    passages = zip(held.papers.texts, held.papers.vectors, strict=True)
    nodes = [
        TextNode(id_=str(row), text=text, embedding=vector.tolist()) for row, (text, vector) in enumerate(passages)
    ]
    unused = MockEmbedding(held.papers.vectors.shape[1])  # nodes and queries bring their vectors
    meaning = VectorStoreIndex(nodes, embed_model=unused).as_retriever(similarity_top_k=depth)
    words = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=depth)
    fused = QueryFusionRetriever(
        [meaning, words],
        llm=MockLLM(),  # asked for nothing: the query as it stands is the only one
        num_queries=1,
        mode="reciprocal_rerank",
        similarity_top_k=depth,
        use_async=False,
    )
    for text, vector in zip(held.queries.texts, held.queries.vectors, strict=True):
        found = fused.retrieve(QueryBundle(text, embedding=vector.tolist()))
        yield [int(each.node.node_id) for each in found]
