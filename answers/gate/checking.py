"""Whether quotes support a claim: the one promise that every checker keeps, and what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

SUPPORTED = 0.5  # the least support with which a claim is shown


@dataclass(frozen=True, slots=True)
class Verdict:
    """`support` is in [0, 1], 1 for the quotes' own words; `faults` say what the quotes do not bear out."""

    support: float
    faults: tuple[str, ...] = ()

    @property
    def supported(self) -> bool:
        return self.support >= SUPPORTED


class Checker(Protocol):
    """Judges one claim against quotes of one source, which are read together.

    The same claim and quotes have the same verdict whatever was asked before. No quotes support nothing. `name` says
    what judges, with its weights: verdicts of checkers with different names are not comparable.
    """

    name: str

    def check(self, claim: str, quotes: Sequence[str]) -> Verdict: ...


class Strictest:
    """Several checkers as one: a claim is supported as far as the least convinced of them says."""

    def __init__(self, checkers: Sequence[Checker]) -> None:
        self._checkers = tuple(checkers)
        self.name = "+".join(checker.name for checker in checkers)

    def check(self, claim: str, quotes: Sequence[str]) -> Verdict:
        verdicts = [checker.check(claim, quotes) for checker in self._checkers]
        faults = tuple(fault for verdict in verdicts for fault in verdict.faults)
        return Verdict(min(verdict.support for verdict in verdicts), faults)
