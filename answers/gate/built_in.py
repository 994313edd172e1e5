"""The checker that needs no model of its own: words, amounts, names, negations, and the embedder's cosine."""

from collections.abc import Sequence

from answers.gate.asking import stating
from answers.gate.checking import Verdict
from answers.gate.faults import faults
from answers.gate.misnaming import doubts
from answers.sentences import Embeds
from answers.text.claim_words import coverage, unsaid
from answers.text.logistic import logistic
from corpus.text import clean
from index.text.tokens import words

# Logistic regression on the summaries of SciTLDR's training papers, each against its own abstract, another's, and half
# of them one of the closest; true ones weigh nine times as much as the others. `python -m eval.calibrate_support DATA`
# fits these and prints how well they hold.
INTERCEPT, COVERED, COSINE = -6.52, 11.98, 5.59
SIGNS = 5  # digits to which a cosine is rounded, so that the order of additions cannot tell
IN_OTHER_WORDS = 0.8  # of a claim with a telling word that the quotes do not say: a paraphrase or another thing
UNSAID = 0.6  # the most support of a claim with a name that the quotes may mean but do not say
SUREST = 0.99  # of what is said in other words than the quotes'
AT_FAULT = 0.2  # the most support that a claim can have of which something is not borne out


class BuiltInChecker:
    """Says no where an amount or a name is not in the quotes, or where one side denies what the other says.

    What is left is a question of how much of the claim the quotes say, in the same words or in others.
    """

    name = "built-in"

    def __init__(self, embedder: Embeds) -> None:
        self._embedder = embedder

    def check(self, claim: str, quotes: Sequence[str]) -> Verdict:
        held = stating(claim, quotes)
        if not held:
            return Verdict(0.0, ("only asked",) if quotes else ("no quote",))
        together = " ".join(held)
        if _plain(claim) in _plain(together):
            return Verdict(1.0)
        doubted = doubts(claim, held, self._embedder)
        misnamed = [f"name {one.name}" for one in doubted if one.misnamed]
        wrong = tuple(dict.fromkeys([*faults(claim, held), *misnamed]))
        support = chance(likeness(claim, together, self._embedder))
        most = AT_FAULT if wrong else UNSAID if any(one.unsaid for one in doubted) else _most(claim, together)
        return Verdict(min(support, most), wrong)


def likeness(claim: str, quotes: str, embedder: Embeds) -> tuple[float, float]:
    """What tells whether the quotes, read as one text, support the claim: the share of its telling words that they
    hold, and the cosine of both."""
    own, theirs = embedder.embed_passages([claim, quotes])
    return coverage(claim, quotes), round(float(own @ theirs), SIGNS)


def chance(likeness: Sequence[float]) -> float:
    covered, cosine = likeness
    logit = INTERCEPT + COVERED * covered + COSINE * cosine
    return round(logistic(logit), 4)


def _plain(text: str) -> str:
    """Words alone, so that a full stop or a capital does not tell a claim from its quote."""
    return f" {' '.join(word.forms[0] for word in words(clean(text)))} "


def _most(claim: str, quotes: str) -> float:
    return IN_OTHER_WORDS if unsaid(claim, quotes) else SUREST
