"""Reasons for calling two papers related: shared phrases, the closest sentences, one hub cited alike, one topic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.sentences import sentence_spans
from corpus.values import Paper
from index.lexical import Lexical
from index.passages import paper_text
from index.scope import Scope
from index.terms import terms
from index.tokens import stems
from index.topics import Topics
from index.values import Why
from index.version import IndexVersion

PHRASES = 3

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Liking:
    """What the liked papers say: their telling terms as written, by stem, and their sentences.

    `weights` is what each of their stems tells in each sentence that holds it, (sentences, stems); `places` is where
    a stem stands there, by its number in the list of words of each part of the index.
    """

    terms: Mapping[str, str]
    sentences: tuple[str, ...]
    weights: Weights
    places: Sequence[Mapping[int, int]]


def liking(lexical: Lexical, papers: Sequence[Paper]) -> Liking:
    """The papers' terms, and the sentences of their TL;DRs and abstracts; titles where there is nothing else."""
    texts = [text for paper in papers for text in (paper.tldr or "", paper.abstract or "")]
    said = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    said = said or [paper.title for paper in papers if paper.title]
    held = [set(stems(text)) for text in said]
    every = tuple(sorted(set().union(*held)))
    weights = np.array([[lexical.idf(stem) if stem in own else 0.0 for stem in every] for own in held])
    found = {key: written for paper in papers for key, written in terms(*_texts(paper))}
    return Liking(found, tuple(said), weights.reshape(len(said), len(every)), lexical.places(every))


def reasons(
    version: IndexVersion, scope: Scope, topics: Topics, liked: Liking, row: int, liked_rows: Sequence[int]
) -> tuple[Why, ...]:
    """Every reason that holds, the most telling kind first; quotations are verbatim."""
    paper = version.snapshot.paper(row)
    found = [*_phrases(version.lexical, liked, paper), *_sentences(version, liked, row, paper)]
    found += _hubs(version, scope, row, liked_rows)
    found += _topic(topics, row, liked_rows)
    return tuple(found)


def _phrases(lexical: Lexical, liked: Liking, paper: Paper) -> Iterator[Why]:
    """The rarest terms that both use, none of them part of another."""
    shared = {key: written for key, written in terms(*_texts(paper)) if key in liked.terms}
    weight = {key: sum(lexical.idf(part) for part in key.split()) for key in shared}
    chosen: list[str] = []
    for key in sorted(shared, key=lambda key: (-round(weight[key], 6), key)):
        if not any(set(key.split()) & set(other.split()) for other in chosen):
            chosen.append(key)
    if chosen:
        yield Why("phrases", ", ".join(shared[key] for key in chosen[:PHRASES]))


def _texts(paper: Paper) -> tuple[str, ...]:
    return (paper.abstract or "", paper.tldr or "", paper.title)


def _sentences(version: IndexVersion, liked: Liking, row: int, paper: Paper) -> Iterator[Why]:
    """The two sentences, one of each side, that share the largest part of their telling words."""
    likeness, spans = _likeness(version, liked, row, titled=bool(paper.title))
    if likeness.size and likeness.max() > 0:
        one, other = np.unravel_index(int(likeness.argmax()), likeness.shape)
        start, end = spans[other]
        yield Why("sentences", f"\u201c{liked.sentences[one]}\u201d \u2014 \u201c{paper_text(paper)[start:end]}\u201d")


def _likeness(version: IndexVersion, liked: Liking, row: int, *, titled: bool) -> tuple[Weights, list[list[int]]]:
    """For each liked sentence and each of the row's, what they share over the geometric mean of what both tell; and
    where the row's are: its title only when it has nothing else."""
    said = version.said.worded(row)
    first = int(titled and len(said.spans) > 1)
    weighed = version.lexical.idfs(said.part, said.words)
    columns = [liked.places[said.part].get(word) for word in said.words.tolist()]
    own = liked.weights.sum(axis=1)
    likeness = np.zeros((len(liked.sentences), len(said.spans) - first))
    for at in range(first, len(said.spans)):
        here = slice(said.ends[at], said.ends[at + 1])
        shared = liked.weights[:, [column for column in columns[here] if column is not None]].sum(axis=1)
        mass = np.sqrt(own * weighed[here].sum())
        likeness[:, at - first] = np.round(shared / np.where(mass > 0, mass, 1.0), 6)
    return likeness, said.spans[first:]


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
