"""Finds what a question names and no paper speaks of: pruning, yes, but of vineyards? And who is Cromwell?"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from answers.evidence import Evidence, Shares, cosines_with, held_in
from answers.questions.question import Question
from answers.questions.vocabulary import Vocabulary
from answers.sentences import Embeds, Read
from answers.text.cosine import cosine
from answers.text.logistic import logistic
from answers.text.naming import distinct, held_names
from answers.text.wordlists import GENERAL_WORDS, RANKED
from answers.text.words import WORD, words
from index.arrays import Vectors
from index.text.phrase_words import ACADEMIC, BREAKING
from index.text.tokens import JOINER, stem, stems

HEAVY = 0.25  # the least share of a question's weight that a key concept carries
UNKNOWN = 0.5  # the least share of the concept's own weight that no paper in scope holds
ALIKE = 0.25  # cosine from which a sentence speaks of a concept in other words
CLOSE = 0.55  # cosine from which a paper meets the question as a whole, whatever its words
BEGINNING = 5  # letters by which words of one family are known where their stems differ: invert, inverse

# Logistic regression of questions with words that no paper holds, of which half have a concept put in from elsewhere:
# `python -m eval.calibrate_absence DATA` prints these constants and what the cut takes.
INTERCEPT, NEAR, LOSS, ALONE, SHARE = -2.57, 2.79, 5.67, 6.20, -3.27
SPEAKS, PLAINLY = 0.3, 0.37  # where a name is strange, which is seldom near to what it stands for, and elsewhere
FEW = 8  # words of a question up to which each of them counts

HOW = re.compile(r"\bhow (\w+)", re.IGNORECASE)
PROPER = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,}")  # a name such as Cromwell, and no acronym
VERSION = re.compile(r"(?P<name>[^\W\d_]{2,})-(?P<number>\d+(?:\.\d+)*)")  # phi-2, CIFAR-1000; LLaMA-7B is a size
# GPT-4, GPT4 and R2D2: nothing else is written for them. SemEval2020 is of a year.
NUMBERED = re.compile(r"[^\W\d_]{2,}-?(?!(?:19|20)\d\d\b)\d+(?:\.\d+)*|[^\W\d_]+\d+[^\W\d_]+\d*")
# In the statute of 1536: a later one may say when papers appeared, and without such a word it counts something.
YEAR = re.compile(
    r"\b(?:in|of|from|since|before|after|by|until|around|during|year) (?P<year>1[0-8]\d\d|19[0-8]\d)"
    r"(?= *(?:[?.,;:)]|$)| (?:do|does|did|say|says|is|was|were|and|or)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Strange:
    """What a question names and the papers in scope do not: `words`, and the `settings` that they mostly lack."""

    words: tuple[str, ...]
    settings: tuple[str, ...]


def strange_in(question: Question, asked: Shares, vocabulary: Vocabulary, near: Iterable[str] = ()) -> Strange:
    """`near` are stems that papers near the question hold: a word that begins like one of them is known.

    Settings are told where they carry the question.
    """
    settings = tuple(
        concept
        for concept in question.settings
        if sum(share for told, share in asked.items() if told in held_in(concept)) >= HEAVY
        and vocabulary.unknown_share(stems(concept)) >= UNKNOWN
    )
    return Strange(unheld(question, vocabulary.knows, near), settings)


def unheld(question: Question, knows: Callable[[str], bool], near: Iterable[str]) -> tuple[str, ...]:
    """The content words of the question of which nobody `knows` a stem, and that begin like no stem of those `near`.

    What it asks for is not among them: "long" of "how long".
    """
    begun, asked = _beginnings(near), {found.lower() for found in HOW.findall(question.text)}
    return tuple(
        word
        for word in question.words
        if word not in asked
        and not general(word)
        and not any(map(knows, stems(word)))
        and not _beginnings(stems(word)) & begun
    )


def general(word: str) -> bool:
    """Whether every part of it is a word for things of any kind, or one that papers of any topic use."""
    return all(part in GENERAL_WORDS | BREAKING or stem(part) in ACADEMIC for part in JOINER.split(word))


def absent(question: Question, strange: Strange, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The concepts of which the papers in scope mostly lack the words: of each what is strange in it, or the whole."""
    lacking = [one for one in question.concepts if vocabulary.unknown_share(_telling(one)) >= UNKNOWN]
    told = [_strange_run(one, strange.words) or _particular(one) for one in lacking]
    return tuple(dict.fromkeys((*told, *(() if told else strange.words))))


def _telling(concept: str) -> list[str]:
    """The stems of its words that are not for things of any kind."""
    return stems(" ".join(word for word in WORD.findall(concept) if not general(word.lower())))


def _particular(concept: str) -> str:
    """From the first to the last word that is not for things of any kind: "smoke" of "smoke sufficient"."""
    return _strange_run(concept, [word for word in words(concept) if not general(word)]) or concept


def _strange_run(concept: str, strange: Sequence[str]) -> str:
    """From the first strange word of a concept to the last one: "wine taste" of "biochar improve wine taste"."""
    places = [found.span() for found in WORD.finditer(concept) if found.group().lower() in strange]
    return concept[places[0][0] : places[-1][1]] if places else ""


def unnamed(
    question: Question, strange: Strange, vocabulary: Vocabulary, judged: Sequence[Evidence]
) -> tuple[str, ...]:
    """Names and years in a short question that are nowhere in scope, and versions of which the `judged` papers speak of
    another: who asks of phi-2 is not told of phi-1. A claim may call things by names of its own."""
    if question.kind == "statement" or len(question.words) > FEW:
        return ()
    years = {found["year"] for found in YEAR.finditer(question.text)}
    names = {word for word in question.names if PROPER.fullmatch(word) and not vocabulary.names(word)}
    return tuple(
        word
        for word in dict.fromkeys(WORD.findall(question.text))
        if (word.lower() in strange.words and (word in names | years or _camel(word)))
        or _of_another_number(word, vocabulary, judged)
        or _by_number(word, vocabulary, judged)
    )


def _camel(word: str) -> bool:
    """A name such as ChatGPT, with a capital inside; one of capitals alone may be spelt out."""
    return distinct(word) and word.isalpha() and not word.removesuffix("s").isupper()


def _by_number(word: str, vocabulary: Vocabulary, judged: Sequence[Evidence]) -> bool:
    """Whether it is a name of letters and digits that no paper in scope has, and none judged spells out: IL-6 may be
    "interleukin 6"."""
    version = NUMBERED.fullmatch(word)
    if version is None or not distinct(word) or word.partition("-")[0].lower() in RANKED:
        return False
    if vocabulary.knows(stems(word)[0]):
        return False
    number = re.escape(word.lstrip("".join(filter(str.isalpha, word))).lstrip("-"))
    spelt = re.compile(rf"(?<!\w){word[0]}\w*[-\s]{number}(?!\w)", re.IGNORECASE)
    texts = [" ".join(said.sentence.text for said in one.sentences) for one in judged]
    return not any(spelt.search(text) or held_names(word, text).get(word) != "unsaid" for text in texts)


def _of_another_number(word: str, vocabulary: Vocabulary, judged: Iterable[Evidence]) -> bool:
    """Whether papers have this name with other numbers, and not with this one."""
    version = VERSION.fullmatch(word)
    if version is None or version["name"].lower() in RANKED or vocabulary.knows(stems(word)[0]):
        return False
    numbered = re.compile(rf"(?<!\w){re.escape(version['name'])}[-\s]?(\d+(?:\.\d+)*)", re.IGNORECASE)
    numbers = {number for one in judged for said in one.sentences for number in numbered.findall(said.sentence.text)}
    return bool(numbers) and version["number"] not in numbers


def speaking_of(
    strange: Strange, question: Question, judged: Sequence[Evidence], found: Sequence[Read], embedder: Embeds
) -> list[Evidence]:
    """The papers that speak of what the question is set in, in its words or others; none, where the closest of them
    does not seem to speak of its strange words. `found` is what was read of every hit."""
    spoken = set_in(strange.settings, judged, embedder)
    closest = sorted(spoken, key=lambda one: -(one.cosine + one.whole))[:1]
    return spoken if all(meaning_the_same(strange, question, closest, found, embedder)) else []


def meaning_the_same(
    strange: Strange, question: Question, judged: Sequence[Evidence], found: Sequence[Read], embedder: Embeds
) -> list[bool]:
    """Of each paper whether it is closer to a short question with its strange words than without, or has a sentence
    close to them: it may mean the same by other words, as far as closeness tells."""
    if not strange.words or len(question.words) > FEW:
        return [True] * len(judged)
    asked, alone = embedder.embed_query(question.query), embedder.embed_query(" ".join(strange.words))
    rest = without(question.query, strange.words)
    left = embedder.embed_query(rest) if rest else alone
    share = cosine(asked, alone)
    cut = least_chance(strange, question.text)

    def means(one: Evidence) -> bool:
        near, far, own = (cosines_with(found[one.hit], vector) for vector in (asked, left, alone))
        return chance(Closeness(sum(near), sum(far), own[0], share)) >= cut

    return [means(one) for one in judged]


def least_chance(strange: Strange, asked: str) -> float:
    """From which a paper is taken to mean the strange words of what is asked."""
    return SPEAKS if any(word.lower() in strange.words and distinct(word) for word in WORD.findall(asked)) else PLAINLY


def set_in(settings: Sequence[str], judged: Sequence[Evidence], embedder: Embeds) -> list[Evidence]:
    """The papers close to the whole question, and those that speak of every setting, in its words or in others."""
    if not settings:
        return list(judged)
    vectors = dict(zip(settings, embedder.embed_passages(settings), strict=True))
    return [one for one in judged if one.cosine >= CLOSE or all(_speaks(one, *named) for named in vectors.items())]


def _speaks(one: Evidence, concept: str, vector: Vectors) -> bool:
    """Holds a word of the concept, or one that begins like it, or has a sentence that is about it."""
    if any(holds(one.held, stem) for stem in held_in(concept)):
        return True
    return any(cosine(said.vector, vector) >= ALIKE for said in one.sentences)


@dataclass(frozen=True, slots=True)
class Closeness:
    """Cosines, of the closest sentence and the whole paper together: with the question, and with what is left of it
    `without` the strange words; of its closest sentence with these `alone`; and of these with the question."""

    asked: float
    without: float
    alone: float
    share: float


def features(of: Closeness) -> tuple[float, float, float, float]:
    return of.asked, of.asked - of.without, of.alone, of.share


def chance(of: Closeness) -> float:
    """That the paper speaks of what the strange words mean, in [0, 1]."""
    constants = (NEAR, LOSS, ALONE, SHARE)
    logit = INTERCEPT + sum(constant * each for constant, each in zip(constants, features(of), strict=True))
    return logistic(logit)


def without(text: str, words: Iterable[str]) -> str:
    pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)
    return " ".join(re.sub(pattern, " ", text, flags=re.IGNORECASE).split())


def defining(question: Question, judged: Sequence[Evidence], vocabulary: Vocabulary) -> list[Evidence]:
    """Where the papers in scope mostly lack the words of what is to be defined, only those close to the whole question:
    half of a term is another term, such as fine-tuning for explanation tuning."""
    named = stems(" ".join(question.concepts)) if question.kind == "definition" else []
    lacking = bool(named) and vocabulary.unknown_share(named) >= UNKNOWN
    return [one for one in judged if not lacking or one.cosine >= CLOSE]


def holds(held: Iterable[str], stem: str) -> bool:
    """Whether one of these stems begins like the one looked for, as words of one family do."""
    return stem[:BEGINNING] in _beginnings(held)


def _beginnings(found: Iterable[str]) -> set[str]:
    return {stem[:BEGINNING] for stem in found}
