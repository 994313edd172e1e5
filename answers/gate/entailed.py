"""The optional checker: an entailment model that reads a claim beside its quotes."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from answers.gate.checking import Verdict

SIGNS = 4  # digits of a support


class Entails(Protocol):
    """Judges pairs: how likely each premise entails its hypothesis, in [0, 1], in the order of the pairs."""

    name: str

    def chances(self, premises: Sequence[str], hypotheses: Sequence[str]) -> NDArray[np.float32]: ...


class UnknownChecker(ValueError):
    """No checker goes by this name."""


class EntailmentChecker:
    """A claim is supported by the quote that entails it best, or by all of them read together."""

    def __init__(self, model: Entails) -> None:
        self.name = model.name
        self._model = model

    def check(self, claim: str, quotes: Sequence[str]) -> Verdict:
        if not quotes:
            return Verdict(0.0, ("no quote",))
        premises = list(dict.fromkeys([*quotes, " ".join(quotes)]))
        chance = round(float(self._model.chances(premises, [claim] * len(premises)).max()), SIGNS)
        return Verdict(chance, () if chance >= 0.5 else ("not entailed",))
