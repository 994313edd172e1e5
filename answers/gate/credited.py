"""Whose amounts a claim states: not those of what its quote only compares with."""

from collections.abc import Sequence

from answers.gate.comparing import comparisons
from answers.text.amounts import amounts_of
from answers.text.clauses import said, stems_of
from answers.text.equal_amounts import equal
from answers.text.wordlists import NUMBER_WORDS


def miscredited(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The stem that opens a claim which compares nothing, where every quote that states its amounts names this once,
    as what something else is compared with."""
    first = next((one for one in said(claim) if one.content), None)
    if first is None or first.word[0].isdigit() or first.word in NUMBER_WORDS or comparisons(claim):
        return ()
    stating = [quote for quote in quotes if _states(quote, claim)]
    return (first.stem,) if stating and all(_rival(first.stem, claim, quote) for quote in stating) else ()


def _states(quote: str, claim: str) -> bool:
    own, held = amounts_of(claim), amounts_of(quote)
    return bool(own) and all(any(equal(amount, one) for one in held) for amount in own)


def _rival(stem: str, claim: str, quote: str) -> bool:
    """Whether the quote names it once, on the side that is compared with, and none of the amounts there."""
    once = sum(one.stem == stem for one in said(quote)) == 1
    stated = [one for one in amounts_of(quote) if any(equal(amount, one) for amount in amounts_of(claim))]
    written = stems_of(said(" ".join(quote[one.start : one.end] for one in stated)))
    return once and any(stem in one.right - one.left and not written & one.right for one in comparisons(quote))
