"""The words that a sentence must have to answer some questions: a cause, a limitation, what is open, a data set."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answers.questions.question import Question
from answers.text.cues import leaves_open
from index.text.tokens import stems

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
OPEN_WORDS = re.compile(
    r"(?:open|questions?|problems?|challenges?|issues?|future|works?|directions?|remain\w*|un(?:solved|known|clear))",
    re.IGNORECASE,
)
DATA_WORDS = re.compile(rf"{_DATA}|data|sets?", re.IGNORECASE)
DATA = re.compile(rf"\b{_DATA}\b", re.IGNORECASE)
MADE = re.compile(r"\b(?:introduc|present|releas|creat|publish|construct|annotat)\w*", re.IGNORECASE)
TOKEN = re.compile(r"[^\W_][\w-]*")
BREAK = re.compile(r"[.;]")
BEFORE, AFTER = 40, 60  # characters within which a name stands before or after its data set


@dataclass(frozen=True, slots=True)
class Cue:
    """What tells that a sentence answers, and what such a sentence gains over others, in cosine, if it holds one of the
    stems that the question has `besides`: of "limitations of smoke" one of smoke."""

    told_by: Callable[[str], bool]
    worth: float
    besides: frozenset[str]

    def told_of(self, text: str, held: frozenset[str]) -> bool:
        """Whether the text, which holds these stems, tells what was asked of what was asked about."""
        return self.concerns(held) and self.told_by(text)

    def concerns(self, held: frozenset[str]) -> bool:
        return not self.besides or not self.besides.isdisjoint(held)


def cue_of(question: Question) -> Cue | None:
    """What a question of one of these kinds wants to be told; None of others, and where papers are listed."""
    if question.about_set or question.settles:
        return None
    if question.asks_what_is_open:
        return Cue(leaves_open, 0.25, _besides(question, OPEN_WORDS))
    if ASKS_LIMITS.search(question.text):
        return Cue(limits, 0.12, _besides(question, ASKS_LIMITS))
    if ASKS_DATA.search(question.text):
        return Cue(names_data, 0.12, _besides(question, DATA_WORDS))
    if question.asks_why:
        hard = bool(ASKS_HARD.search(question.text))
        return Cue(hard_or_caused if hard else caused, 0.12, _besides(question, ASKS_HARD))
    return None


def _besides(question: Question, words: re.Pattern[str]) -> frozenset[str]:
    """The stems of a question's words but for these."""
    return frozenset(stem for word in question.words if not words.fullmatch(word) for stem in stems(word))


def caused(text: str) -> bool:
    return bool(CAUSE.search(text))


def hard_or_caused(text: str) -> bool:
    return bool(HARD.search(text) or CAUSE.search(text))


def limits(text: str) -> bool:
    return bool(LIMITS.search(text))


def names_data(text: str) -> bool:
    """Whether it names one, "the OLID dataset" or "a corpus called X1", or makes one: "we release a data set"."""
    return any(_named_or_made(text, found.start(), found.end()) for found in DATA.finditer(text))


def _named_or_made(text: str, start: int, end: int) -> bool:
    ahead = BREAK.split(text[max(0, start - AFTER) : start])[-1]
    behind = BREAK.split(text[end : end + AFTER])[0]
    near = TOKEN.findall(ahead[-BEFORE:])
    return bool(MADE.search(ahead)) or any(map(_is_name, near + TOKEN.findall(behind))) or _is_titled(near)


def _is_name(token: str) -> bool:
    """A capital first, and another or a digit further on."""
    return token[0].isupper() and any(sign.isupper() or sign.isdigit() for sign in token[1:])


def _is_titled(tokens: Sequence[str]) -> bool:
    """Two words in a row that begin with a capital, or one and a number: "Swarm Archive", "Hive 2600"."""
    return any(_is_capital(one) and (_is_capital(other) or other.isdigit()) for one, other in pairwise(tokens))


def _is_capital(token: str) -> bool:
    return len(token) > 1 and token.istitle()
