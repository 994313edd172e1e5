"""A second look at the best hits: a reranker reads query and paper together, where the index only compares them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.arrays import Scores
from index.fusion import fused
from index.ranking import Ranking
from index.text.passages import paper_text
from index.version import IndexVersion

RERANKED = 50  # the best hits of a search that are read again


class Reranker(Protocol):
    """Scores texts against one query.

    Scores are comparable within a call and not between calls; larger is better. The result is in the order of `texts`,
    each score depends on its own text and the query alone, and an empty list of texts gives an empty array. Equal names
    give equal scores: a model is named with its weights.
    """

    @property
    def name(self) -> str: ...

    def scores(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]: ...


class UnknownReranker(ValueError):
    """No reranker goes by this name."""


def open_reranker(name: str, *, device: str = "cpu") -> Reranker:
    """`overlap` (shared words), or `cross-encoder:MODEL`, a folder or name that sentence-transformers can load."""
    match name.partition(":"):
        case ("overlap", "", ""):
            from index.words.overlap import OverlapReranker

            return OverlapReranker()
        case ("cross-encoder", ":", model) if model:
            from embeddings.cross_encoder import CrossEncoderReranker

            return CrossEncoderReranker(model, device=device)
        case _:
            raise UnknownReranker(f"unknown reranker {name!r}; choose overlap or cross-encoder:MODEL")


def reranked(version: IndexVersion, reranker: Reranker, ranking: Ranking, query: str) -> Ranking:
    """The ranking with its best papers read again; what the reranker adds to a score lies in [0, 1].

    No paper that was not read again overtakes one that was, for it scored less and nothing is added to it.
    """
    best = ranking.order(RERANKED)
    texts = [paper_text(version.snapshot.paper(int(ranking.rows[place]))) for place in best]
    added = np.zeros(ranking.rows.size)
    added[best] = spread(reranker.scores(query, texts))
    return replace(ranking, fused=fused(ranking.fused.semantic, ranking.fused.lexical, added))


def spread(scores: NDArray[np.float32]) -> Scores:
    """The scores laid over [0, 1], the same whatever the reranker's own range; all 0 where they are equal."""
    if scores.size == 0:
        return np.zeros(0)
    above = scores.astype(np.float64) - scores.min()
    return np.asarray(np.round(above / (above.max() or 1.0), 4), dtype=np.float64)
