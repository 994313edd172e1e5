"""Papers like a paper, like a text, or like some and unlike others, each with reasons one can check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.values import Paper
from embeddings.embedder import Embedder
from index.arrays import Rows, Scores, Vectors
from index.ascending import found
from index.beside import meanwhile
from index.calibration import pair_probabilities
from index.candidates import some_like
from index.files.snapshot import Snapshot
from index.fusion import fused, rounded
from index.hits import Showing, ranked_hits
from index.ranking import Ranking, best_first
from index.related.facet_text import facet_text
from index.related.feedback import likeness_to_first
from index.related.structure import structure
from index.related.why import Liking, liking, reasons
from index.scope import Scope
from index.text.tokens import query_stems
from index.topics.topics import Topics
from index.values import Facet, Filters, Related, RelatedRequest
from index.vectors import VectorIndex
from index.version import IndexVersion
from index.words.lexical import Lexical

# Chosen on the co-citing papers of the ACL hubs, as docs/related.md says.
SEMANTIC_SHARE = 0.8
FEEDBACK = 0.6  # how much likeness to those found first counts beside likeness to what was asked
FEEDBACK_OF = 1_000  # the best papers of the first look, ten times what a reply may hold; others gain nothing by it
DISLIKE = 0.5  # how much of the likeness to unwanted papers is taken off


class PaperNotFound(LookupError):
    """No paper of this name is held."""


class NothingAsked(ValueError):
    """A request for related papers names neither a paper nor a text."""


class Contrary(ValueError):
    """A paper is to be liked and not to be liked."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """What is liked and disliked: rows of papers held, and a text besides."""

    liked: tuple[int, ...]
    unliked: tuple[int, ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of the rows beside their likeness in meaning: BM25 of the stems `asked`, which tell their
    `weights`; what these `words` add to a score, and what `shared` hubs do."""

    asked: tuple[str, ...]
    weights: Mapping[str, float]
    words: Scores
    part: Scores
    shared: Scores


def related(
    version: IndexVersion, embedder: Embedder, scope: Scope, topics: Topics, request: RelatedRequest
) -> Related:
    """The papers in scope most like what is asked, best first; those named in the request are never among them.
    `total` are all in scope beside those, as each is more or less like it."""
    seeds = _seeds(version.snapshot, request)
    liked = _like(version.snapshot, seeds)
    wanted = _wanted(version, embedder, seeds, liked, request.facet)
    others = _others(scope, seeds)
    rows = some_like(version, scope, others, wanted, lambda: _stems(liked))

    def said() -> tuple[Beside, Liking]:
        shared = structure(version.snapshot, scope, rows, seeds.liked)
        return _beside(version.lexical, rows, _stems(liked), shared), liking(version, topics, liked, seeds.liked)

    reading = meanwhile(said)
    near = rounded(_cosine(version, wanted, rows, seeds))
    beside, told = reading()
    ranking = _ranking(version, rows, beside, near)
    showing = Showing(version, scope, Filters(), legs=True)
    best = ranking.order(request.limit)
    ranking.probability[best] = pair_probabilities(near[best])  # of the others nobody asks
    hits = ranked_hits(showing, ranking, best)
    why = reasons(version, scope, topics, told, ranking.rows[best].tolist(), [hit.paper for hit in hits])
    told_why = tuple(replace(hit, why=each) for hit, each in zip(hits, why, strict=True))
    return Related(told_why, int(others.size))


def _others(scope: Scope, seeds: Seeds) -> Rows:
    named = np.array(sorted({*seeds.liked, *seeds.unliked}), dtype=np.int32)
    return np.delete(scope.rows, found(named, scope.rows)[1])


def _beside(lexical: Lexical, rows: Rows, asked: tuple[str, ...], shared: Scores) -> Beside:
    words = lexical.weigh(asked, rows)
    part = rounded((1 - SEMANTIC_SHARE) * words / float(words.max(initial=0.0) or 1.0))
    return Beside(asked, lexical.weights(asked), rounded(words), part, shared)


def _ranking(version: IndexVersion, rows: Rows, beside: Beside, cosine: Scores) -> Ranking:
    """Every row, or in a large corpus each that may be among the best, by its likeness in meaning, less that to the
    unliked, by the words and the hubs it shares, and the best of them by their likeness to what these put first."""
    semantic = SEMANTIC_SHARE * cosine + beside.shared
    best = best_first(rounded(semantic + beside.part), FEEDBACK_OF)
    semantic[best] += FEEDBACK * likeness_to_first(version.nearest, version.vectors, rows[best])
    both, none = fused(rounded(semantic), beside.part), np.zeros(rows.size)
    asked, weights, words = beside.asked, beside.weights, beside.words
    return Ranking(rows, asked, weights, cosine, cosine, words, none, none, both, np.zeros(rows.size))


def _wanted(
    version: IndexVersion, embedder: Embedder, seeds: Seeds, liked: Sequence[Paper], facet: Facet
) -> list[Vectors]:
    """A vector of each that is liked."""
    whole = [version.vectors[row] for row in seeds.liked]
    if seeds.text:
        whole.append(_as_a_paper(embedder, seeds.text))
    return [_read(embedder, paper, facet, each) for paper, each in zip(liked, whole, strict=True)]


def _cosine(version: IndexVersion, wanted: Sequence[Vectors], rows: Rows, seeds: Seeds) -> Scores:
    """The mean cosine with what is liked, less DISLIKE times that with what is not."""
    cosine = _mean(version.nearest, wanted, rows)
    if seeds.unliked:
        cosine = cosine - DISLIKE * _mean(version.nearest, [version.vectors[row] for row in seeds.unliked], rows)
    return cosine


def _read(embedder: Embedder, paper: Paper, facet: Facet, whole: Vectors) -> Vectors:
    """The vector of what the paper says of the facet, or of the whole."""
    text = facet_text(paper.title, paper.abstract or "", facet)
    return whole if text is None else _as_a_paper(embedder, text)


def _as_a_paper(embedder: Embedder, text: str) -> Vectors:
    """As the papers were read that it is compared with, which is not always how queries are read."""
    vector: Vectors = embedder.embed_passages([text])[0]
    return vector


def _mean(nearest: VectorIndex, vectors: Sequence[Vectors], rows: Rows) -> Scores:
    """The mean cosine of each row with the vectors."""
    means: Scores = np.stack([nearest.scores(vector, rows) for vector in vectors]).astype(np.float64).mean(axis=0)
    return means


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
    both = sorted(snapshot.paper(row).id for row in {*seeds.liked} & {*seeds.unliked})
    if both:
        raise Contrary(f"expected papers to like and others not to, found {both[0]} among both; leave one out")
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
