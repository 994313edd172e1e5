"""Reasons for calling two papers related: shared phrases, the closest sentences, one hub cited alike, one topic."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.sentences import sentence_spans
from corpus.values import Citation, Paper
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
Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Liking:
    """What the liked papers say: their telling terms by stem, the most telling first, and their sentences; which hubs
    they cite, and the topics they are in, as codes.

    `weights` is what each of their stems tells in each sentence that holds it, (stems + 1, sentences), zeros at the
    end; `masses` are the sums over the stems. `places` has for each part of the index the stems by their numbers in its
    list of words, which ascend, and the place of each in `weights`.
    """

    terms: tuple[str, ...]
    sentences: tuple[str, ...]
    weights: Weights
    masses: Weights
    places: Sequence[tuple[Numbers, Numbers]]
    citations: tuple[Citation, ...]
    topics: frozenset[int]


def liking(version: IndexVersion, topics: Topics, papers: Sequence[Paper], rows: Sequence[int]) -> Liking:
    """The papers' terms, and the sentences of their TL;DRs and abstracts; titles where there is nothing else. `rows`
    are those of the papers that are held."""
    lexical, snapshot = version.lexical, version.snapshot
    texts = [text for paper in papers for text in (paper.tldr or "", paper.abstract or "")]
    said = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    said = said or [paper.title for paper in papers if paper.title]
    held = [set(stems(text)) for text in said]
    every = tuple(sorted(set().union(*held)))
    told = lexical.weights(every)
    weights = np.array([[told[stem] if stem in own else 0.0 for stem in every] for own in held])
    weights = weights.reshape(len(said), len(every))
    return Liking(
        _most_telling(lexical, {key for paper in papers for key, _ in terms(*_texts(paper))}),
        tuple(said),
        np.append(weights.T, np.zeros((1, len(said))), axis=0),
        weights.sum(axis=1),
        lexical.places(every),
        tuple(citation for row in rows for citation in snapshot.citations_of(row)),
        _topics_of(topics, np.array(rows, dtype=np.int32)),
    )


def _most_telling(lexical: Lexical, keys: Collection[str]) -> tuple[str, ...]:
    weight = {key: round(sum(lexical.idf(part) for part in key.split()), 6) for key in keys}
    return tuple(sorted(keys, key=lambda key: (-weight[key], key)))


def _topics_of(topics: Topics, rows: Numbers) -> frozenset[int]:
    """Nothing where one topic has them all, which says nothing of any."""
    inside = rows[np.isin(rows, topics.rows)] if len(topics.topics) > 1 else rows[:0]
    return frozenset(topics.codes_of(inside).tolist()) if inside.size else frozenset()


def reasons(
    version: IndexVersion, scope: Scope, topics: Topics, liked: Liking, row: int, paper: Paper
) -> tuple[Why, ...]:
    """Every reason that holds for the paper in this row, the most telling kind first; quotations are verbatim."""
    found = [*_phrases(liked, paper), *_sentences(version, liked, row, paper)]
    found += _hubs(version, scope, liked, row)
    found += _topic(topics, liked, row)
    return tuple(found)


def _phrases(liked: Liking, paper: Paper) -> Iterator[Why]:
    """The rarest terms that both use, none of them part of another."""
    own = dict(terms(*_texts(paper)))
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
    numbers, places = liked.places[said.part]
    found = np.full(len(said.words), len(liked.weights) - 1)
    if numbers.size:
        at = np.minimum(numbers.searchsorted(said.words), numbers.size - 1)
        found = np.where(numbers[at] == said.words, places[at], found)
    shared = _sums(liked.weights[found], said.ends[first:])
    told = _sums(version.lexical.idfs(said.part, said.words)[:, np.newaxis], said.ends[first:])
    mass = np.sqrt(told * liked.masses)
    return np.round(shared / np.where(mass > 0, mass, 1.0), 6).T, said.spans[first:]


def _sums(values: Weights, ends: NDArray[np.int64]) -> Weights:
    """The sum of the rows of `values` from each end to the next."""
    running = np.zeros((len(values) + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=running[1:])
    return np.diff(running[ends], axis=0)


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
