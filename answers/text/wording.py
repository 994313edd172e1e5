"""How sentences of papers are worded: which tell a finding, which lean on the one before, which amounts they state."""

from dataclasses import dataclass

from answers.text.wording_patterns import (
    ADDRESS,
    ADJUSTED,
    AIM,
    APART,
    BRACKETED,
    BROKEN,
    COMPARES,
    CRUDE,
    DISCOURSE,
    DISPUTES,
    EARLIER,
    FINDING,
    FRAGMENT,
    LEADERS,
    LEANING,
    NEGATION,
    NUMBER,
    OWN,
    OWN_MARKERS,
    PROCEDURE,
    REASON,
    STATISTIC,
    SUBGROUP,
    UNDONE,
    UNREAD,
    VAGUE,
)
from corpus.remembered import SENTENCE, remembered

SENTENCES_KEPT = 20_000
LONGEST_SENTENCE = 450  # characters
LETTERS, READABLE = 0.2, 0.5  # the least shares of what is written that are letters, and letters or digits
SPACED = 6  # tokens of which it can be told that they are single letters


def finds(text: str) -> bool:
    """Reports a result of its own."""
    return bool(FINDING.search(text)) and not intends(text) and not reports(text)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sentence is worded, each as the function of this name says."""

    finds: bool
    broken: bool
    reasons: bool
    proceeds: bool
    vague: bool
    reports: bool
    asks: bool
    opens_midway: bool
    narrows: bool
    measures: bool


@remembered(most=SENTENCES_KEPT, longest=SENTENCE)
def manner(text: str) -> Manner:
    """Remembered, since a paper is read for question after question."""
    return Manner(
        finds(text),
        broken(text),
        reasons(text),
        proceeds(text),
        vague(text),
        reports(text),
        asks(text),
        opens_midway(text),
        narrows(text),
        measures(text),
    )


def lists_contents(text: str) -> bool:
    """A piece of a table of contents."""
    return bool(LEADERS.search(text))


@remembered(most=SENTENCES_KEPT, longest=SENTENCE)
def garbled(text: str) -> bool:
    """Mostly marks, or letters set apart: what is left of a formula, a rule or a font that could not be read, or of the
    head of a page. Figures alone do not make it so: results are full of them."""
    written, tokens = "".join(text.split()), text.split()
    letters, figures = sum(map(str.isalpha, written)), sum(map(str.isdigit, written))
    apart = sum(len(token) == 1 and token.isascii() and token.isalpha() for token in tokens)
    unread = len(UNREAD.findall(text))
    return (
        letters < LETTERS * len(written)
        or letters + figures < READABLE * len(written)
        or (len(tokens) >= SPACED and 2 * apart > len(tokens))
        or unread > len(tokens) / 4
        or bool(APART.search(text) or ADDRESS.search(text))
    )


def fragment(text: str) -> bool:
    """Names the design or the place of a study, without a verb."""
    return bool(FRAGMENT.search(text))


def broken(text: str) -> bool:
    """Begins in the middle, has no end, or is several sentences run together; figures in brackets make none long."""
    return bool(BROKEN.search(text)) or len(BRACKETED.sub("", text)) > LONGEST_SENTENCE


def reports(text: str) -> bool:
    """Tells what earlier work found, or what is commonly held, and nothing of what its writers found."""
    return bool(EARLIER.search(text)) and not OWN.search(text)


def narrows(text: str) -> bool:
    """Tells of some of those studied, by what only they are or did."""
    return bool(SUBGROUP.search(text))


def measures(text: str) -> bool:
    """Reports what came out of its own work in the figures of a statistic."""
    return bool(STATISTIC.search(text)) and not reports(text)


@remembered(most=SENTENCES_KEPT, longest=SENTENCE)
def adjustment(text: str) -> int:
    """How far other causes are taken into account in what it tells: 1 for not yet, 2 for once they are, 3 for what does
    not hold any more then; 0 where nothing is said of it."""
    if UNDONE.search(text):
        return 3
    return 2 if ADJUSTED.search(text) else int(bool(CRUDE.search(text)))


def asks(text: str) -> bool:
    """Asks something, which answers nothing."""
    return text.rstrip(' "”’)').endswith("?")


def reasons(text: str) -> bool:
    """Names a cause or a condition."""
    return bool(REASON.search(text))


def proceeds(text: str) -> bool:
    """Says what was done in a study, and not what was found."""
    return bool(PROCEDURE.search(text)) and not finds(text)


def vague(text: str) -> bool:
    """Says of a subject that it is studied or disputed, and nothing about it."""
    return bool(VAGUE.search(text))


def intends(text: str) -> bool:
    """Only says what the paper set out to do, which repeats the question better than any answer does."""
    return bool(AIM.search(text))


def opens_midway(text: str) -> bool:
    """Begins with a word that points at an earlier sentence."""
    return bool(LEANING.search(DISCOURSE.sub("", text)))


def standing_alone(text: str) -> str:
    """The sentence without discourse words or a heading before it, its first letter then a capital.

    Numbers in brackets are left out: they name entries of the paper's own list, and would be read as ours.
    """
    whole = OWN_MARKERS.sub("", text)
    rest = DISCOURSE.sub("", whole, count=1)
    return rest[:1].upper() + rest[1:] if rest and rest != whole else whole


def disputes(text: str) -> bool:
    """Words of contradiction or of doubt; what they are aimed at is not read."""
    return bool(DISPUTES.search(text))


def amounts(text: str) -> frozenset[str]:
    """The numbers of a text, as written but without grouping."""
    return frozenset(found.replace(",", "") for found in NUMBER.findall(text))


def compares(text: str) -> bool:
    """Whether something is held against something else."""
    return bool(COMPARES.search(text))


def negated(text: str) -> bool:
    return len(NEGATION.findall(text)) % 2 == 1
