"""Plain FAISS: the exact inner product with every vector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import faiss

if TYPE_CHECKING:
    from eval.peers.runners.handover import Handover


def rank(held: Handover, depth: int) -> Iterable[Sequence[int]]:
    index = faiss.IndexFlatIP(held.papers.vectors.shape[1])
    index.add(held.papers.vectors)
    _, rows = index.search(held.queries.vectors, depth)
    return [row.tolist() for row in rows]
