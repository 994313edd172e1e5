"""The abbreviations that a paper explains as "long form (ABBR)", so that either is read where the other stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.tokens import stem, stems

EXPLAINED = re.compile(r"(?P<before>[^()]{3,120}) \((?P<short>[^\W_][\w-]{1,7})\)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """The stem of the short form, and the stems of the words of the long one."""

    short: str
    long: frozenset[str]


def abbreviations(texts: Sequence[str]) -> tuple[Abbreviation, ...]:
    """What the texts of one paper explain, in the order in which they do."""
    found = [_explained(match["before"], match["short"]) for text in texts for match in EXPLAINED.finditer(text)]
    return tuple(dict.fromkeys(each for each in found if each is not None))


def with_both_forms(held: frozenset[str], known: Sequence[Abbreviation]) -> frozenset[str]:
    """The stems that a text holds, and those of the other form of what it abbreviates or spells out."""
    spelt = (each.long for each in known if each.short in held)
    shortened = frozenset(each.short for each in known if each.long <= held)
    return held.union(shortened, *spelt)


def _explained(before: str, short: str) -> Abbreviation | None:
    """None unless the short form has capitals, and its letters stand in this order in the fewest words before it, the
    first of them at the beginning of the first of these words."""
    letters = [char for char in short.lower() if char.isalnum()]
    if not any(char.isupper() for char in short) or short.isdigit():
        return None
    words = list(WORD.finditer(before.lower()))
    for word in reversed(words[-2 * len(letters) :]):
        long = before.lower()[word.start() :]
        if long[0] == letters[0] and _in_order(letters, long):
            return Abbreviation(stem(short.lower()), frozenset(stems(long)))
    return None


def _in_order(letters: Sequence[str], text: str) -> bool:
    left = iter(text)
    return all(letter in left for letter in letters)
