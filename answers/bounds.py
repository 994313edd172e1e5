"""Amounts that a claim bounds from the other side than its quotes: "fewer than 300" for "over 300"."""

import re
from collections.abc import Sequence
from typing import Literal

from answers.amounts import amounts_of, equal

Side = Literal["over", "under", ""]
_UNDER = (
    r"(?:fewer|less|lower|smaller|shorter)\s+than|under|below|at\s+most|up\s+to|no\s+more\s+than|nearly|almost|[<≤]"
)
_OVER = r"(?:more|greater|higher|larger|longer)\s+than|over|above|at\s+least|exceeding|no\s+(?:fewer|less)\s+than|[>≥]"
UNDER = re.compile(rf"(?:^|(?<=[\s(]))(?:{_UNDER})\s*$", re.IGNORECASE)
OVER = re.compile(rf"(?:^|(?<=[\s(]))(?:{_OVER})\s*$", re.IGNORECASE)
BEFORE = 20  # characters before an amount in which its bound stands


def crossed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The amounts of the claim that every quote which states them bounds from the other side."""
    held = [(amount, _side(quote, amount.start)) for quote in quotes for amount in amounts_of(quote)]
    found = []
    for amount in amounts_of(claim):
        side = _side(claim, amount.start)
        theirs = {other for one, other in held if equal(amount, one)}
        if side and theirs and theirs <= {"over", "under"} - {side}:
            found.append(claim[amount.start : amount.end].strip())
    return tuple(dict.fromkeys(found))


def _side(text: str, at: int) -> Side:
    before = text[max(0, at - BEFORE) : at]
    return "under" if UNDER.search(before) else "over" if OVER.search(before) else ""
