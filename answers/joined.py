"""Questions for papers that name things joined by "and" or "or": all of them are to be in a paper, or any."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from answers.absence import general
from answers.questions.question import Question
from answers.questions.question_patterns import LEAD
from answers.text.naming import distinct
from answers.text.wordlists import AUXILIARIES, FUNCTION_WORDS, SCAFFOLD_WORDS
from answers.text.words import WORD

Join = Literal["every", "any"]

AND = re.compile(r",?\s(?:and|as well as|together with)\s", re.IGNORECASE)
OR = re.compile(r",?\sor\s", re.IGNORECASE)
# "BERT or LSTMs for Arabic" may mean either of them for Arabic.
PREPOSITION = re.compile(r"\w\W+(?:for|in|on|of|with|from|by|to|at|against|without)\s", re.IGNORECASE)
# What is set aside, and what is told of two things together, are no things that a paper has to have each.
NO_JOIN = re.compile(
    r"\b(?:without|not|n['’]t|except|excluding|but|neither|nor|no|between|relations?|differences?)\b", re.IGNORECASE
)
# "About drones and use cameras": what has a verb of its own is another thing that papers are to do; "use of" is none.
DOES_SO = re.compile(
    r"(?:(?:that|which) )?(?:us|employ|report|propos|mention|evaluat|appl|rel(?=y|ies)|present|introduc|releas|deal"
    r"|discuss|consider|describ|examin|treat)(?:e?s|ed?|y|ies|ied)?(?: (?:on|with|about))?(?!\w| of\b)"
    r"|(?:are|is|were) (?:about|on)(?!\w)",
    re.IGNORECASE,
)
LONGEST = 4  # words of a side
COMPARING = frozenset({"compare", "compares", "compared", "comparing", "combine", "combines", "combined", "combining"})
PASSED = FUNCTION_WORDS | SCAFFOLD_WORDS | {*AUXILIARIES}


@dataclass(frozen=True, slots=True)
class Joined:
    """The sides as plain words, and whether a paper has to be about every one of them or any."""

    sides: tuple[str, ...] = ()
    join: Join = "any"


APART = Joined()


def joined(question: Question) -> Joined:
    """What a question for papers joins; nothing, where it joins plain words: "search and rescue" is one thing, and so
    may be "data selection and curation"."""
    rest = LEAD.sub("", question.text)
    every, some = AND.split(rest), OR.split(rest)
    if not question.about_set or (len(every) > 1) == (len(some) > 1) or NO_JOIN.search(rest):
        return APART
    first, *others = every if len(every) > 1 else some
    pieces = [*first.split(", "), *others]
    sides = tuple(map(_plain, pieces))
    if any(not 0 < len(side.split()) <= LONGEST for side in sides):
        return APART
    if len(some) > 1 and any(map(PREPOSITION.search, pieces)):
        return APART
    names = names_in(question)
    if len(every) > 1 and all(map(DOES_SO.match, others)) and not DOES_SO.fullmatch(first):
        return Joined(sides, "every")
    stand = (_stand_apart(one, other, names) for one, other in pairwise(sides))
    return Joined(sides, "any" if len(some) > 1 else "every") if all(stand) else APART


def _stand_apart(one: str, other: str, names: frozenset[str]) -> bool:
    """Whether one of them has a name, or each has several words."""
    first, second = one.split(), other.split()
    return (first != second and bool(names & {*first, *second})) or (len(first) > 1 and len(second) > 1)


def _plain(piece: str) -> str:
    """Its words that tell of something; none, where all of them may be told of anything."""
    words = [word for word in WORD.findall(piece) if word.lower() not in PASSED]
    if len(words) > 1 and words[0].lower() in COMPARING:
        del words[0]
    return "" if all(general(word.lower()) for word in words) else " ".join(words)


USES = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|employ\w*|evaluat\w+ (?:on|with|in)|test\w* (?:on|with|in)|train\w* on|run on|based on)\b",
    re.IGNORECASE,
)


def used(question: Question) -> tuple[str, ...]:
    """The names in a question for papers that use them, where it names nothing else: holding one is enough."""
    if not question.about_set or not USES.search(question.text) or NO_JOIN.search(question.text):
        return ()
    telling = [word for concept in question.concepts for word in WORD.findall(concept) if not general(word.lower())]
    return tuple(dict.fromkeys(telling)) if names_in(question).issuperset(telling) else ()


def names_in(question: Question) -> frozenset[str]:
    """Its names, and what looks like one where most of its words do."""
    return question.names.union(filter(distinct, WORD.findall(question.text)))
