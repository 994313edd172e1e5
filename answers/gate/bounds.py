"""Amounts that a claim bounds from the other side than its quotes: "fewer than 300" for "over 300"."""

from collections.abc import Sequence

from answers.text.amounts import amounts_of
from answers.text.equal_amounts import equal

SIDES = {"nearly": "under", "under": "under", "over": "over"}  # of the hedges that bound an amount


def crossed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The amounts of the claim that every quote which states them bounds from the other side."""
    # An order of magnitude bounds nothing.
    held = [amount for quote in quotes for amount in amounts_of(quote) if amount.digit <= max(1, abs(amount.value))]
    found = []
    for amount in amounts_of(claim):
        side = SIDES.get(amount.hedge)
        theirs = {SIDES.get(one.hedge) for one in held if equal(amount, one)}
        if side and theirs and theirs <= {"over", "under"} - {side}:
            found.append(claim[amount.start : amount.end].strip())
    return tuple(dict.fromkeys(found))
