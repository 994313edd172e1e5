"""Acronyms that a text spells out itself, as in "brood temperature (BT)": they say nothing that it has not said."""

import re
from collections.abc import Iterator

_BRACKETED = re.compile(r"\((?P<acronym>[A-Z][A-Za-z\d]{0,6}[A-Z\d]s?)\)")
_WORD = re.compile(r"[^\W_]+")
_FURTHER = 2  # words before an acronym beyond one for each of its letters: "of", "and"


def without_acronyms(text: str) -> str:
    """The text without the acronyms that it spells out; what stands around them stays apart."""
    for acronym in sorted(set(_spelt(text))):
        text = re.sub(rf"\(?(?<![\w-]){acronym}(?![\w-])\)?", ", ", text)
    return text


def _spelt(text: str) -> Iterator[str]:
    for found in _BRACKETED.finditer(text):
        acronym = found["acronym"]
        words = _WORD.findall(text[: found.start()])[-len(acronym) - _FURTHER :]
        if any(_shortens(acronym.rstrip("s"), words[start:]) for start in range(len(words))):
            yield acronym


def _shortens(acronym: str, words: list[str]) -> bool:
    """Whether its letters follow each other in the words, beginning with the first letter of all."""
    letters = iter("".join(words).lower())
    return words[0][0].lower() == acronym[0].lower() and all(letter in letters for letter in acronym.lower())
