"""Whether one sentence states all that a question asks of a paper, so that it is no accident that it comes near.

"Is it retrospective?" is met by a sentence with the word, "How many patients were included?" by one that counts them,
"What F1 score was reached?" by one with a figure beside F1. Which thing a "which" question wants cannot be told so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answers.blurred import marks_in
from answers.evidence import held_in
from answers.questions.question import Question
from answers.reports.named_things import Kind, kind_asked, names_one
from answers.text.stating import states_count
from answers.text.wording import reports
from answers.text.wordlists import FUNCTION_WORDS, PEOPLE, SCAFFOLD_WORDS
from answers.text.words import words
from index.text.phrase_words import ACADEMIC
from index.text.tokens import stem

# What a study does with all that it counts or measures: a sentence that states the amount need not say it.
_DONE = """
    achieve achieved achieves analysed analyzed assessed attained carried conducted considered covered done enrolled
    examined gained get gets got included involved located measured obtained performed overall participate
    participated patients randomised randomized reach reached reaches recruited take took total treated
"""
_MEASURES = """
    accuracies accuracy area auc coefficient coefficients correlation error errors interval intervals level levels mean
    measure measures median points precision rate rates ratio ratios recall score scores value values
"""
DONE, MEASURES = frozenset(_DONE.split()), frozenset(_MEASURES.split())
MEANT = frozenset(
    {"level", "levels", "measure", "measures", "score", "scores", "value", "values"}
)  # by a figure itself

MEASURE = re.compile(
    r"^\s*(?:what|which|how (?:high|large|low|good)) (?:(?:is|are|was|were) (?:the |its |their )?)?"
    r"(?P<named>[^?.,;]{2,60})",
    re.IGNORECASE,
)
SAMPLE = re.compile(
    r"^\s*(?:what|how (?:large|big)) (?:is|was|are|were) (?:the |its |their )?(?:sample|study population)(?: sizes?)?"
    r"\s*\??\s*$",
    re.IGNORECASE,
)
SAMPLED = "How many participants were included?"
# A figure that measures: a decimal, a percentage, or a whole number that ranks or names nothing.
FIGURE = re.compile(r"(?<![\w./-])\d+(?:\.\d+)?(?:\s?%|(?![\w/-]|\.\d))")
COUNTS_ALL = re.compile(
    r"\b(?:total of|in total|in all|we (?:included|enrolled|recruited|studied|analy[sz]ed|reviewed|examined)"
    r"|(?:were|was) (?:\w+ly )?(?:included|enrolled|recruited|randomi[sz]ed|identified|studied|analy[sz]ed|reviewed"
    r"|evaluated|assessed|examined|interviewed|eligible|treated|assigned|allocated|obtained)|underwent|participated"
    r"|consisted of|comprised|completed)\b",
    re.IGNORECASE,
)
# Words of what others do, of what there is beside the paper's own, and of what is so in general.
OTHERS = re.compile(
    r"\b(?:existing|previous|prior|other|traditional|conventional|state-of-the-art|such as|outperform\w*|unlike"
    r"|instead of|rather than|without)\b",
    re.IGNORECASE,
)
OURS = re.compile(r"\b(?:we|our|ours|this|here|the (?:present|current|proposed|authors?))\b", re.IGNORECASE)
GENERAL = re.compile(r"\b(?:is|are|can|may|might|has|have|remains?|often|usually|evolved)\b", re.IGNORECASE)
SOME = re.compile(
    r"%|\bper ?cent\b|\d/\d|\d (?:out )?of (?:the )?\d|\d of (?:the|these|those|our) [a-z]|\([^\W_]+ cases\)"
    r"|\b(?:died|deaths?|groups? [A-Z0-9]\b|controls?|each"
    r"|learning curve|case reports?|(?:among|of) (?:these|those|them|whom|which))\b",
    re.IGNORECASE,
)
# What counts nobody: decimals, ranges and rates, spans of time, names and owners ("Children's", "subjects'"), and what
# only has the stem of those who are counted.
_COUNTS_NOBODY = re.compile(
    r"\d[\d.,]*(?:\s?[-–/]\s?\d[\d.,]*){1,3}|\d+\.\d+|\b\d+[\s-](?:hours?|minutes?|days?|weeks?|months?|years?)\b"
    r"|\b\w+['’](?:s\b|(?=\s))|\bparticipat(?:e[sd]?|ing|ion)\b",
    re.IGNORECASE,
)
# Of measures that are seldom written out beside their figure.
SHORT: Mapping[tuple[str, ...], str] = {
    ("odds", "ratio"): "OR",
    ("hazard", "ratio"): "HR",
    ("risk", "ratio"): "RR",
    ("confidence", "interval"): "CI",
}
_GAIN = r"(?:gain|improvement|increase|reduction|decrease|drop|rise)s?"
BY = re.compile(rf"\b(?:by|{_GAIN} of)(?: (?:up|to|about|over|nearly|almost|more|than|around|an?|average|of))* [+-]?$")
MORE = re.compile(
    rf"\s?%?(?: ?[-–—] ?\d[\d.]*\s?%?)? (?:(?:absolute|relative|points?|\w+) ){{0,2}}{_GAIN}\b|\s?%? absolute\b"
)
NEAR = 40  # characters between a measure and its figure


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sentence must state: a count of the `counted`, a figure beside the `measured` or a name of this `kind`,
    and all words `held`."""

    held: frozenset[str]
    counted: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    kind: Kind | None = None

    @property
    def decisive(self) -> bool:
        """A name, a measure, or a count of people and of nothing about them: what only comes near states another."""
        return self.kind is not None or bool(self.measured) or (of_people(self.counted) and not self.held)

    def stated_in(self, text: str) -> bool:
        if reports(text) or not self.held <= held_in(text):
            return False
        if self.counted:
            return states_count(_COUNTS_NOBODY.sub(" ", text) if of_people(self.counted) else text, self.counted)
        if self.kind:
            own = own_words(text) if self.kind in ("language", "data", "lexicon") else not OTHERS.search(text)
            return own and names_one(self.kind, text)
        return measures(text, self.measured) if self.measured else own_words(text)


def plainly(text: str) -> str:
    """The question for the size of a sample in the words in which papers state it."""
    return SAMPLED if SAMPLE.search(text) else text


def wanted(question: Question) -> Wanted | None:
    """What one sentence has to state; None where that cannot be told from words."""
    if question.counted:
        return Wanted(_rest(question, question.counted), counted=question.counted)
    measured = _measured(question)
    if measured:
        return Wanted(_rest(question, measured), measured=measured)
    if (thing := kind_asked(question.text)) is not None:
        kind, called = thing
        return Wanted(_named_beside(question, words(called)), kind=kind)
    asked = _rest(question, ())
    return Wanted(asked) if question.kind == "yes_no" and asked else None


def _rest(question: Question, told: Sequence[str]) -> frozenset[str]:
    """The stems of the other words that the question names."""
    left = [word for word in question.words if not told or word not in DONE | set(told)]
    marks = marks_in(" ".join(left))
    return (held_in(" ".join(left)) - set(map(stem, marks))) | set(marks)


def _named_beside(question: Question, called: Sequence[str]) -> frozenset[str]:
    """The stems of what the question names beside the thing that it asks for: not of what is done with such a thing."""
    left = [word for word in question.words if word not in DONE | set(called) and stem(word) not in ACADEMIC]
    return held_in(" ".join(left))


def _measured(question: Question) -> tuple[str, ...]:
    """The words that name a measure: f1 of "What F1 score was reached?"."""
    match = MEASURE.search(question.text)
    named = words(match["named"]) if match else []
    last = next((place for place, word in enumerate(named) if word in MEASURES), None)
    if last is None:
        return ()
    run = [word for word in named[: last + 1] if word not in FUNCTION_WORDS | SCAFFOLD_WORDS]
    return tuple(word for word in run if word not in MEANT) or tuple(run)


def measures(text: str, measured: Sequence[str]) -> bool:
    """Whether a figure stands beside the words of the measure, or its usual letters, with nothing between that ends a
    clause."""
    named = [(found.start(), found.end()) for word in measured for found in _places(text, word)]
    if len({text[start:end].lower() for start, end in named}) < len(set(measured)):
        named = []
    short = SHORT.get(tuple(measured))
    named += [found.span() for found in re.finditer(rf"\b{short}\b", text)] if short else []
    # A percentage is no ratio: it tells how sure an interval is.
    figures = [each for each in FIGURE.finditer(text) if "ratio" not in measured or not each.group().endswith("%")]
    figures = [each for each in figures if not _gains(text, each)]
    return any(_beside(text, start, end, figure) for figure in figures for start, end in named)


def _gains(text: str, figure: re.Match[str]) -> bool:
    """Whether the figure says by how much more or less, and not how much it is."""
    return bool(
        BY.search(text[max(0, figure.start() - NEAR) : figure.start()]) or MORE.match(text[figure.end() :][:NEAR])
    )


def _places(text: str, word: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE))


def _beside(text: str, start: int, end: int, figure: re.Match[str]) -> bool:
    between = text[end : figure.start()] if figure.start() >= end else text[figure.end() : start]
    return len(between) <= NEAR and not re.search(r"[.;:] ", between)


def own_words(text: str) -> bool:
    """Tells of the paper itself, and neither of others nor of what is so in general."""
    return not OTHERS.search(text) and bool(OURS.search(text) or not GENERAL.search(text))


def of_people(counted: Sequence[str]) -> bool:
    return not PEOPLE.isdisjoint(counted)


def how_whole(text: str) -> int:
    """Whether a count is of all that were studied: 2; of some, as of one group or of those who died: 0; unsaid: 1."""
    some, every = bool(SOME.search(text)), bool(COUNTS_ALL.search(text))
    return 1 + every - some
