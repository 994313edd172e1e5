"""Nouns asked for that share their stem with a verb of telling: "we demonstrate that" is no demonstration.

A question for papers that use demonstrations is met by the noun alone. The index knows stems only, so its chances are
lowered here for what a paper holds of such a noun in the verb alone.
"""

import math
from collections.abc import Iterable

from answers.logistic import logistic
from index.calibration import COVERAGE
from index.tokens import stem, words

_NOUNS = """
    confirmation demonstration discussion illustration indication introduction observation presentation proposal
    suggestion
"""
NOUNS = frozenset(_NOUNS.split())


def noun_in(word: str) -> str | None:
    """The noun of telling that a folded word is, in the singular."""
    single = word.removesuffix("s")
    return single if single in NOUNS else None


def nouns_in(text: str) -> frozenset[str]:
    return frozenset(noun for word in words(text) for form in word.forms if (noun := noun_in(form)))


def lowered(chance: float, share: float) -> float:
    """A chance of relevance without what was counted for holding this share of the question's weight."""
    if share == 0 or not 0 < chance < 1:
        return chance
    return round(logistic(math.log(chance / (1 - chance)) - COVERAGE * share), 6)


def in_verbs_alone(nouns: Iterable[str], held: frozenset[str]) -> tuple[str, ...]:
    """Those nouns of which a text that holds these stems and nouns has the stem and not the noun."""
    return tuple(noun for noun in nouns if stem(noun) in held and noun not in held)
