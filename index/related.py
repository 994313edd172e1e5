"""Papers like a paper, like a text, or like some and unlike others, each with reasons one can check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.values import Paper
from embeddings.embedder import Embedder
from index.calibration import pair_probabilities
from index.fusion import Fused
from index.hits import Showing, ranked_hit
from index.ranking import VECTORS, Ranking, rounded
from index.roles import facet_sentences
from index.scope import Scope
from index.snapshot import Snapshot
from index.tokens import query_stems
from index.topics import Topics
from index.values import Facet, Filters, Hit, RelatedRequest
from index.vectors import VectorIndex
from index.version import IndexVersion
from index.why import reasons

Rows = NDArray[np.int32]
Scores = NDArray[np.float64]

# On CSFCube's 24 shared queries NDCG%20 is 0.574 with these; the paper's vector alone has 0.566, its words 0.513.
SEMANTIC_SHARE = 0.8
DISLIKE = 0.5  # how much of the likeness to unwanted papers is taken off
FACET_SHARE = 0.5  # how much the sentences in the facet's role count beside the whole paper


class PaperNotFound(LookupError):
    """No paper of this name is held."""


class NothingAsked(ValueError):
    """A request for related papers names neither a paper nor a text."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """What is liked and disliked: rows of papers held, and a text besides."""

    liked: tuple[int, ...]
    unliked: tuple[int, ...]
    text: str | None


def related(
    version: IndexVersion, embedder: Embedder, scope: Scope, topics: Topics, request: RelatedRequest
) -> tuple[Hit, ...]:
    """The papers in scope most like what is asked, best first; those named in the request are never among them."""
    seeds = _seeds(version.snapshot, request)
    rows = scope.rows[~np.isin(scope.rows, [*seeds.liked, *seeds.unliked])]
    ranking = rank_like(version, embedder, rows, seeds, request.facet)
    showing = Showing(version, scope, Filters(), explain=True)
    hits = []
    for rank, place in enumerate(ranking.order[: request.limit], start=1):
        hit = ranked_hit(showing, ranking, int(place), rank)
        why = reasons(version, scope, topics, _like(version.snapshot, seeds), int(ranking.rows[place]), seeds.liked)
        hits.append(replace(hit, why=why))
    return tuple(hits)


def rank_like(version: IndexVersion, embedder: Embedder, rows: Rows, seeds: Seeds, facet: Facet) -> Ranking:
    """Every row by its likeness in meaning, less that to the unliked, and by the words it shares."""
    liked = _like(version.snapshot, seeds)
    wanted = [_vector(version, embedder, row, facet) for row in seeds.liked]
    if seeds.text:
        wanted.append(embedder.embed_query(seeds.text))
    nearest = version.nearest[VECTORS]
    cosine = _mean(nearest, wanted, rows)
    if seeds.unliked:
        vectors = np.asarray(version.vectors[VECTORS])
        cosine = cosine - DISLIKE * _mean(nearest, [vectors[row] for row in seeds.unliked], rows)
    asked = tuple(
        sorted(
            {
                word
                for paper in liked
                for text in (paper.title, paper.tldr or "", paper.abstract or "")
                for word in query_stems(text)
            }
        )
    )
    words = version.lexical.weigh(asked)[rows].astype(np.float64)
    shared = words / (words.max(initial=0.0) or 1.0)
    fused = Fused(np.round(SEMANTIC_SHARE * cosine, 6), np.round((1 - SEMANTIC_SHARE) * shared, 6))
    return Ranking(rows, asked, rounded(cosine), rounded(words), fused, pair_probabilities(cosine))


def _mean(nearest: VectorIndex, vectors: Sequence[NDArray[np.float32]], rows: Rows) -> Scores:
    """The mean cosine of each row with the vectors."""
    means: Scores = np.stack([nearest.scores(vector, rows) for vector in vectors]).astype(np.float64).mean(axis=0)
    return means


def _seeds(snapshot: Snapshot, request: RelatedRequest) -> Seeds:
    named = ((request.paper_id,) if request.paper_id else ()) + request.like
    seeds = Seeds(
        tuple(dict.fromkeys(_row(snapshot, name) for name in named)),
        tuple(dict.fromkeys(_row(snapshot, name) for name in request.unlike)),
        (request.text or "").strip() or None,
    )
    if not seeds.liked and not seeds.text:
        raise NothingAsked("expected a paper, papers to like or a text, found none of them; name at least one")
    return seeds


def _row(snapshot: Snapshot, name: str) -> int:
    row = snapshot.row(name)
    if row is None:
        raise PaperNotFound(f"expected the id of a paper that is held, found {name!r}; search for it by its title")
    return row


def _like(snapshot: Snapshot, seeds: Seeds) -> list[Paper]:
    """The liked papers as texts; a text given counts as one more, of one long sentence or several."""
    papers = [snapshot.paper(row) for row in seeds.liked]
    return [*papers, Paper("", "", seeds.text)] if seeds.text else papers


def _vector(version: IndexVersion, embedder: Embedder, row: int, facet: Facet) -> NDArray[np.float32]:
    """The paper's stored vector; with a facet, half of it is the text of the sentences in that role."""
    stored = np.asarray(version.vectors[VECTORS][row])
    if facet == "all":
        return stored
    spoken = embedder.embed_query(" ".join(facet_sentences(version.snapshot.paper(row), facet)))
    mixed = (1 - FACET_SHARE) * stored + FACET_SHARE * spoken
    return np.asarray(mixed / (np.linalg.norm(mixed) or 1.0), dtype=np.float32)
