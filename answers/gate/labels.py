"""Things told apart by a letter or a number alone: "group B" where the quote says so of group C."""

import re
from collections.abc import Sequence

from answers.text.clauses import said, stems_of
from index.text.tokens import folded, stem

LABEL = re.compile(
    r"\b(?P<noun>[^\W\d_]{4,20})\s(?P<label>[A-HJ-Z]|[IVX]{2,4}|\d)\b(?![.,]\d|[-%/]|\s?[^\W\d_]{1,2}\b)"
)
# What is told apart by a digit: after any other word it may count what follows.
_NUMBERED = """
    group cohort stage phase type class level grade experiment trial study condition scenario site task step table
    figure section chapter layer category cluster region zone case patient apiary model version question dataset
"""
NUMBERED = frozenset(map(stem, _NUMBERED.split()))
FEWEST = 3  # content words that a quote must share, to say the same of another


def mislabelled(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """What the claim says of one and the quotes more nearly of another: "group B"."""
    own, words = _labels(claim), stems_of(said(claim))
    held = [(_labels(quote), len(words & stems_of(said(quote)))) for quote in quotes]
    found = []
    for noun, label in sorted(own):
        same = [shared for labels, shared in held if (noun, label) in labels]
        named = [labels for labels, _ in held if any(one == noun for one, _ in labels)]
        other = [shared for labels, shared in held if labels in named and (noun, label) not in labels]
        if other and max(other) >= FEWEST and max(other) > max(same, default=0):
            found.append(f"{noun} {label}")
    return tuple(found)


def _labels(text: str) -> frozenset[tuple[str, str]]:
    found = ((stem(folded(match["noun"])), match["label"]) for match in LABEL.finditer(text))
    return frozenset((noun, label) for noun, label in found if not label.isdigit() or noun in NUMBERED)
