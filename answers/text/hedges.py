"""How a text holds an amount to be: just so, about so, nearly so, or more or less than that."""

import re
from typing import Literal

from answers.text.wordlists import NUMBER_WORDS

Hedge = Literal["", "about", "nearly", "under", "over"]

_ABOUT = r"about|around|approximately|approx\.?|roughly|circa|some|close\s+to|[~≈]"
_NEARLY = r"nearly|almost|just\s+(?:under|below)"
_UNDER = r"(?:fewer|less|lower|smaller|shorter)\s+than|under|below|at\s+most|up\s+to|no\s+more\s+than|[<≤]"
_OVER = r"(?:more|greater|higher|larger|longer)\s+than|over|above|at\s+least|exceeding|no\s+(?:fewer|less)\s+than|[>≥]"
BEFORE = 20  # characters before an amount in which its hedge stands
_WORDS: dict[Hedge, str] = {"nearly": _NEARLY, "under": _UNDER, "over": _OVER, "about": _ABOUT}
HEDGES = {
    kind: re.compile(rf"(?:^|(?<=[\s(]))(?:{words})\s*(?:an?\s|the\s)?[$€£]?$", re.IGNORECASE)
    for kind, words in _WORDS.items()
}
# Before an amount these say no more than that it is a bound.
_COUNTED = "half|third|quarter|dozen|second|minute|hour|day|week|month|year"
BOUNDING = re.compile(
    rf"\b(?:less|more|fewer)\s+than\s+(?=[$€£]?\d|(?:an?|one)\s+(?:{_COUNTED})\b|half\b|(?:{'|'.join(sorted(NUMBER_WORDS))})\b)",
    re.IGNORECASE,
)


def without_bounds(text: str) -> str:
    """The text without the "less than" and the like that bound its amounts."""
    return BOUNDING.sub("", text)


def hedge(text: str, at: int) -> Hedge:
    """What the words right before `at` say of the amount there."""
    before = text[max(0, at - BEFORE) : at]
    return next((kind for kind, pattern in HEDGES.items() if pattern.search(before)), "")
