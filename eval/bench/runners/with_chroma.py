"""Chroma: a persistent collection by cosine, its approximate index as it comes, queries embedded by its own part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import chromadb
from chromadb.utils.embedding_functions import SentenceTransformerEmbeddingFunction

BATCH = 1000
SILENT = chromadb.Settings(anonymized_telemetry=False)


def prepare(held: Any, state: Path, model: str) -> None:
    papers = collection(chromadb.PersistentClient(str(state), settings=SILENT), model)
    for start in range(0, len(held.papers.ids), BATCH):
        part = slice(start, start + BATCH)
        rows = [str(row) for row in range(len(held.papers.ids))[part]]
        papers.add(ids=rows, embeddings=held.papers.vectors[part], documents=list(held.papers.texts[part]))


def opened(_held: Any, state: Path, model: str) -> Callable[[str, int], list[tuple[int, float]]]:
    papers = collection(chromadb.PersistentClient(str(state), settings=SILENT), model)

    def search(query: str, limit: int) -> list[tuple[int, float]]:
        found = papers.query(query_texts=[query], n_results=limit, include=["distances"])
        return [(int(row), 1 - far) for row, far in zip(found["ids"][0], found["distances"][0], strict=True)]

    return search


def indexer(model: str) -> Callable[[Sequence[str]], None]:
    papers = collection(chromadb.EphemeralClient(settings=SILENT), model)

    def index(texts: Sequence[str]) -> None:
        papers.add(ids=[str(row) for row in range(len(texts))], documents=list(texts))

    return index


def collection(client: Any, model: str) -> Any:
    embedder = SentenceTransformerEmbeddingFunction(model_name=model, normalize_embeddings=True)
    return client.get_or_create_collection(
        "papers", configuration={"hnsw": {"space": "cosine"}}, embedding_function=embedder
    )
