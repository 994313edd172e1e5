"""What the found papers say, sentence by sentence, and how closely each sentence and each paper meets the question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from answers.question import Question
from answers.wording import finds, opens_midway
from corpus.sentences import sentence_spans
from corpus.values import Citation, Field, Paper
from index.tokens import stems
from index.values import Hit

Vectors = NDArray[np.float32]
Weigh = Callable[[str], float]
Shares = Mapping[str, float]

SHORTEST = 25  # characters: less than this is a heading such as "METHODS:" or the rest of a broken sentence
COVERAGE = 0.45  # what holding every word of a question is worth, in cosine; see answers/refusal.py
SUMMARY = 0.08  # what a TL;DR gains for saying what the paper contributes
FINDS = 0.05  # what a sentence gains for reporting a result
MIDWAY = 0.1  # what a sentence loses that leans on the one before
PAPER = 0.3  # how much of its paper's own closeness a sentence inherits


class Embeds(Protocol):
    """The part of an embedder that answers need: unit vectors, cheap for texts that were embedded before."""

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
class Scored:
    """A sentence of the hit at place `hit`, how directly it answers, and its vector. Larger `score` is better."""

    hit: int
    sentence: Sentence
    vector: Vectors
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One found paper against the question: its best cosine and the share of the question's weight that it holds.

    `sentences` are in the order in which the paper says them; `held` are the stems of all of them and of the title.
    """

    hit: int
    cosine: float
    coverage: float
    sentences: tuple[Scored, ...]
    held: frozenset[str] = frozenset()

    @property
    def closeness(self) -> float:
        return self.cosine + COVERAGE * self.coverage


def quotable(paper: Paper, citation: Citation | None = None) -> list[Sentence]:
    """The sentences of a paper's TL;DR, abstract and citing sentences; its title only when it has nothing else."""
    contexts = citation.contexts if citation else ()
    found = [
        *_split("tldr", paper.tldr or ""),
        *_split("abstract", paper.abstract or ""),
        *(sentence for at, context in enumerate(contexts) for sentence in _split("context", context.text, at)),
    ]
    return found or [Sentence("title", paper.title, 0, len(paper.title))]


def _split(field: Field, text: str, context: int | None = None) -> list[Sentence]:
    spans = sentence_spans(text) if text else []
    whole = [(start, end) for start, end in spans if end - start >= SHORTEST]
    return [Sentence(field, text[start:end], start, end, context) for start, end in whole or spans]


def shares(question: Question, weigh: Weigh) -> Shares:
    """The question's stems, each with its share of the question's weight: what few papers hold tells most."""
    weights = {stem: weigh(stem) for stem in stems(" ".join(question.words))}
    whole = sum(weights.values())
    return {stem: weight / whole for stem, weight in weights.items()} if whole > 0 else {}


def gather(question: Question, hits: Sequence[Hit], embedder: Embeds, asked: Shares) -> list[Evidence]:
    """Every hit judged against the question, in the order of the hits; all sentences are embedded in one call."""
    split = [quotable(hit.paper, hit.citation) for hit in hits]
    vectors = embedder.embed_passages(
        [text for hit, own in zip(hits, split, strict=True) for text in (hit.paper.title, *(one.text for one in own))]
    )
    cosines = np.round(vectors @ embedder.embed_query(question.query), 5) if len(vectors) else np.zeros(0, np.float32)
    judged, at = [], 0
    for place, (hit, own) in enumerate(zip(hits, split, strict=True)):
        end = at + 1 + len(own)
        judged.append(_judge(place, hit, own, vectors[at + 1 : end], cosines[at:end], asked))
        at = end
    return judged


def _judge(
    place: int, hit: Hit, own: Sequence[Sentence], vectors: Vectors, cosines: Vectors, asked: Shares
) -> Evidence:
    """`cosines` begins with the title's, which counts for the paper but is not quoted."""
    held = _stems(hit.paper.title).union(*(_stems(one.text) for one in own))
    cosine, coverage = float(cosines.max()), _coverage(asked, held)
    inherited = PAPER * (cosine + COVERAGE * coverage)
    scored = tuple(
        Scored(place, one, vector, _directness(one, float(own_cosine), asked) + inherited)
        for one, vector, own_cosine in zip(own, vectors, cosines[1:], strict=True)
    )
    return Evidence(place, cosine, coverage, scored, held)


def _directness(sentence: Sentence, cosine: float, asked: Shares) -> float:
    covered = _coverage(asked, _stems(sentence.text))
    bonus = SUMMARY * (sentence.field == "tldr") + FINDS * finds(sentence.text) - MIDWAY * opens_midway(sentence.text)
    return cosine + COVERAGE * covered + bonus


def _coverage(asked: Shares, held: frozenset[str]) -> float:
    return sum(share for stem, share in asked.items() if stem in held)


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))
