"""The sentences that an answer may quote from the found papers, each with the vector that the index holds of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from answers.text.steering import steers
from answers.text.wording import fragment, garbled, lists_contents
from answers.values import Evidence
from corpus.sentences import sentence_spans
from corpus.values import Citation, CitingSentence, Field, Paper
from index.arrays import Vectors
from index.text.passages import paper_parts, paper_text
from index.values import Hit
from index.version import IndexVersion

SHORTEST = 25  # characters: less than this is a heading such as "METHODS:" or the rest of a broken sentence


class Embeds(Protocol):
    """The part of an embedder that answers need: unit vectors of a question, and of papers not embedded yet."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_query(self, text: str) -> Vectors: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one paper: `text == field[start:end]`; `context` counts the citing sentences from 0."""

    field: Field
    text: str
    start: int
    end: int
    context: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What one found paper says: its own vector, its title's, and those of its sentences side by side with them."""

    whole: Vectors
    title: Vectors
    sentences: tuple[Sentence, ...]
    vectors: Vectors


def quotation(sentence: Sentence, source: int) -> Evidence:
    """The sentence as a quote of the source of this number."""
    return Evidence(source, sentence.field, sentence.text, sentence.start, sentence.end, sentence.context)


def quotable(paper: Paper, citation: Citation | None = None) -> list[Sentence]:
    """The sentences of a paper's TL;DR, abstract and citing sentences; its title only when it has nothing else."""
    return [sentence for sentence, _ in _chosen(paper, citation)]


def read(version: IndexVersion, hits: Sequence[Hit], embedder: Embeds) -> list[Read]:
    """Every hit's sentences, in the order of the hits; those of papers not embedded yet are embedded in one call."""
    chosen = [_chosen(hit.paper, hit.citation) for hit in hits]
    held = [_held(version, hit) for hit in hits]
    texts = [
        text
        for hit, own, vectors in zip(hits, chosen, held, strict=True)
        if vectors is None
        for text in (paper_text(hit.paper), hit.paper.title, *(one.text for one, _ in own))
    ]
    fresh = iter(embedder.embed_passages(texts) if texts else ())
    found = []
    for own, vectors in zip(chosen, held, strict=True):
        sentences, places = tuple(one for one, _ in own), [1 + place for _, place in own]
        if vectors is None:
            vectors, places = np.array([next(fresh) for _ in range(2 + len(own))]), list(range(2, 2 + len(own)))
        found.append(Read(vectors[0], vectors[1], sentences, vectors[places]))
    return found


def _held(version: IndexVersion, hit: Hit) -> Vectors | None:
    """The index's vectors of a paper, its title, its own and its citing sentences; None where it was not read yet."""
    row = version.snapshot.own(hit.paper.id)
    if row is None or not version.vectors[row].any():
        return None
    held = [version.vectors[row][np.newaxis], version.sentences.of(row)]
    if hit.citation and hit.citation.contexts:
        number = version.snapshot.number(hit.citation.hub, row)
        held += [] if number is None else [version.contexts.of(number)]
    return np.concatenate(held)


def _chosen(paper: Paper, citation: Citation | None) -> list[tuple[Sentence, int]]:
    """Each quotable sentence, and the place of its vector among those that the index holds of the paper.

    A citing sentence that is several sentences has one vector, which stands for each of them.
    """
    parts = paper_parts(paper).placed
    texts: dict[Field, str] = {"title": paper.title, "tldr": paper.tldr or "", "abstract": paper.abstract or ""}
    own = [
        (Sentence(one.field, texts[one.field][one.start : one.end], one.start, one.end), place)
        for place, one in enumerate(parts)
    ]
    found: list[tuple[Sentence, int]] = []
    for field in ("tldr", "abstract"):
        found += _whole([each for each in own if each[0].field == field])
    for at, context in enumerate(citation.contexts if citation else ()):
        found += _whole(_told(context, at, len(parts) + at))
    return found or own[:1]


def _told(context: CitingSentence, at: int, place: int) -> list[tuple[Sentence, int]]:
    return [
        (Sentence("context", context.text[start:end], start, end, at), place)
        for start, end in sentence_spans(context.text)
    ]


def _whole(sentences: list[tuple[Sentence, int]]) -> list[tuple[Sentence, int]]:
    """Without what speaks to its reader instead of saying something or cannot be read, and without headings and scraps
    if it can be."""
    saying = [each for each in sentences if not any(test(each[0].text) for test in (steers, lists_contents, garbled))]
    return [each for each in saying if len(each[0].text) >= SHORTEST and not fragment(each[0].text)] or saying
