"""Qdrant in local mode: dense vectors and BM25 as sparse vectors, each prefetched and fused by rank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastembed.sparse.bm25 import Bm25
from qdrant_client import QdrantClient, models
from sentence_transformers import SentenceTransformer

DIM = 384


def prepare(held: Any, state: Path, _model: str) -> None:
    client = QdrantClient(path=str(state))
    fill(client, held.papers.texts, held.papers.vectors)
    client.close()


def opened(_held: Any, state: Path, model: str) -> Callable[[str, int], list[tuple[int, float]]]:
    client = QdrantClient(path=str(state), force_disable_check_same_thread=True)
    words, embedder = opened_bm25(), SentenceTransformer(model, device="cpu")

    def search(query: str, limit: int) -> list[tuple[int, float]]:
        (counted,) = map(as_sparse, words.query_embed(query))
        vector = embedder.encode(query, normalize_embeddings=True, show_progress_bar=False).tolist()
        prefetch = [
            models.Prefetch(query=vector, using="dense", limit=limit),
            models.Prefetch(query=counted, using="sparse", limit=limit),
        ]
        fused = models.FusionQuery(fusion=models.Fusion.RRF)
        found = client.query_points("papers", prefetch=prefetch, query=fused, limit=limit, with_payload=False)
        return [(int(point.id), point.score) for point in found.points]

    return search


def indexer(model: str) -> Callable[[Sequence[str]], None]:
    embedder = SentenceTransformer(model, device="cpu")

    def index(texts: Sequence[str]) -> None:
        vectors = embedder.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        fill(QdrantClient(":memory:"), texts, vectors)

    return index


def fill(client: QdrantClient, texts: Sequence[str], vectors: Any) -> None:
    client.create_collection(
        "papers",
        vectors_config={"dense": models.VectorParams(size=DIM, distance=models.Distance.COSINE)},
        sparse_vectors_config={"sparse": models.SparseVectorParams(modifier=models.Modifier.IDF)},
    )
    sparse = map(as_sparse, opened_bm25().embed(texts))
    points = (
        models.PointStruct(id=row, vector={"dense": dense.tolist(), "sparse": counted})
        for row, (dense, counted) in enumerate(zip(vectors, sparse, strict=True))
    )
    client.upload_points("papers", points)


def opened_bm25() -> Any:
    """With its English stemmer, and no list of words to leave out: that list would be fetched from a model hub."""
    with TemporaryDirectory() as nothing:
        return Bm25("Qdrant/bm25", specific_model_path=nothing, stopwords=set())


def as_sparse(counted: Any) -> Any:
    return models.SparseVector(indices=counted.indices.tolist(), values=counted.values.tolist())
