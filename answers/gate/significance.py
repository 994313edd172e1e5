"""Claims of a significant difference, or of none, beside the p values that their quotes give."""

import re
from collections.abc import Sequence

SAYS = re.compile(r"\b(?P<not>not\s+(?:\w+\s+)?|no\s+(?:\w+\s+)?|non-?|in)?significan(?:t|tly|ce)\b", re.IGNORECASE)
P_VALUE = re.compile(r"\bp\s?(?:=|<|≤|&lt;)\s?(?P<value>0?\.\d+)", re.IGNORECASE)
LIMIT = 0.05


def insignificant(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """What the claim says of significance where all p values say otherwise and no quote calls it so."""
    values = [float(match["value"]) for quote in quotes for match in P_VALUE.finditer(quote)]
    if not values or any(SAYS.search(quote) for quote in quotes):
        return ()
    return tuple(
        match.group()
        for match in SAYS.finditer(claim)
        if (min(values) > LIMIT and not match["not"]) or (max(values) < LIMIT and match["not"])
    )
