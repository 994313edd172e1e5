"""Words and pairs of words that a text uses and another may share."""

from functools import lru_cache
from typing import NamedTuple

from corpus.remembered import remembered
from index.text.tokens import AROUND, LONGEST_CHUNK, STOP_WORDS, stem, words

CHUNKS_KEPT = 20_000  # texts are mostly made of chunks seen before
SOUGHT_KEPT = 256  # terms of one paper, which are looked for in several

# Words that papers of every topic say about themselves.
ACADEMIC_LIST = (
    "approach approaches based method methods model models paper propose proposed novel new result results show "
    "study work task tasks data using use used towards toward improve improved improving performance framework "
    "via large different better problem problems present system systems analysis learning evaluation experiments"
)
ACADEMIC = frozenset(ACADEMIC_LIST.split())
BRITISH_FIRST = {"e": "ao"}  # the stem of oedema is that of edema


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


def spelling(key: str, text: str) -> str | None:
    """How the text spells a term where it first uses it; None if it does not."""
    wanted, initials = _sought(key)
    before: Term | None = None
    for chunk in text.split(" "):
        if chunk[:1] not in initials and chunk.isascii() and (chunk.isalpha() or chunk.rstrip(AROUND).isalpha()):
            before = None  # a word begins as its stem does
            continue
        counted, first, last = _chunk(chunk)
        if len(wanted) == 1:
            told = [spelt for stemmed, spelt in counted if stemmed == key]
            if told:
                return told[0]
        elif before and first and (before[0], first[0]) == wanted:
            return f"{before[1]} {first[1]}"
        before = last
    return None


@lru_cache(maxsize=SOUGHT_KEPT)
def _sought(key: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The stems of a term, and the letters with which a word of one of them begins."""
    wanted = tuple(key.split(" "))
    begun = "".join(part[0] + BRITISH_FIRST.get(part[0], "") for part in wanted)
    return wanted, frozenset(begun + begun.upper())


@remembered(most=CHUNKS_KEPT, longest=LONGEST_CHUNK)
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
