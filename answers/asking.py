"""Sentences that tell what was asked, and not what was found: nothing that they name is borne out by them."""

import re
from collections.abc import Sequence

_VERBS = "study determine examine investigate assess evaluate test explore clarify compare establish"
_OPENS = "do does did is are was were can could will would should has have what how why which when where who"
ASKS = re.compile(
    rf"^\W*(?:(?:objectives?|aims?|purpose|background)\W+)?to\s+(?:{'|'.join(_VERBS.split())})\b", re.IGNORECASE
)
QUESTION = re.compile(rf"^\W*(?:{'|'.join(_OPENS.split())})\b.*\?\s*$", re.IGNORECASE | re.DOTALL)
# A claim that tells itself what was asked.
_TELLS = "whether how why ask question aim goal determin study studies studied examin investigat assess evaluat explor"
TELLS = re.compile(rf"\?|\b(?:{'|'.join(_TELLS.split())}|compar|analy[sz])", re.IGNORECASE)


def asks(text: str) -> bool:
    return QUESTION.match(text) is not None or ASKS.match(text) is not None


def stating(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The quotes that may bear a claim out: those that only ask do so where it tells what was asked as well."""
    return tuple(quotes) if TELLS.search(claim) else tuple(quote for quote in quotes if not asks(quote))
