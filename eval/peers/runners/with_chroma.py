"""Chroma: one collection by cosine, with its own approximate index as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import chromadb

if TYPE_CHECKING:
    from eval.peers.runners.handover import Handover

BATCH = 1000


def rank(held: Handover, depth: int) -> Iterator[Sequence[int]]:
    client = chromadb.EphemeralClient(settings=chromadb.Settings(anonymized_telemetry=False))
    papers = client.create_collection("papers", configuration={"hnsw": {"space": "cosine"}}, embedding_function=None)
    for start in range(0, len(held.papers.ids), BATCH):
        part = slice(start, start + BATCH)
        rows = [str(row) for row in range(len(held.papers.ids))[part]]
        papers.add(ids=rows, embeddings=held.papers.vectors[part], documents=list(held.papers.texts[part]))
    for vector in held.queries.vectors:
        (found,) = papers.query(query_embeddings=vector[None, :], n_results=depth, include=[])["ids"]
        yield [int(row) for row in found]
