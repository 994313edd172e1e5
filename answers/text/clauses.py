"""A text as its words in order, sentence by sentence: what comparing two texts place by place goes by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from answers.text.opposites import DENIES, DIRECTIONS
from answers.text.stance import ENDS, SENTENCE_ENDS
from answers.text.wordlists import FUNCTION_WORDS
from index.text.tokens import WORD, folded, stem

TOKEN = re.compile(rf"n['’]t\b|{WORD.pattern}|[.,;:()!?—]")
APART = SENTENCE_ENDS | {"while", "whereas", "but", "although"}  # what sets one thing against another
DENYING = re.compile(r"^(?:non|un)-(?=[^\W\d_]{4})")


@dataclass(frozen=True, slots=True)
class Said:
    """One word where it stands: as written in small letters, its stem, and whether it says more than grammar does."""

    word: str
    stem: str
    content: bool
    ends: bool


@lru_cache(maxsize=4_000)
def said(text: str) -> tuple[Said, ...]:
    """Every word and mark, in order; "non-severe" is one word, as "unstable" is."""
    found = (DENYING.sub(lambda prefix: prefix.group()[:-1], folded(one)) for one in TOKEN.findall(text))
    return tuple(Said(word, stem(word), _content(word), word in ENDS) for word in found)


def _content(word: str) -> bool:
    return word in DIRECTIONS or (word[0].isalnum() and word not in FUNCTION_WORDS and word not in DENIES)


def around(words: Sequence[Said], at: int, reach: int) -> frozenset[str]:
    """The stems of the content words on either side of one, within its clause."""
    return before(words, at, reach) | after(words, at, reach)


def before(words: Sequence[Said], at: int, reach: int) -> frozenset[str]:
    return _clause(words[max(0, at - 3 * reach) : at][::-1], reach)


def after(words: Sequence[Said], at: int, reach: int) -> frozenset[str]:
    return _clause(words[at + 1 : at + 1 + 3 * reach], reach)


def part(words: Sequence[Said], at: int) -> tuple[Sequence[Said], Sequence[Said]]:
    """What is said before and after one in its sentence, up to what sets another thing against it."""
    ends = [place for place, one in enumerate(words) if one.word in APART]
    first = max((place + 1 for place in ends if place < at), default=0)
    last = min((place for place in ends if place > at), default=len(words))
    return words[first:at], words[at + 1 : last]


def _clause(words: Sequence[Said], reach: int) -> frozenset[str]:
    found: list[str] = []
    for one in words:
        if one.ends or len(found) == reach:
            break
        if one.content:
            found.append(one.stem)
    return frozenset(found)


def stems_of(words: Sequence[Said]) -> frozenset[str]:
    return frozenset(one.stem for one in words if one.content)
