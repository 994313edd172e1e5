"""Whose amounts a claim states: not those of what its quote only compares with."""

from collections.abc import Sequence

from answers.amounts import amounts_of, equal
from answers.clauses import said
from answers.comparing import comparisons


def miscredited(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The stem that opens a claim which compares nothing, where every quote that states its amounts names this once,
    as what something else is compared with."""
    first = next((one.stem for one in said(claim) if one.content), "")
    if comparisons(claim):
        return ()
    stating = [quote for quote in quotes if _states(quote, claim)]
    return (first,) if stating and all(_rival(first, quote) for quote in stating) else ()


def _states(quote: str, claim: str) -> bool:
    own, held = amounts_of(claim), amounts_of(quote)
    return bool(own) and all(any(equal(amount, one) for one in held) for amount in own)


def _rival(stem: str, quote: str) -> bool:
    once = sum(one.stem == stem for one in said(quote)) == 1
    return once and any(stem in one.right - one.left for one in comparisons(quote))
