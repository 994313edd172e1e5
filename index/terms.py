"""Words and pairs of words that a text uses and another may share."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from index.tokens import AROUND, STOP_WORDS, stem, words

CHUNKS_KEPT = 20_000  # texts are mostly made of chunks seen before
# Letters with which a word begins as its stem does. A stem of no more may differ in the last of them ("sky" of
# "skies"), and that of "tying" before.
BEGINNING, BRIEF = 3, 2
LIKE_TIE = re.compile(r"[a-z]ie")

# Words that papers of every topic say about themselves.
ACADEMIC_LIST = (
    "approach approaches based method methods model models paper propose proposed novel new result results show "
    "study work task tasks data using use used towards toward improve improved improving performance framework "
    "via large different better problem problems present system systems analysis learning evaluation experiments"
)
ACADEMIC = frozenset(ACADEMIC_LIST.split())


Term = tuple[str, str]


class Chunk(NamedTuple):
    """The telling words of a text without blanks: the stems to count by, and the spelling. `first` and `last` are those
    that nothing stands before or after, and that so may pair with a word beyond the blank; all count but academic ones.
    """

    counted: tuple[Term, ...]
    first: Term | None
    last: Term | None


def terms(*texts: str) -> list[Term]:
    """Telling words and pairs of words: the stems to count by, and the spelling, in lower case unless it is a name."""
    found: list[Term] = []
    for text in texts:
        before: Term | None = None
        for counted, first, last in map(_chunk, text.split(" ")):
            if before and first:
                found.append((f"{before[0]} {first[0]}", f"{before[1]} {first[1]}"))
            found += counted
            before = last
    return found


class Sought:
    """Terms to be found again in other texts, in less time than `terms` takes to read these."""

    def __init__(self, keys: Collection[str]) -> None:
        """`keys` are stems to count by."""
        self._keys = frozenset(keys)
        stems = {part for key in keys for part in key.split(" ")}
        tied = {f"{part[0]}yi" for part in stems if LIKE_TIE.fullmatch(part)}
        self._beginnings = frozenset(part[:BEGINNING] for part in stems) | tied
        self._brief = frozenset(part[:BRIEF] for part in stems if len(part) <= BEGINNING)

    def used(self, *texts: str) -> dict[str, str]:
        """Those that the texts use, and how each is spelt where it is used last."""
        keys, beginnings, brief = self._keys, self._beginnings, self._brief
        found: dict[str, str] = {}
        for text in texts:
            before: Term | None = None
            for chunk in text.split(" "):
                begins = chunk[:BEGINNING].lower()
                other = begins not in beginnings and begins[:BRIEF] not in brief
                if other and chunk.isascii() and chunk.rstrip(AROUND).isalpha():  # an accent is no part of a stem
                    before = None
                    continue
                counted, first, last = _chunk(chunk)
                found |= {key: spelling for key, spelling in counted if key in keys}
                if before and first and (key := f"{before[0]} {first[0]}") in keys:
                    found[key] = f"{before[1]} {first[1]}"
                before = last
        return found


@lru_cache(maxsize=CHUNKS_KEPT)
def _chunk(text: str) -> Chunk:
    plain = text.strip(AROUND)
    if plain.isascii() and plain.isalpha():  # most of them: one word as it is
        told, opens, closes = [_term(plain.lower(), plain)], text.startswith(plain), text.endswith(plain)
    else:
        said = words(text)
        told = [_term(word.forms[0], text[word.start : word.end]) for word in said]
        opens, closes = bool(said and said[0].start == 0), bool(said and said[-1].end == len(text))
    counted = tuple([term for term in told if term and term[1].lower() not in ACADEMIC])
    return Chunk(counted, told[0] if opens else None, told[-1] if closes else None)


def _term(folded: str, written: str) -> Term | None:
    """None for a word that tells nothing."""
    plain = written if any(map(str.isupper, written[1:])) else written.lower()
    telling = plain.lower() not in STOP_WORDS and len(plain) > 1 and not plain.isdigit()
    return (stem(folded), plain) if telling else None
