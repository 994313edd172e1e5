"""The words that a sentence must have to answer some questions: a cause, a limitation, what is open, a data set."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from answers.cues import leaves_open
from answers.question import Question

_DATA = r"(?:data ?sets?|corpus|corpora|benchmarks?|treebanks?|test ?suites?)"
CAUSE = re.compile(
    r"\b(?:because|caus(?:e[sd]?|ing)|due to|owing to|results? from|stem(?:s|ming)? from"
    r"|explain(?:s|ed)? (?:by|why|this)|reasons?"
    r"|attribut\w+ to|aris(?:es?|ing) from|as a (?:result|consequence) of|thanks to|leads? to|hamper\w*"
    r"|hinder\w*)\b",
    re.IGNORECASE,
)
ASKS_HARD = re.compile(r"\b(?:difficult|hard|harder|challeng\w+|complex|complicated)\b", re.IGNORECASE)
# No "hard tasks", which tells of no reason.
HARD = re.compile(
    r"\b(?:is|are|was|were|be|remains?|prove|make[sd]?|making|due to) (?:[\w-]+ ){0,4}"
    r"(?:hard|difficult(?:y|ies)?|challeng(?:e|es|ing)|complex(?:ity)?|ambigu(?:ous|ity)|problematic)\b"
    r"(?! \w+ (?:tasks?|problems?))",
    re.IGNORECASE,
)
ASKS_LIMITS = re.compile(
    r"\b(?:limitations?|limits|drawbacks?|disadvantages?|weakness(?:es)?|shortcomings?|downsides?)\b", re.IGNORECASE
)
LIMITS = re.compile(
    r"\b(?:limitations?|limited|drawbacks?|disadvantages?|weakness(?:es)?|shortcomings?|suffer\w*|fail\w*|unable|cannot"
    r"|(?:does|do|did|is|are|was|were) not|difficult\w*|costly|expensive|time-consuming|prone to"
    r"|lack(?:s|ed|ing)?|poor(?:ly)?"
    r"|bias(?:ed|es)?|hamper\w*|inconsisten\w*|unreliable|unstable|instability|brittle|sensitive to|insufficient"
    r"|struggl\w+|less (?:effective|accurate|reliable)|problematic|overfit\w*|inefficien\w*|challeng\w*)\b",
    re.IGNORECASE,
)
ASKS_DATA = re.compile(rf"^\W*(?:what|which|list|name|are there)\b(?: [\w-]+){{0,4}} {_DATA}\b", re.IGNORECASE)
# "the OLID dataset", "a corpus called X1", "we release a data set": a name in capitals, or that one is made.
NAMES_DATA = re.compile(
    rf"\b(?:[A-Z][\w-]*[A-Z\d][\w-]*|[A-Z][a-z]+(?: [A-Z][a-z]+)+)\b[^.;]{{0,40}}\b(?i:{_DATA})\b"
    rf"|\b(?i:{_DATA})\b[^.;]{{0,60}}\b[A-Z][\w-]*[A-Z\d][\w-]*"
    rf"|\b(?i:introduc|present|releas|creat|publish|collect|construct|annotat|build)\w*[^.;]{{0,60}}\b(?i:{_DATA})\b"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """What tells that a sentence answers, and what such a sentence gains over others, in cosine."""

    told_by: Callable[[str], bool]
    worth: float


def cue_of(question: Question) -> Cue | None:
    """What a question of one of these kinds wants to be told; None of others, and where papers are listed."""
    if question.about_set or question.settles:
        return None
    if question.asks_what_is_open:
        return Cue(leaves_open, 0.25)
    if ASKS_LIMITS.search(question.text):
        return Cue(limits, 0.12)
    if ASKS_DATA.search(question.text):
        return Cue(names_data, 0.12)
    if question.asks_why:
        return Cue(hard_or_caused if ASKS_HARD.search(question.text) else caused, 0.12)
    return None


def caused(text: str) -> bool:
    return bool(CAUSE.search(text))


def hard_or_caused(text: str) -> bool:
    return bool(HARD.search(text) or CAUSE.search(text))


def limits(text: str) -> bool:
    return bool(LIMITS.search(text))


def names_data(text: str) -> bool:
    return bool(NAMES_DATA.search(text))
