"""What a claim says is lost for something else, and its quotes say is kept."""

from collections.abc import Sequence

from answers.text.clauses import Said, after, said
from index.text.tokens import stem

PRICES = frozenset({"expense", "cost", "price"})  # between "at the" and "of"
KEEPS = frozenset(map(stem, ("maintain", "preserve", "retain", "keep")))
REACH = 2  # telling words after these


def sacrificed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The "expense" of the claim at which nothing is, as a quote says that it is kept, and none that it is not."""
    words, held = said(claim), [said(quote) for quote in quotes]
    found = []
    for at in _prices(words):
        lost = after(words, at + 1, REACH)
        kept = any(lost & _kept(quote) for quote in held)
        paid = any(lost & after(quote, place + 1, REACH) for quote in held for place in _prices(quote))
        if kept and not paid:
            found.append(words[at].word)
    return tuple(dict.fromkeys(found))


def _prices(words: Sequence[Said]) -> list[int]:
    return [
        at
        for at in range(2, len(words) - 1)
        if words[at].word in PRICES and words[at + 1].word == "of" and words[at - 2].word == "at"
    ]


def _kept(words: Sequence[Said]) -> frozenset[str]:
    return frozenset().union(*(after(words, at, REACH) for at, one in enumerate(words) if one.stem in KEEPS))
