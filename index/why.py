"""Reasons for calling two papers related: shared phrases, the closest sentences, one hub cited alike, one topic."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.values import Citation, Paper
from index.alike import LikedSentences, Pair, closest_sentences, liked_sentences
from index.ascending import found
from index.lexical import Lexical
from index.passages import paper_text
from index.scope import Scope
from index.terms import Sought, terms
from index.topics import Topics
from index.values import Why
from index.version import IndexVersion

PHRASES = 3

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Liking:
    """What the liked papers say: their telling terms by stem, the most telling first, and how they are found
    again; their sentences; which hubs they cite, and the topics they are in, as codes."""

    terms: tuple[str, ...]
    sought: Sought
    sentences: LikedSentences
    citations: tuple[Citation, ...]
    topics: frozenset[int]


def liking(version: IndexVersion, topics: Topics, papers: Sequence[Paper], rows: Sequence[int]) -> Liking:
    """What the papers say; `rows` are those of the papers that are held."""
    lexical, snapshot = version.lexical, version.snapshot
    keys = {key for paper in papers for key, _ in terms(*_texts(paper))}
    return Liking(
        _most_telling(lexical, keys),
        Sought(keys),
        liked_sentences(lexical, papers),
        tuple(citation for row in rows for citation in snapshot.citations_of(row)),
        _topics_of(topics, np.array(rows, dtype=np.int32)),
    )


def _most_telling(lexical: Lexical, keys: Collection[str]) -> tuple[str, ...]:
    weight = {key: round(sum(lexical.idf(part) for part in key.split()), 6) for key in keys}
    return tuple(sorted(keys, key=lambda key: (-weight[key], key)))


def _topics_of(topics: Topics, rows: Numbers) -> frozenset[int]:
    """Nothing where one topic has them all, which says nothing of any."""
    inside = rows[found(rows, topics.rows)[0]] if len(topics.topics) > 1 else rows[:0]
    return frozenset(topics.codes_of(inside).tolist()) if inside.size else frozenset()


def reasons(
    version: IndexVersion, scope: Scope, topics: Topics, liked: Liking, rows: Sequence[int], papers: Sequence[Paper]
) -> list[tuple[Why, ...]]:
    """For each of these rows, whose `papers` they are, every reason that holds, the most telling kind first; quotations
    are verbatim."""
    pairs = closest_sentences(version, liked.sentences, rows, papers)
    return [
        (
            *_phrases(liked, paper),
            *_sentences(pair, paper),
            *_hubs(version, scope, liked, row),
            *_topic(topics, liked, row),
        )
        for row, paper, pair in zip(rows, papers, pairs, strict=True)
    ]


def _phrases(liked: Liking, paper: Paper) -> Iterator[Why]:
    """The rarest terms that both use, none of them part of another."""
    own = liked.sought.used(*_texts(paper))
    chosen: list[str] = []
    for key in liked.terms:
        if key in own and not any(set(key.split()) & set(other.split()) for other in chosen):
            chosen.append(key)
            if len(chosen) == PHRASES:
                break
    if chosen:
        yield Why("phrases", ", ".join(own[key] for key in chosen))


def _texts(paper: Paper) -> tuple[str, ...]:
    return (paper.abstract or "", paper.tldr or "", paper.title)


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


def _topic(topics: Topics, liked: Liking, row: int) -> Iterator[Why]:
    if liked.topics:
        code = int(topics.codes_of(np.array([row], dtype=topics.rows.dtype))[0])
        if code in liked.topics:
            yield Why("topic", topics.topics[code].label)
