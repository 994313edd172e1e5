"""The service that one writes first: sentence-transformers, an exact FAISS index, and a route."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import faiss
from sentence_transformers import SentenceTransformer


def opened(held: Any, _state: Path, model: str) -> Callable[[str, int], list[tuple[int, float]]]:
    embedder = SentenceTransformer(model, device="cpu")
    index = faiss.IndexFlatIP(held.papers.vectors.shape[1])
    index.add(held.papers.vectors)

    def search(query: str, limit: int) -> list[tuple[int, float]]:
        vectors = embedder.encode([query], normalize_embeddings=True, show_progress_bar=False)
        (scores,), (rows,) = index.search(vectors, limit)
        return list(zip(rows.tolist(), scores.tolist(), strict=True))

    return search


def indexer(model: str) -> Callable[[Sequence[str]], None]:
    embedder = SentenceTransformer(model, device="cpu")

    def index(texts: Sequence[str]) -> None:
        vectors = embedder.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        faiss.IndexFlatIP(vectors.shape[1]).add(vectors)

    return index
