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
from index.likeness import READ, Example, example, likeness_to_first, sentence_likeness
from index.passages import paper_parts
from index.ranking import Ranking, best_first, rounded
from index.scope import Scope
from index.snapshot import Snapshot
from index.structure import structure
from index.tokens import query_stems
from index.topics import Topics
from index.values import Facet, Filters, Hit, RelatedRequest
from index.version import IndexVersion
from index.why import reasons, saying

Rows = NDArray[np.int32]
Scores = NDArray[np.float64]
Order = NDArray[np.int64]

# Chosen on the co-citing papers of the ACL hubs, as docs/related.md says.
SEMANTIC_SHARE = 0.8
FEEDBACK = 0.6  # how much likeness to those found first counts beside likeness to what was asked
DISLIKE = 0.5  # how much of the likeness to unwanted papers is taken off


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
    ranking = rank_like(version, embedder, scope, rows, seeds, request.facet)
    showing = Showing(version, scope, Filters(), explain=True)
    told = saying(version.lexical, _like(version.snapshot, seeds))
    hits = []
    for rank, place in enumerate(ranking.order[: request.limit], start=1):
        hit = ranked_hit(showing, ranking, int(place), rank)
        why = reasons(version, scope, topics, told, int(ranking.rows[place]), seeds.liked)
        hits.append(replace(hit, why=why))
    return tuple(hits)


def rank_like(
    version: IndexVersion, embedder: Embedder, scope: Scope, rows: Rows, seeds: Seeds, facet: Facet
) -> Ranking:
    """Every row by its likeness in meaning, less that to the unliked, by the words and the hubs it shares, and by its
    likeness to the papers that these put first."""
    liked, unliked = _examples(version, embedder, seeds, facet)
    cosine = rounded(_less_disliked([_cosine(version, each, rows) for each in liked + unliked], len(liked)))
    asked = _stems(_like(version.snapshot, seeds))
    words = version.lexical.weigh(asked)[rows].astype(np.float64)
    lexical = rounded((1 - SEMANTIC_SHARE) * words / float(words.max(initial=0.0) or 1.0))
    read = np.sort(best_first(rounded(SEMANTIC_SHARE * cosine + lexical))[:READ])
    like = cosine.copy()
    likenesses = [sentence_likeness(version.sentences, each, rows[read]) for each in liked + unliked]
    like[read] = rounded(_less_disliked(likenesses, len(liked)))
    semantic = SEMANTIC_SHARE * like + structure(version.snapshot, scope, rows, seeds.liked)
    first = read[best_first(rounded(semantic + lexical)[read])]
    semantic = semantic + FEEDBACK * likeness_to_first(version.nearest, version.vectors, rows, first)
    fused = Fused(_unread_behind(rounded(semantic), lexical, read), lexical)
    weights, chances = version.lexical.weights(asked), pair_probabilities(cosine)
    return Ranking(rows, asked, weights, cosine, like, rounded(words), np.zeros(rows.size), fused, chances)


def _examples(
    version: IndexVersion, embedder: Embedder, seeds: Seeds, facet: Facet
) -> tuple[list[Example], list[Example]]:
    """What is liked and what is not, each with its sentences."""
    liked = [_held(version, row, facet) for row in seeds.liked]
    if seeds.text:
        parts = paper_parts(Paper("", "", abstract=seeds.text))
        (whole,), sentences = embedder.embed_spans([parts.text], [parts.spans])
        liked.append(example(whole, parts.sentences, sentences.astype(np.float32), facet, titled=False))
    return liked, [_held(version, row, facet) for row in seeds.unliked]


def _held(version: IndexVersion, row: int, facet: Facet) -> Example:
    paper = version.snapshot.paper(row)
    sentences = paper_parts(paper).sentences
    return example(version.vectors[row], sentences, version.sentences.of(row), facet, titled=bool(paper.title))


def _cosine(version: IndexVersion, wanted: Example, rows: Rows) -> Scores:
    return version.nearest.scores(wanted.whole, rows).astype(np.float64)


def _less_disliked(likenesses: Sequence[Scores], liked: int) -> Scores:
    """The mean of the first so many, less DISLIKE times that of the others."""
    mean: Scores = np.mean(likenesses[:liked], axis=0)
    return mean - DISLIKE * np.mean(likenesses[liked:], axis=0) if len(likenesses) > liked else mean


def _unread_behind(semantic: Scores, lexical: Scores, read: Order) -> Scores:
    """Lowers the papers that were not read sentence by sentence, all alike, until none stands before one that was."""
    unread = np.ones(semantic.size, dtype=bool)
    unread[read] = False
    if read.size and unread.any():
        scores = semantic + lexical
        semantic = np.where(unread, semantic - max(0.0, scores[unread].max() - scores[read].min()), semantic)
    return rounded(semantic)


def _stems(liked: Sequence[Paper]) -> tuple[str, ...]:
    """Every telling stem of the liked papers once, in alphabetical order."""
    texts = (text for paper in liked for text in (paper.title, paper.tldr or "", paper.abstract or ""))
    return tuple(sorted({word for text in texts for word in query_stems(text)}))


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
