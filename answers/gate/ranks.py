"""Places in a ranking that a claim gives otherwise than its quotes: "ranked first" for "ranked 21st"."""

import re
from collections.abc import Sequence

_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth"
PLACES = {word: place for place, word in enumerate(_WORDS.split(), start=1)} | {"1st": 1, "2nd": 2, "3rd": 3}
_PLACE = rf"{'|'.join(_WORDS.split())}|\d{{1,3}}(?:st|nd|rd|th)"
RANKED = re.compile(
    rf"\b(?:rank(?:s|ed|ing)?|plac(?:es?|ed|ing)|finish(?:es|ed|ing)?|c[oa]mes?|coming)\s(?:as\s|in\s|at\s)?(?:the\s)?"
    rf"(?P<after>{_PLACE})\b|\b(?P<before>{_PLACE})[\s-](?:place|rank|position)\b",
    re.IGNORECASE,
)


def misranked(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The places in a ranking that the claim gives and none of the quotes, which give others."""
    held = frozenset(_place(match) for quote in quotes for match in RANKED.finditer(quote))
    found = (match.group() for match in RANKED.finditer(claim) if held and _place(match) not in held)
    return tuple(dict.fromkeys(found))


def _place(match: re.Match[str]) -> int:
    written = (match["after"] or match["before"]).lower()
    return PLACES[written] if written in PLACES else int(written[:-2])
