"""Words asked for that share their stem with others: "demonstrate" is no demonstration, and "random" not randomised.

The index knows stems only, so a chance is lowered here for what a paper holds of such a word in others alone. A word is
known by its mark, which is no stem: the noun in the singular, the verb as Americans spell it.
"""

import math
import re
from collections.abc import Iterable

from answers.text.logistic import logistic
from index.calibration import COVERAGE
from index.text.british import ALWAYS_IS
from index.text.tokens import stem, words

# Nouns whose verbs tell of what is done or found, in most papers.
_NOUNS = """
    confirmation demonstration discussion illustration indication introduction observation presentation proposal
    suggestion
"""
# Who or what does a thing, of which papers speak that say nothing of them: "translated" is said without translators.
_DOERS = "annotator computer interpreter moderator operator transformer translator"
NOUNS = frozenset((*_NOUNS.split(), *_DOERS.split()))
VERB = re.compile(r"(?P<base>[a-z]{3,}?)i[sz](?:e[ds]?|ing|ations?|ers?)")


def marks_in(text: str) -> tuple[str, ...]:
    """The marks of the blurred words of a text, each once, in the order of the alphabet."""
    forms = (form for word in words(text) for form in word.forms)
    return tuple(sorted({mark for form in forms if (mark := mark_of(form))}))


def mark_of(word: str) -> str | None:
    """The mark of a folded word; None of one that its stem tells from others."""
    single = word.removesuffix("s")
    if single in NOUNS:
        return single
    verb = VERB.fullmatch(word)
    if verb is None or stem(word) in ALWAYS_IS:
        return None
    mark = f"{verb['base']}ize"
    return mark if stem(mark) != mark.removesuffix("e") else None  # "realiz" is only of realize


def blurred(marks: Iterable[str], held: frozenset[str]) -> tuple[str, ...]:
    """Those marks of which a text that holds these stems and marks has the stem alone."""
    return tuple(mark for mark in marks if stem(mark) in held and mark not in held)


def lowered(chance: float, share: float) -> float:
    """A chance of relevance without what was counted for holding this share of the question's weight."""
    if share == 0 or not 0 < chance < 1:
        return chance
    return round(logistic(math.log(chance / (1 - chance)) - COVERAGE * share), 6)
