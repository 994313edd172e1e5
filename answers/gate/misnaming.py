"""Whether a name that quotes do not hold as written was put where they have another, judged by trying theirs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from answers.sentences import Embeds
from answers.text.logistic import logistic
from answers.text.naming import as_said, distinct, held_names, names_of
from index.text.tokens import folded

# Logistic regression on the summaries of SciTLDR's training papers, each as written and with a name replaced by one of
# another abstract; both weigh the same. `python -m eval.calibrate_gate DATA` fits these and prints how well they hold.
INTERCEPT, APART, GAIN, DRAG, MEANT, PLAIN, EXAMPLE, CAPITALS = 1.89, 5.22, 6.25, 5.5, -3.01, -3.49, -1.19, -0.59
MISNAMED = 0.62  # the chance from which a name is taken for a wrong one
TRIED = 12  # names of the quotes that are tried in its place
ALONE = -0.1  # the gain where the quotes have no other name to try
# What opens a list of examples: an added example does not change what is said.
EXAMPLES = re.compile(r"\b(?:such as|like|e\.g\.,?|including|for example|for instance)\s[^.;()]*$", re.IGNORECASE)
SIGNS = 5  # digits to which a cosine is rounded, so that the order of additions cannot tell


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name as the claim writes it, and what tells of it: `features` in the order of the constants."""

    name: str
    unsaid: bool
    features: tuple[float, ...]

    @property
    def misnamed(self) -> bool:
        """Whether it is a wrong one; a name with a digit is one version of a thing, and not another's."""
        versioned = self.unsaid and distinct(self.name) and any(char.isdigit() for char in self.name)
        return versioned or chance(self.features) >= MISNAMED


def doubts(claim: str, quotes: Sequence[str], embedder: Embeds) -> list[Doubt]:
    """Every name of the claim that the quotes do not hold as written, those that follow each other as one."""
    held = held_names(claim, " ".join(quotes))
    names = as_said(claim, [name for name, how in held.items() if how != "said"])
    if not names:
        return []
    trial = _Trial(claim, quotes, embedder)
    return [trial.of(name, unsaid=any(held.get(word) == "unsaid" for word in name.split())) for name in names]


def chance(features: Sequence[float]) -> float:
    constants = (APART, GAIN, DRAG, MEANT, PLAIN, EXAMPLE, CAPITALS)
    logit = INTERCEPT + sum(weight * one for weight, one in zip(constants, features, strict=True))
    return round(logistic(logit), 4)


class _Trial:
    """One claim beside its quotes, whose names are tried in place of its own."""

    def __init__(self, claim: str, quotes: Sequence[str], embedder: Embeds) -> None:
        self._claim, self._embedder = claim, embedder
        self._others = list(_others(claim, quotes))[:TRIED]
        own, *held = embedder.embed_passages([claim, *quotes])
        middle = np.mean(held, axis=0)
        self._middle = middle / (np.linalg.norm(middle) or 1.0)
        self._near = float(own @ self._middle)

    def of(self, name: str, *, unsaid: bool) -> Doubt:
        """How far the name is from the rest of the claim; how much nearer the claim comes to the quotes with one of
        their names in its place, and with none; what kind of name it is."""
        before, after = _around(name, self._claim)
        rest = before + after
        tried = [before + other + after for other in self._others]
        vectors = self._embedder.embed_passages([name, rest, *tried])
        apart = -float(vectors[0] @ vectors[1])
        drag, *gains = (float(vector @ self._middle) - self._near for vector in vectors[1:])
        told = (apart, max(gains, default=ALONE), drag)
        kinds = (not unsaid, not distinct(name), bool(EXAMPLES.search(before)), name.isupper())
        return Doubt(name, unsaid, (*(round(one, SIGNS) for one in told), *map(float, kinds)))


def _around(name: str, claim: str) -> tuple[str, str]:
    """What stands before and after a name, which is no part of another word."""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", claim)
    start, end = match.span() if match else (len(claim), len(claim))
    return claim[:start], claim[end:]


def _others(claim: str, quotes: Sequence[str]) -> Iterator[str]:
    """The names of the quotes that the claim does not have, each once, in order."""
    own = set(map(_singular, names_of(claim)))
    found = dict.fromkeys(name for quote in quotes for name in names_of(quote) if distinct(name))
    return (name for name in found if _singular(name) not in own)


def _singular(name: str) -> str:
    return folded(name).removesuffix("s")
