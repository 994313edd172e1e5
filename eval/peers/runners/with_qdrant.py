"""Qdrant in local mode: dense vectors and BM25 as sparse vectors, each prefetched and fused by rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from fastembed.sparse.bm25 import Bm25
from qdrant_client import QdrantClient, models

if TYPE_CHECKING:
    from eval.peers.runners.handover import Handover


def rank(held: Handover, depth: int) -> Iterator[Sequence[int]]:
    client, words = QdrantClient(":memory:"), opened_bm25()
    client.create_collection(
        "papers",
        vectors_config={
            "dense": models.VectorParams(size=held.papers.vectors.shape[1], distance=models.Distance.COSINE)
        },
        sparse_vectors_config={"sparse": models.SparseVectorParams(modifier=models.Modifier.IDF)},
    )
    sparse = map(as_sparse, words.embed(held.papers.texts))
    points = (
        models.PointStruct(id=row, vector={"dense": dense.tolist(), "sparse": counted})
        for row, (dense, counted) in enumerate(zip(held.papers.vectors, sparse, strict=True))
    )
    client.upload_points("papers", points)
    for text, vector in zip(held.queries.texts, held.queries.vectors, strict=True):
        (counted,) = map(as_sparse, words.query_embed(text))
        prefetch = [
            models.Prefetch(query=vector.tolist(), using="dense", limit=depth),
            models.Prefetch(query=counted, using="sparse", limit=depth),
        ]
        fused = models.FusionQuery(fusion=models.Fusion.RRF)
        found = client.query_points("papers", prefetch=prefetch, query=fused, limit=depth, with_payload=False)
        yield [int(point.id) for point in found.points]


def opened_bm25() -> Any:
    """With its English stemmer, and no list of words to leave out: that list would be fetched from a model hub."""
    with TemporaryDirectory() as nothing:
        return Bm25("Qdrant/bm25", specific_model_path=nothing, stopwords=set())


def as_sparse(counted: Any) -> Any:
    return models.SparseVector(indices=counted.indices.tolist(), values=counted.values.tolist())
