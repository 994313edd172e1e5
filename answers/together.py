"""Whether one paper speaks of all that a short question to be settled names, or each paper only of some of it.

"Does smoke harm queens?" has every word known where some papers are about smoke and others about queens.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answers.absence import FEW, HOW, Closeness, features, general, holds, without
from answers.evidence import Evidence, cosines_with, held_in
from answers.questions.question import Question
from answers.questions.question_parts import VERB_WORDS
from answers.sentences import Embeds, Read
from answers.text.abbreviations import spelling_out
from answers.text.cosine import cosine
from answers.text.logistic import logistic
from answers.text.naming import distinct, held_names
from answers.text.wordlists import CHILDREN, FUNCTION_WORDS, GENERAL_WORDS, SCAFFOLD_WORDS
from answers.text.words import WORD, words
from index.arrays import Vectors
from index.text.phrase_words import BREAKING
from index.text.tokens import stems

LONG = 9  # letters of a word that no end of one word and beginning of the next make by accident
BETWEEN = FUNCTION_WORDS | SCAFFOLD_WORDS | GENERAL_WORDS | BREAKING

# Logistic regression of questions of which no paper near holds every word: 110 that one abstract of 515 settles, 177 of
# these with a concept of another in the place of one, and 111 written for eight hubs, of which 48 have an answer.
INTERCEPT, NEAR, LOSS, ALONE, SHARE, TITLED = -2.65, 3.04, 4.18, 6.96, -5.36, -1.29
SPEAKS = 0.2  # refuses 1 of the first and none of the 48, and nearly half of those without an answer


@dataclass(frozen=True, slots=True)
class Apart:
    """What no paper speaks of, as the question calls it, together with what else it names."""

    missing: str
    beside: tuple[str, ...]


def told_apart(
    question: Question, near: Sequence[Evidence], titles: Collection[str], found: Sequence[Read], embedder: Embeds
) -> Apart | None:
    """What none of the papers `near` speaks of beside the rest, in the question's words or by others as far as
    closeness tells; `titles` are the stems of the titles found, by which a thing has papers of its own."""
    named = [word for word in question.words if word not in HOW.findall(question.text) and not general(word)]
    if len(named) < 2 or len(question.words) > FEW or not near:
        return None
    lacking = [tuple(lacked(question, named, one)) for one in near]
    if not all(lacking):
        return None
    means = _Meaning(question, titles, embedder)
    if any(means.chance(missed, found[one.hit]) >= SPEAKS for one, missed in zip(near, lacking, strict=True)):
        return None
    return _apart(question, min(lacking, key=len))


def lacked(question: Question, named: Iterable[str], one: Evidence) -> Iterator[str]:
    """Those words of the question that the paper holds in no form: spelt out, in an acronym, or in a compound."""
    text = " ".join(said.sentence.text for said in one.sentences)
    runs = [words(concept) for concept in question.concepts]
    other = frozenset().union(*(spelling_out(run, one.held) | _closed_up(run, one.held) for run in runs))
    unbroken = re.sub(r"[\s-]", "", text).lower()
    for word in named:
        if word in other or held_in(word) & one.held or any(holds(one.held, stem) for stem in stems(word)):
            continue
        if (word in CHILDREN and held_in(" ".join(CHILDREN)) & one.held) or _opened_up(word, unbroken):
            continue
        written = next((each for each in WORD.findall(question.text) if each.lower() == word), word)
        if not distinct(written) or held_names(written, text).get(written) == "unsaid":
            yield word


def _closed_up(run: Sequence[str], held: Collection[str]) -> frozenset[str]:
    """Neighbouring words that the paper writes as one: "crowd workers" as "crowdworkers"."""
    return frozenset(word for pair in pairwise(run) if held_in("".join(pair)) & {*held} for word in pair)


def _opened_up(word: str, unbroken: str) -> bool:
    """Whether a long word stands in a text without its spaces: "crowdworkers" as "crowd workers"."""
    return len(word) >= LONG and word.removesuffix("s") in unbroken


class _Meaning:
    """How near papers come to a question by closeness alone; what it embeds it embeds once."""

    def __init__(self, question: Question, titles: Collection[str], embedder: Embeds) -> None:
        self._query, self._titles, self._embedder = question.query, titles, embedder
        self._asked = embedder.embed_query(question.query)
        self._vectors = {question.query: self._asked}

    def chance(self, lacked: Sequence[str], said: Read) -> float:
        """That the paper speaks of the words it lacks."""
        alone = self._vector(" ".join(lacked))
        left = self._vector(without(self._query, lacked) or " ".join(lacked))
        near, far, own = (cosines_with(said, vector) for vector in (self._asked, left, alone))
        told = features(Closeness(sum(near), sum(far), own[0], cosine(self._asked, alone)))
        titled = all(held_in(word) & frozenset(self._titles) for word in lacked)
        weighed = (constant * each for constant, each in zip((NEAR, LOSS, ALONE, SHARE), told, strict=True))
        return logistic(INTERCEPT + sum(weighed) + TITLED * titled)

    def _vector(self, text: str) -> Vectors:
        if text not in self._vectors:
            self._vectors[text] = self._embedder.embed_query(text)
        return self._vectors[text]


def _apart(question: Question, lacked: Collection[str]) -> Apart:
    """The first thing of which a word is lacked, and the others."""
    things = list(_things(question.text))
    missing = next((thing for thing in things if {*words(thing)} & {*lacked}), " ".join(lacked))
    return Apart(missing, tuple(thing for thing in things if thing != missing))


def _things(text: str) -> list[str]:
    """Runs of words between those by which they are told of, without runs of general words alone."""
    runs: list[list[str]] = [[]]
    reached = 0
    for match in WORD.finditer(text):
        if text[reached : match.start()].strip():
            runs.append([])
        if match.group().lower() in BETWEEN:
            runs.append([])
        else:
            runs[-1].append(match.group())
        reached = match.end()
    return [" ".join(_thing(run)) for run in runs if not all(general(word.lower()) for word in run)]


def _thing(run: Sequence[str]) -> Sequence[str]:
    """Without the verb that ends it: "crowd workers" of "crowd workers agree"."""
    last = run[-1].lower()
    return run[:-1] if len(run) > 1 and (last in VERB_WORDS or last.endswith("ed")) else run
