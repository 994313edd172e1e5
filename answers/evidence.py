"""What the found papers say, sentence by sentence, and how closely each sentence and each paper meets the question."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from answers.asked_cues import Cue, cue_of
from answers.blurred import blurred, lowered, mark_of, marks_in
from answers.questions.question import Question
from answers.sentences import Embeds, Read, Sentence
from answers.text.abbreviations import abbreviations, with_both_forms
from answers.text.claim_words import GENERAL_STEMS
from answers.text.cosine import DIGITS, cosine
from answers.text.definitions import defines
from answers.text.wording import Manner, adjustment, manner
from answers.text.wording_patterns import AVAILABLE
from corpus.remembered import remembered
from index.arrays import Vectors
from index.text.tokens import stem, stems
from index.values import Hit

Weigh = Callable[[str], float]
Shares = Mapping[str, float]

COVERAGE = 0.45  # what holding every word of a question is worth, in cosine; see answers/refusal.py
SETTLING = 0.35  # and for a sentence, where a question is to be settled: what settles it names less of it
SUMMARY = 0.08  # what a TL;DR gains for saying what the paper contributes
FINDS = 0.05  # what a sentence gains for reporting a result
STATES = 0.15  # and more for a question to be settled
DEFINES = 0.15  # and of a question what something is, for saying so
UNNAMED = 0.15  # and loses for not naming it
NARROWS = 0.1  # and of a question to be settled, for telling of some of those studied only
BROKEN = 0.2  # what a sentence loses that is none
ASKS = 0.2  # and one that asks itself, unless open questions are asked for
STOCK = 0.1  # and for a question whether, one that speaks only of what most papers speak of
VAGUE = 0.1  # and one that says only that much is being done
PROCEDURE = 0.1  # and one that only says how a study went about it, unless an amount is asked for
MIDWAY = 0.1  # what a sentence loses that leans on the one before
EARLIER = 0.15  # and of a question to be settled, one that tells what earlier work found
OUTCOME = 0.25  # and what the last sentence of an abstract gains for such a question over the first
COMMON = 0.6  # of the papers found, that hold a word by which they are hardly told apart
STRUCTURED = 4  # sentences of an abstract that has such an order
ASKS_FILES = re.compile(r"\b(?:code|implementation|software|available|download\w*|released?|where|link|url)\b", re.I)
PAPER = 0.3  # how much of its paper's own closeness a sentence inherits


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """A sentence of the hit at place `hit`, how directly it answers, and its vector. Larger `score` is better."""

    hit: int
    sentence: Sentence
    vector: Vectors
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A question, its vector, its shares, of these the stems that tell found papers apart, and what it wants told."""

    question: Question
    vector: Vectors
    shares: Shares
    telling: frozenset[str]
    cue: Cue | None


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

    Where papers are asked for or a thing is to be settled, the mark of a blurred word stands in the place of its stem.
    """
    weights = {each: weigh(each) for each in stems(" ".join(question.words))}
    for mark in marks_in(" ".join(question.words)) if question.about_set or question.settles else ():
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
    held = [_held(hit, own) for hit, own in zip(hits, found, strict=True)]
    wanted = _Asked(question, vector, asked, telling(asked, held), cue_of(question))
    return [_judge(place, hit, own, wanted) for place, (hit, own) in enumerate(zip(hits, found, strict=True))]


def telling(asked: Shares, held: Sequence[frozenset[str]]) -> frozenset[str]:
    """The stems of the question that tell apart the papers that hold so much: not those that most of these hold, unless
    it has no others."""
    most = COMMON * len(held)
    rare = frozenset(stem for stem in asked if sum(stem in one for one in held) <= most)
    return rare or frozenset(asked)


def cosines_with(said: Read, vector: Vectors) -> tuple[float, float]:
    """Cosines of the closest sentence of a paper, its title included, and of the paper as a whole."""
    closest = round(float((said.vectors @ vector).max(initial=-1.0)), DIGITS)
    return max(cosine(said.title, vector), closest), cosine(said.whole, vector)


def _held(hit: Hit, own: Read) -> frozenset[str]:
    return held_in(hit.paper.title).union(*(held_in(one.text) for one in own.sentences))


def _judge(place: int, hit: Hit, own: Read, asked: _Asked) -> Evidence:
    """The title's cosine counts for the paper, but only where there is nothing else is the title quoted."""
    cosines = np.round(own.vectors @ asked.vector, DIGITS)
    held = _held(hit, own)
    closest = max(cosine(own.title, asked.vector), float(cosines.max(initial=-1.0)))
    coverage = _coverage(asked.shares, held)
    inherited = PAPER * (closest + COVERAGE * coverage)
    late = _lateness(own.sentences) if asked.question.settles else [0.0] * len(own.sentences)
    known = abbreviations([hit.paper.title, *(one.text for one in own.sentences)])
    said = [with_both_forms(held_in(one.text), known) for one in own.sentences]
    scored = tuple(
        Scored(place, one, vector, float(near) + _directness(one, words, asked) + OUTCOME * share + inherited)
        for one, vector, near, words, share in zip(own.sentences, own.vectors, cosines, said, late, strict=True)
    )
    if asked.question.settles:
        scored = _adjusted_first(scored)
    whole = cosine(own.whole, asked.vector)
    counted = blurred_share(asked.shares, held)
    return Evidence(place, closest, coverage, scored, held, whole, lowered(hit.probability, counted))


def _adjusted_first(scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """What was found before other causes were taken into account scores no more than what the same text goes on to say
    was found once they were: the two change places."""
    scores = [one.score for one in scored]
    weighed = [adjustment(one.sentence.text) for one in scored]
    for place, one in enumerate(scored):
        later = [
            at
            for at in range(place + 1, len(scored))
            if scored[at].sentence.field == one.sentence.field and weighed[at] > weighed[place] > 0
        ]
        best = max(later, key=lambda at: (weighed[at], scores[at]), default=place)
        if scores[best] < scores[place]:
            scores[place], scores[best] = scores[best], scores[place]
    return tuple(replace(one, score=score) for one, score in zip(scored, scores, strict=True))


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


def _directness(sentence: Sentence, held: frozenset[str], asked: _Asked) -> float:
    """What the words of a sentence, of which these are `held`, and its wording are worth."""
    said, question = manner(sentence.text), asked.question
    defined = question.kind == "definition" and _defines(question, sentence)
    bonus = DEFINES * defined - BROKEN * (sentence.field != "title" and said.broken) - VAGUE * said.vague
    bonus -= UNNAMED * (question.kind == "definition" and _names_none(question, sentence.text))
    bonus -= ASKS * (said.asks and not question.asks_what_is_open)
    bonus -= (PROCEDURE + PROCEDURE * question.settles) * (not question.amount and said.proceeds)
    bonus -= BROKEN * (bool(AVAILABLE.search(sentence.text)) and not ASKS_FILES.search(question.text))
    bonus += cue.worth * cue.told_of(sentence.text, held) if (cue := asked.cue) else 0.0
    bonus += SUMMARY * (sentence.field == "tldr") + FINDS * said.finds - MIDWAY * said.opens_midway
    if question.settles:
        bonus += _settling(sentence, said, bool(held & asked.shares.keys()))
        bonus -= STOCK * (question.kind == "yes_no" and _says_nothing_of_it(held, asked) and not said.measures)
    return (SETTLING if question.settles else COVERAGE) * _coverage(asked.shares, held) + bonus


def says_what_it_is(question: Question, scored: Scored) -> bool:
    """Whether a sentence defines what the question asks to be defined."""
    return _defines(question, scored.sentence)


def _defines(question: Question, sentence: Sentence) -> bool:
    return defines(sentence.text, " ".join(question.concepts[:1]))


def _settling(sentence: Sentence, said: Manner, named: bool) -> float:
    """What the wording of a sentence adds where a question is to be settled, of which it has named anything or not."""
    stated = STATES * ((said.measures or (said.finds and named)) and not said.narrows)
    return stated - NARROWS * said.narrows - EARLIER * (sentence.field == "abstract" and said.reports)


def _says_nothing_of_it(held: frozenset[str], asked: _Asked) -> bool:
    """Whether a sentence names of the question at most what most papers name."""
    rest = asked.telling - GENERAL_STEMS
    return bool(rest) and not held & rest


def _names_none(question: Question, text: str) -> bool:
    """Whether no word of what is to be defined is in the text."""
    return not held_in(" ".join(question.concepts[:1])) & held_in(text)


def _coverage(asked: Shares, held: frozenset[str]) -> float:
    return sum(share for stem, share in asked.items() if stem in held)


@remembered(most=20_000, longest=4_000)  # a paper's whole text among them
def held_in(text: str) -> frozenset[str]:
    """The stems of a text, each in one spelling, and the marks of its blurred words."""
    return frozenset(stems(text)) | frozenset(marks_in(text))
