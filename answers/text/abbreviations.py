"""Abbreviations that a text explains as "long form (ABBR)": in a paper either form is read where the other stands, and
in a question the short one says nothing that it has not said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from index.text.tokens import stem, stems

EXPLAINED = re.compile(r"(?P<before>[^()]{3,120}) \((?P<short>[^\W_][\w-]{1,7})\)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
INITIALS = 3  # the fewest letters of an acronym that words spell out


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """The stem of the short form, and the stems of the words of the long one."""

    short: str
    long: frozenset[str]


class Explanation(NamedTuple):
    """Both forms as a text writes them."""

    short: str
    long: str


def explanations(text: str) -> Iterator[Explanation]:
    """What a text explains, in the order in which it does."""
    for match in EXPLAINED.finditer(text):
        if long := _long_form(match["before"], match["short"]):
            yield Explanation(match["short"], long)


def abbreviations(texts: Sequence[str]) -> tuple[Abbreviation, ...]:
    """What the texts of one paper explain, each once."""
    every = (each for text in texts for each in explanations(text))
    return tuple(dict.fromkeys(Abbreviation(stem(one.short.lower()), frozenset(stems(one.long))) for one in every))


def with_both_forms(held: frozenset[str], known: Sequence[Abbreviation]) -> frozenset[str]:
    """The stems that a text holds, and those of the other form of what it abbreviates or spells out."""
    spelt = (each.long for each in known if each.short in held)
    shortened = frozenset(each.short for each in known if each.long <= held)
    return held.union(shortened, *spelt)


def in_long_form(text: str) -> str:
    """The text with what it explains in its long form alone; what stands around a short form stays apart from it."""
    for short, long in dict.fromkeys(explanations(text)):
        text = text.replace(f" ({short})", ", ")
        text = long.join(re.split(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text))
    return text


def spelling_out(words: Sequence[str], held: frozenset[str]) -> frozenset[str]:
    """Neighbouring words whose initials are an acronym among these stems."""
    runs = (words[start:end] for start, end in combinations(range(len(words) + 1), 2))
    return frozenset().union(
        *(run for run in runs if len(run) >= INITIALS and "".join(word[0] for word in run) in held)
    )


def _long_form(before: str, short: str) -> str | None:
    """None unless the short form has capitals, and its letters stand in this order in the fewest words before it, the
    first of them at the beginning of the first of these words."""
    letters = [char for char in short.lower() if char.isalnum()]
    if not any(char.isupper() for char in short) or short.isdigit():
        return None
    words = list(WORD.finditer(before.lower()))
    for word in reversed(words[-2 * len(letters) :]):
        long = before.lower()[word.start() :]
        if long[0] == letters[0] and _in_order(letters, long):
            return before[word.start() :]
    return None


def _in_order(letters: Sequence[str], text: str) -> bool:
    left = iter(text)
    return all(letter in left for letter in letters)
