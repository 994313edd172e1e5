"""The checker that needs no model of its own: words, amounts, names, negations, and the embedder's cosine."""

import math
from collections.abc import Sequence

from answers.amounts import unstated_amounts
from answers.checking import Verdict
from answers.naming import as_said, distinct, unstated_names
from answers.polarity import reversed_in
from answers.rivals import rivalled
from answers.sentences import Embeds
from answers.wordlists import FUNCTION_WORDS, SCAFFOLD_WORDS
from corpus.text import clean
from index.tokens import parts, stem, telling_stems, words

# Logistic regression on the summaries of half of SciTLDR's training papers, each against its own abstract and
# against another's, chosen among the closest.
INTERCEPT, COVERED, COSINE = -7.9, 10.7, 7.6
SIGNS = 5  # digits to which a cosine is rounded, so that the order of additions cannot tell
# Cosine with the nearest quote from which a plain word with a capital is taken for another word for what that says.
MEANT = 0.12
# And that from which a name may be what the quotes mean without saying it, if they name nothing else there.
KIN = 0.25
UNSAID = 0.6  # the most support of a claim with such a name
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
        if not quotes:
            return Verdict(0.0, ("no quote",))
        together = " ".join(quotes)
        if _plain(claim) in _plain(together):
            return Verdict(1.0)
        cosine = self._closeness(claim, quotes)
        unstated = as_said(claim, unstated_names(claim, together))
        alien = [name for name in unstated if self._out_of_place(name, claim, quotes)]
        faults = (*_faults(claim, together), *(f"name {name}" for name in alien))
        support = _chance(coverage(claim, together), cosine)
        most = AT_FAULT if faults else UNSAID if unstated else SUREST
        return Verdict(min(support, most), faults)

    def _out_of_place(self, name: str, claim: str, quotes: Sequence[str]) -> bool:
        if not distinct(name):
            return self._closeness(name, quotes) < MEANT
        numbered = any(char.isdigit() for char in name)  # one version is not another
        return numbered or rivalled(name, claim, " ".join(quotes)) or self._closeness(name, quotes) < KIN

    def _closeness(self, text: str, quotes: Sequence[str]) -> float:
        """The cosine of the text and the quote that is nearest to it."""
        vectors = self._embedder.embed_passages([text, *quotes])
        return round(float((vectors[1:] @ vectors[0]).max()), SIGNS)


def _plain(text: str) -> str:
    """Words alone, so that a full stop or a capital does not tell a claim from its quote."""
    return f" {' '.join(word.forms[0] for word in words(clean(text)))} "


def _faults(claim: str, quotes: str) -> list[str]:
    amounts = [f"amount {claim[amount.start : amount.end].strip()}" for amount in unstated_amounts(claim, quotes)]
    turned = [f"turned {word}" for word in reversed_in(claim, quotes)]
    return [*amounts, *turned]


def coverage(claim: str, quotes: str) -> float:
    """The share of the claim's telling words whose stems the quotes hold; 0 for a claim without any."""
    wanted = telling(claim)
    return len(wanted & telling_stems(quotes)) / len(wanted) if wanted else 0.0


def telling(text: str) -> frozenset[str]:
    """The stems of a text's words, but those that any sentence of any paper may hold."""
    said = (part for word in words(text) for part in parts(word))
    return frozenset(stem(part) for part in said if part not in FUNCTION_WORDS | SCAFFOLD_WORDS)


def _chance(covered: float, cosine: float) -> float:
    return min(SUREST, round(1 / (1 + math.exp(-(INTERCEPT + COVERED * covered + COSINE * cosine))), 4))
