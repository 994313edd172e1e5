"""What the found papers say, sentence by sentence, and how closely each sentence and each paper meets the question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from answers.blurred import blurred, lowered, mark_of, marks_in
from answers.cosine import DIGITS, cosine
from answers.cues import leaves_open
from answers.question import Question
from answers.sentences import Embeds, Read, Sentence
from answers.wording import defines, manner
from index.arrays import Vectors
from index.british import american
from index.tokens import stem, stems
from index.values import Hit

Weigh = Callable[[str], float]
Shares = Mapping[str, float]

COVERAGE = 0.45  # what holding every word of a question is worth, in cosine; see answers/refusal.py
SUMMARY = 0.08  # what a TL;DR gains for saying what the paper contributes
FINDS = 0.05  # what a sentence gains for reporting a result
DEFINES = 0.15  # and of a question what something is, for saying so
UNNAMED = 0.15  # and loses for not naming it
NARROWS = 0.1  # and of a question to be settled, for telling of some of those studied only
REASON = 0.12  # and of a question why, for naming a reason
LEFT_OPEN = 0.25  # and of a question what is open, for saying what is
BROKEN = 0.2  # what a sentence loses that is none
ASKS = 0.2  # and one that asks itself, unless open questions are asked for
VAGUE = 0.1  # and one that says only that much is being done
PROCEDURE = 0.1  # and one that only says how a study went about it, unless an amount is asked for
MIDWAY = 0.1  # what a sentence loses that leans on the one before
EARLIER = 0.15  # and of a question to be settled, one that tells what earlier work found
OUTCOME = 0.25  # and what the last sentence of an abstract gains for such a question over the first
STRUCTURED = 4  # sentences of an abstract that has such an order
PAPER = 0.3  # how much of its paper's own closeness a sentence inherits


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

    `whole` is the cosine of the paper as a whole, `probability` what search reports of it. `sentences` are in the order
    in which the paper says them; `held` is what `held_in` says of all of them and of the title.
    """

    hit: int
    cosine: float
    coverage: float
    sentences: tuple[Scored, ...]
    held: frozenset[str] = frozenset()
    whole: float = 0.0
    probability: float = 0.0

    @property
    def closeness(self) -> float:
        return self.cosine + COVERAGE * self.coverage


def shares(question: Question, weigh: Weigh) -> Shares:
    """The question's stems, each with its share of the question's weight: what few papers hold tells most.

    Where papers are asked for, the mark of a blurred word stands in the place of its stem.
    """
    weights = {american(each): weigh(each) for each in stems(" ".join(question.words))}
    for mark in marks_in(" ".join(question.words)) if question.about_set else ():
        weights[mark] = weights.pop(stem(mark), 0.0)
    whole = sum(weights.values())
    return {stem: weight / whole for stem, weight in weights.items()} if whole > 0 else {}


def judged(
    question: Question, hits: Sequence[Hit], found: Sequence[Read], embedder: Embeds, asked: Shares
) -> list[Evidence]:
    """Every hit, of which this was read before, judged against the question, in the order of the hits.

    To a question without words no sentence is closer than another; those that read well by themselves score higher.
    """
    if not found:
        return []
    vector = embedder.embed_query(question.query) if question.query else np.zeros_like(found[0].whole)
    return [
        _judge(place, hit, own, question, vector, asked)
        for place, (hit, own) in enumerate(zip(hits, found, strict=True))
    ]


def cosines_with(said: Read, vector: Vectors) -> tuple[float, float]:
    """Cosines of the closest sentence of a paper, its title included, and of the paper as a whole."""
    closest = round(float((said.vectors @ vector).max(initial=-1.0)), DIGITS)
    return max(cosine(said.title, vector), closest), cosine(said.whole, vector)


def _judge(place: int, hit: Hit, own: Read, question: Question, asked_vector: Vectors, asked: Shares) -> Evidence:
    """The title's cosine counts for the paper, but only where there is nothing else is the title quoted."""
    cosines = np.round(own.vectors @ asked_vector, DIGITS)
    held = held_in(hit.paper.title).union(*(held_in(one.text) for one in own.sentences))
    closest = max(cosine(own.title, asked_vector), float(cosines.max(initial=-1.0)))
    coverage = _coverage(asked, held)
    inherited = PAPER * (closest + COVERAGE * coverage)
    late = _lateness(own.sentences) if question.settles else [0.0] * len(own.sentences)
    scored = tuple(
        Scored(place, one, vector, _directness(one, float(own_cosine), question, asked) + OUTCOME * share + inherited)
        for one, vector, own_cosine, share in zip(own.sentences, own.vectors, cosines, late, strict=True)
    )
    whole = cosine(own.whole, asked_vector)
    counted = blurred_share(asked, held)
    return Evidence(place, closest, coverage, scored, held, whole, lowered(hit.probability, counted))


def blurred_share(asked: Shares, held: frozenset[str]) -> float:
    """The share of the question's weight of which a text with this `held_in` has other words of the same stem alone."""
    return sum(asked[mark] for mark in blurred(filter(mark_of, asked), held))


def _lateness(sentences: Sequence[Sentence]) -> list[float]:
    """How far on in its abstract each sentence stands, from 0 to 1: these begin with what was known and what was asked,
    and end with what was found. What stands elsewhere is as far on as the middle."""
    abstract = [one.start for one in sentences if one.field == "abstract"]
    if len(abstract) < STRUCTURED:
        return [0.0] * len(sentences)
    last = len(abstract) - 1
    return [abstract.index(one.start) / last if one.field == "abstract" else 0.5 for one in sentences]


def _directness(sentence: Sentence, cosine: float, question: Question, asked: Shares) -> float:
    said = manner(sentence.text)
    defined = question.kind == "definition" and defines(sentence.text, " ".join(question.concepts[:1]))
    bonus = DEFINES * defined - BROKEN * (sentence.field != "title" and said.broken) - VAGUE * said.vague
    bonus -= UNNAMED * (question.kind == "definition" and _names_none(question, sentence.text))
    bonus -= NARROWS * (question.settles and said.narrows)
    bonus -= ASKS * (said.asks and not question.asks_what_is_open)
    bonus -= EARLIER * (question.settles and sentence.field == "abstract" and said.reports)
    bonus -= (PROCEDURE + PROCEDURE * question.settles) * (not question.amount and said.proceeds)
    bonus += REASON * (question.asks_why and said.reasons)
    bonus += LEFT_OPEN * (question.asks_what_is_open and leaves_open(sentence.text))
    bonus += SUMMARY * (sentence.field == "tldr") + FINDS * said.finds - MIDWAY * said.opens_midway
    return cosine + COVERAGE * _coverage(asked, held_in(sentence.text)) + bonus


def _names_none(question: Question, text: str) -> bool:
    """Whether no word of what is to be defined is in the text."""
    return not held_in(" ".join(question.concepts[:1])) & held_in(text)


def _coverage(asked: Shares, held: frozenset[str]) -> float:
    return sum(share for stem, share in asked.items() if stem in held)


@lru_cache(maxsize=20_000)
def held_in(text: str) -> frozenset[str]:
    """The stems of a text, each in one spelling, and the marks of its blurred words."""
    return frozenset(map(american, stems(text))) | frozenset(marks_in(text))
