"""Sentences that tell what was asked, and not what was found: nothing that they name is borne out by them."""

import re
from collections.abc import Sequence

from answers.text.clauses import said, stems_of

_VERBS = "study determine examine investigate assess evaluate test explore clarify compare establish"
_OPENS = "do does did is are was were can could will would should has have what how why which when where who"
ASKS = re.compile(
    rf"^\W*(?:(?:objectives?|aims?|purpose|background)\W+)?to\s+(?:{'|'.join(_VERBS.split())})\b", re.IGNORECASE
)
# Where what was done about it begins: "To test this, we …".
DOES = re.compile(
    r",\s(?=(?:here\s|\w+ly\s)?(?:we|i|they|this\s\w+|(?:the\s)?(?:authors|researchers))\s)", re.IGNORECASE
)
# And, as long as the aim itself has no clause with a verb, "To test this, 20 were …".
DONE = re.compile(
    r"^(?![^,]*\b(?:whether|if|how|that)\b)[^,]*,\s(?=(?!which|who|that|and|or)[^,.;]{2,80}\b(?:was|were|has|have)\b)",
    re.IGNORECASE,
)
QUESTION = re.compile(rf"^\W*(?:{'|'.join(_OPENS.split())})\b.*\?\s*$", re.IGNORECASE | re.DOTALL)
# A claim that tells itself what was asked.
_TELLS = "whether how why ask question aim goal determin study studies studied examin investigat assess evaluat explor"
TELLS = re.compile(rf"\?|\b(?:{'|'.join(_TELLS.split())}|compar|analy[sz])", re.IGNORECASE)


def asks(text: str) -> bool:
    return QUESTION.match(text) is not None or (ASKS.match(text) is not None and _done(text) is None)


def _done(text: str) -> re.Match[str] | None:
    return DOES.search(text) or DONE.search(text)


def stating(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The quotes that may bear a claim out: those that only ask do so where it tells what was asked as well."""
    if TELLS.search(claim) or asks(claim):
        return tuple(quotes)
    return tuple(quote for quote in quotes if not asks(quote) and not _only_aimed(claim, quote))


def _only_aimed(claim: str, quote: str) -> bool:
    """Whether the quote opens with an aim, and says nothing after it that is the claim's as well."""
    done = _done(quote) if ASKS.match(quote) else None
    if done is None:
        return False
    asked, found = (stems_of(said(part)) for part in (quote[: done.end()], quote[done.end() :]))
    return not stems_of(said(claim)) & found - asked
