"""Questions for what is not so: "no association with mortality", "Without rewards, can agents learn?"."""

import re
from collections.abc import Iterable

from answers.text.wording_patterns import NEGATION
from answers.text.wordlists import FUNCTION_WORDS
from index.text.tokens import stem

_THING = (
    r"(?:(?:significant|clear|strong|causal) )?(?P<thing>(?:association|effect|difference|correlation|relation(?:ship)?"
    r"|link|benefit|evidence|impact|influence|gain|improvement|change|role|advantage|harm|risk)s?)\b"
)
_DENIED = (
    re.compile(rf"\bno {_THING}", re.IGNORECASE),
    re.compile(
        r"(?:^\W*(?:no (?!doubt\b|longer\b|matter\b)|(?:lack|absence) of )|\bwithout )(?:(?:an?|the|any) )?"
        r"(?P<thing>\w+)",
        re.IGNORECASE,
    ),
)
_WORD = re.compile(r"[^\W_]+")
_REACH = 5  # words after a negation among which what it denies is named


def denied(question: str) -> str | None:
    """The stem of what it asks for the absence of: what says that it is there tells the opposite."""
    found = next((match for pattern in _DENIED if (match := pattern.search(question))), None)
    return stem(found["thing"].lower()) if found and found["thing"].lower() not in FUNCTION_WORDS else None


def denying(texts: Iterable[str], thing: str) -> list[bool]:
    """Of each text whether it denies this."""
    return [any(thing in _after(text, found.end()) for found in NEGATION.finditer(text)) for text in texts]


def _after(text: str, place: int) -> set[str]:
    return {stem(word.lower()) for word in _WORD.findall(text[place:])[:_REACH]}
