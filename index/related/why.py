"""Reasons for calling two papers related: shared phrases, the closest sentences, one hub cited alike, one topic."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from corpus.values import Citation, Paper
from index.arrays import Numbers
from index.ascending import found
from index.related.alike import LikedSentences, Pair, closest_sentences, liked_sentences
from index.related.shared_terms import SoughtTerms, shared_terms, sought_terms
from index.scope import Scope
from index.text.passages import paper_text
from index.text.phrase_words import ACADEMIC, tells
from index.text.terms import terms
from index.text.tokens import stems
from index.topics.topics import Topics
from index.values import Why
from index.version import IndexVersion
from index.words.lexical import Lexical
from index.words.said import Worded

PHRASES = 3
READ = 8  # terms of which those that tell most are chosen


@dataclass(frozen=True, slots=True)
class Liking:
    """What the liked papers say: their telling terms; their sentences; all their words, as stems; which hubs they cite,
    and the topics they are in, as codes."""

    terms: SoughtTerms
    sentences: LikedSentences
    stems: frozenset[str]
    citations: tuple[Citation, ...]
    topics: frozenset[int]


def liking(version: IndexVersion, topics: Topics, papers: Sequence[Paper], rows: Sequence[int]) -> Liking:
    """What the papers say; `rows` are those of the papers that are held."""
    lexical, snapshot = version.lexical, version.snapshot
    said = [term for paper in papers for term in terms(paper.title, paper.tldr or "", paper.abstract or "")]
    keys = {key for key, spelt in set(said) if tells(spelt)}
    return Liking(
        sought_terms(lexical, keys),
        liked_sentences(lexical, papers),
        frozenset(stem for paper in papers for stem in stems(paper_text(paper))),
        tuple(citation for row in rows for citation in snapshot.citations_of(row)),
        _topics_of(topics, np.array(rows, dtype=np.int32)),
    )


def _topics_of(topics: Topics, rows: Numbers) -> frozenset[int]:
    """Nothing where one topic has them all, which says nothing of any."""
    inside = rows[found(rows, topics.rows)[0]] if len(topics.topics) > 1 else rows[:0]
    return frozenset(topics.codes_of(inside).tolist()) if inside.size else frozenset()


def reasons(
    version: IndexVersion, scope: Scope, topics: Topics, liked: Liking, rows: Sequence[int], papers: Sequence[Paper]
) -> list[tuple[Why, ...]]:
    """For each of these rows, whose `papers` they are, every reason that holds, the most telling kind first; quotations
    are verbatim."""
    said = [version.said.worded(row) for row in rows]
    codes = topics.codes_of(np.array(rows, dtype=topics.rows.dtype)).tolist() if liked.topics else [None] * len(rows)
    pairs = closest_sentences(version, liked.sentences, said, papers)
    shared = shared_terms(liked.terms, papers, said)
    return [
        (
            *_phrases(used),
            *_sentences(pair, paper),
            *_hubs(version, scope, liked, row),
            *_topic(version.lexical, topics, liked, code, words),
        )
        for row, paper, words, pair, used, code in zip(rows, papers, said, pairs, shared, codes, strict=True)
    ]


def _phrases(used: Iterator[str]) -> Iterator[Why]:
    shared = _chosen(filter(tells, islice(used, READ)))
    if shared:
        yield Why("phrases", ", ".join(shared))


def _chosen(shared: Iterable[str]) -> list[str]:
    """The first PHRASES of these, common words only where there are not as many others; asks for no more than it needs,
    since finding how a paper spells a term takes reading it."""
    rare, common = list[str](), list[str]()
    for term in shared:
        (common if _common(term) else rare).append(term)
        if len(rare) == PHRASES:
            break
    return [*rare, *common][:PHRASES]


def _common(term: str) -> bool:
    """Whether it is a single word that is no name, which tells less than others do."""
    return " " not in term and term.islower()


def _sentences(pair: Pair | None, paper: Paper) -> Iterator[Why]:
    if pair is not None:
        liked, (start, end) = pair
        yield Why("sentences", f"\u201c{liked}\u201d \u2014 \u201c{paper_text(paper)[start:end]}\u201d")


def _hubs(version: IndexVersion, scope: Scope, liked: Liking, row: int) -> Iterator[Why]:
    """Each hub that a liked paper cites too, those asked about first, with the role when it is the same."""
    if not liked.citations:
        return
    snapshot, theirs = version.snapshot, liked.citations
    shared = [citation for citation in snapshot.citations_of(row) if any(other.hub == citation.hub for other in theirs)]
    for cited in sorted(shared, key=lambda citation: citation.hub not in scope.hubs):
        title = snapshot.hub(cited.hub).paper.title
        alike = cited.role and any((other.hub, other.role) == (cited.hub, cited.role) for other in theirs)
        yield Why("hub", f"both cite \u201c{title}\u201d" + (f" as {cited.role}" if alike else ""))


def _topic(lexical: Lexical, topics: Topics, liked: Liking, code: int | None, said: Worded) -> Iterator[Why]:
    """Where both have a telling word of its label: in a topic are also papers that only come near it."""
    if code is None or code not in liked.topics:
        return
    label = topics.topics[code].label
    named = frozenset(stems(label)) - ACADEMIC
    if named & liked.stems and _says(lexical, said, named):
        yield Why("topic", label)


def _says(lexical: Lexical, said: Worded, words: frozenset[str]) -> bool:
    """Whether a paper has one of these stems, by what is kept of its sentences."""
    numbers = (lexical.numbers[said.part](word) for word in sorted(words))
    return any(bool((said.words == number).any()) for number in numbers if number is not None)
