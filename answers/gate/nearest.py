"""The quote that says the most of a claim: what it denies, another quote with the same words does not affirm."""

from collections.abc import Sequence

from answers.text.clauses import said, stems_of

COVERS = 0.6  # of a claim's content words, from which one quote says what the claim says
AHEAD = 1  # content words that it must hold more than any other


def nearest(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The one quote that holds more of the claim than any other; empty where none holds most of it."""
    wanted = stems_of(said(claim))
    held = [len(wanted & stems_of(said(quote))) for quote in quotes]
    if not held or max(held) < COVERS * len(wanted):
        return ()
    best = max(range(len(held)), key=lambda place: (held[place], -place))
    others = max((shared for place, shared in enumerate(held) if place != best), default=0)
    return (quotes[best],) if held[best] >= others + AHEAD else ()
