"""Reasons for calling two papers related: shared phrases, the closest sentences, one hub cited alike, one topic."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.sentences import sentence_spans
from corpus.values import Paper
from index.lexical import Lexical
from index.scope import Scope
from index.terms import terms
from index.tokens import stems
from index.topics import Topics
from index.values import Why
from index.version import IndexVersion

PHRASES = 3


@dataclass(frozen=True, slots=True)
class Saying:
    """What one side says: its telling terms as written, by stem, and its sentences with what their stems weigh."""

    terms: Mapping[str, str]
    sentences: tuple[tuple[str, Mapping[str, float]], ...]


def saying(lexical: Lexical, papers: Sequence[Paper]) -> Saying:
    """The papers' terms, and the sentences of their TL;DRs and abstracts; titles where there is nothing else."""
    found = {key: written for paper in papers for key, written in terms(*_texts(paper))}
    texts = [text for paper in papers for text in (paper.tldr or "", paper.abstract or "")]
    said = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    said = said or [paper.title for paper in papers if paper.title]
    return Saying(found, tuple((text, lexical.weights(stems(text))) for text in said))


def reasons(
    version: IndexVersion, scope: Scope, topics: Topics, liked: Saying, row: int, liked_rows: Sequence[int]
) -> tuple[Why, ...]:
    """Every reason that holds, the most telling kind first; quotations are verbatim."""
    own = saying(version.lexical, [version.snapshot.paper(row)])
    found = [*_phrases(version.lexical, liked, own), *_sentences(liked, own)]
    found += _hubs(version, scope, row, liked_rows)
    found += _topic(topics, row, liked_rows)
    return tuple(found)


def _phrases(lexical: Lexical, liked: Saying, own: Saying) -> Iterator[Why]:
    """The rarest terms that both use, none of them part of another."""
    shared = {key: written for key, written in own.terms.items() if key in liked.terms}
    weight = {key: sum(lexical.idf(part) for part in key.split()) for key in shared}
    chosen: list[str] = []
    for key in sorted(shared, key=lambda key: (-round(weight[key], 6), key)):
        if not any(set(key.split()) & set(other.split()) for other in chosen):
            chosen.append(key)
    if chosen:
        yield Why("phrases", ", ".join(shared[key] for key in chosen[:PHRASES]))


def _texts(paper: Paper) -> tuple[str, ...]:
    return (paper.abstract or "", paper.tldr or "", paper.title)


def _sentences(liked: Saying, own: Saying) -> Iterator[Why]:
    """The two sentences, one of each side, that share the largest part of their telling words."""
    pairs = [(_likeness(one, other), left, right) for left, one in liked.sentences for right, other in own.sentences]
    if pairs:
        likeness, left, right = max(pairs, key=lambda pair: pair[0])
        if likeness > 0:
            yield Why("sentences", f"\u201c{left}\u201d \u2014 \u201c{right}\u201d")


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = math.fsum(one[word] for word in one.keys() & other.keys())
    return round(shared / ((math.fsum(one.values()) * math.fsum(other.values())) ** 0.5 or 1.0), 6)


def _hubs(version: IndexVersion, scope: Scope, row: int, liked_rows: Sequence[int]) -> Iterator[Why]:
    """Each hub that a liked paper cites too, those asked about first, with the role when it is the same."""
    snapshot = version.snapshot
    theirs = [citation for liked in liked_rows for citation in snapshot.citations_of(liked)]
    shared = [citation for citation in snapshot.citations_of(row) if any(other.hub == citation.hub for other in theirs)]
    for cited in sorted(shared, key=lambda citation: citation.hub not in scope.hubs):
        title = snapshot.hub(cited.hub).paper.title
        alike = cited.role and any((other.hub, other.role) == (cited.hub, cited.role) for other in theirs)
        yield Why("hub", f"both cite \u201c{title}\u201d" + (f" as {cited.role}" if alike else ""))


def _topic(topics: Topics, row: int, liked_rows: Sequence[int]) -> Iterator[Why]:
    inside = [liked for liked in liked_rows if liked in topics.rows]
    if inside and len(topics.topics) > 1:
        code = int(topics.codes_of(np.array([row]))[0])
        if code in topics.codes_of(np.array(inside)):
            yield Why("topic", topics.topics[code].label)
