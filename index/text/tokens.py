"""Text in, words out: the folded words and English stems that searching, phrases and highlighting compare."""

import re
import unicodedata
from functools import lru_cache
from itertools import chain, pairwise
from threading import Lock
from typing import NamedTuple

import Stemmer

from corpus.remembered import remembered
from index.text.british import american_stem
from index.text.plurals import singular

# A run of letters, digits and marks; a point or comma stays inside a number (1.3B); hyphens, slashes and apostrophes
# join runs into one compound (Phi-4, fine-tuning, O'Reilly). Scripts written without blanks give a word a character.
# A mark that stands as a character of its own begins no word: folded away, it would leave a word of no letters.
LONE_MARKS = "\u037a\ufc5e-\ufc63\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\uff9e\uff9f"
UNSPACED = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = (
    rf"(?:\d+(?:[.,]\d+)+[^\W_{UNSPACED}]*|[^\W_{UNSPACED}{LONE_MARKS}](?:[^\W_{UNSPACED}]|[\u0300-\u036f])*\+{{0,2}})"
)
WORD = re.compile(rf"[{UNSPACED}]|{RUN}(?:[-\u2010-\u2013\u2212/_'\u2019]{RUN})*")
JOINER = re.compile(r"[-\u2010-\u2013\u2212/_'\u2019]")
POSSESSIVE = re.compile(r"['\u2019][sS]$")
CONTRACTED = frozenset({"t", "re", "ve", "ll"})

STOP_LIST = (
    "a about above after again all also am an and any are as at be because been before being below between both "
    "but by can could did do does doing down during each few for from further had has have having he her here "
    "hers him his how i if in into is it its itself just may me might more most must my no nor not of off on once "
    "only or other our ours out over own per same shall she should so some such than that the their theirs them "
    "then there these they this those through to too under until up upon us very via was we were what when where "
    "which while who whom whose why will with within would you your yours"
)
STOP_WORDS = frozenset(STOP_LIST.split())
AROUND = ".,;:()[]"  # never the end of a word
CHUNKS_KEPT, LONGEST_CHUNK = 200_000, 40  # texts are mostly made of chunks seen before; a Chinese text is one chunk
SPELT = 4  # letters: of shorter words too many are one letter from another

_english = Stemmer.Stemmer("english")
_lock = Lock()  # a stemmer keeps its own buffers and cannot serve two threads


class Word(NamedTuple):
    """A word of a text: `forms` are its folded spellings, the whole first; `text[start:end]` is what was written."""

    start: int
    end: int
    forms: tuple[str, ...]


def words(text: str) -> list[Word]:
    """The words of a text in order, offsets in code points of the text as given."""
    return [Word(found.start(), found.end(), forms(found.group())) for found in WORD.finditer(text)]


def folded(text: str) -> str:
    """Case, accents, ligatures and width folded away: "Résumé" and "RESUME" are one."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


@remembered(most=CHUNKS_KEPT, longest=LONGEST_CHUNK)
def forms(written: str) -> tuple[str, ...]:
    """The whole with its joints closed, its parts, and neighbouring parts joined where there are more than two.

    "Phi-4" is phi4, phi, 4 and so is found in "Phi-4-reasoning"; "fine-tuning" meets "finetuning".
    """
    # A letter may stand for several words, as that of an Arabic blessing does.
    said = ["".join(folded(part).split()) for part in JOINER.split(POSSESSIVE.sub("", written))]
    if len(said) == 2 and said[1] in CONTRACTED:
        return ("".join(said),)
    if len(said) == 1:
        return (said[0],)
    joined = [first + second for first, second in pairwise(said)] if len(said) > 2 else []
    return ("".join(said), *said, *joined)


def parts(word: Word) -> tuple[str, ...]:
    """The forms of a word as said: the parts of a compound, or the word itself."""
    return word.forms[1 : len(word.forms) // 2 + 1] if len(word.forms) > 3 else word.forms[1:] or word.forms


@remembered(most=CHUNKS_KEPT, longest=LONGEST_CHUNK)
def stem(word: str) -> str:
    """The stem of a folded word in the singular, as Americans spell it; one with a digit is a name and stays whole."""
    if not word.isalpha() and any(char.isdigit() for char in word):
        return word
    return american_stem(singular(word), _stemmed)


def _stemmed(word: str) -> str:
    with _lock:
        return str(_english.stemWord(word))


@remembered(most=CHUNKS_KEPT, longest=LONGEST_CHUNK)
def chunk_forms(chunk: str) -> tuple[str, ...]:
    """Every form of every word in a text without blanks, over which no word reaches."""
    if chunk.isascii() and chunk.isalpha():
        return (chunk.lower(),)
    return tuple(form for written in WORD.findall(chunk) for form in forms(written))


def chunk_stems(chunk: str) -> tuple[str, ...]:
    """The stem of each of the forms."""
    return recalled_stems(chunk) if len(chunk) <= LONGEST_CHUNK else _stems_of(chunk)


def _stems_of(chunk: str) -> tuple[str, ...]:
    return tuple(map(stem, chunk_forms(chunk.strip(AROUND))))


recalled_stems = lru_cache(maxsize=CHUNKS_KEPT)(_stems_of)


def stems(text: str) -> list[str]:
    """Every form of every word, stemmed, stop words included: what a field holds."""
    chunks = text.split()
    # An index is made of these: where no chunk is too long to be remembered, none is asked for its length again.
    of = recalled_stems if max(map(len, chunks), default=0) <= LONGEST_CHUNK else chunk_stems
    return list(chain.from_iterable(map(of, chunks)))


def spelt(chunk: str) -> list[str]:
    """The folded words of letters alone in a text without blanks that are long enough to be misspelt."""
    return [form for form in chunk_forms(chunk.strip(AROUND)) if len(form) >= SPELT and form.isalpha()]


def query_stems(text: str) -> list[str]:
    """The stems that a query asks for: stop words are left out unless nothing else was asked."""
    chunks = [chunk_asked(chunk.strip(AROUND)) for chunk in text.split()]
    telling = [each for _, told in chunks for each in told]
    return telling or [each for asked, _ in chunks for each in asked]


@remembered(most=CHUNKS_KEPT, longest=LONGEST_CHUNK)
def chunk_asked(chunk: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems that a text without blanks asks for, its words whole and in parts: all, and without stop words."""
    if chunk.isascii() and chunk.isalpha():  # most of them: one word as it is
        asked = [chunk.lower()]
    else:
        asked = [form for word in words(chunk) for form in dict.fromkeys((word.forms[0], *parts(word)))]
    return tuple(map(stem, asked)), tuple(stem(form) for form in asked if form not in STOP_WORDS)


def telling_stems(text: str) -> frozenset[str]:
    """The distinct stems of a query's words as said, compounds in their parts, without stop words."""
    said = (part for word in words(text) if word.forms[0] not in STOP_WORDS for part in parts(word))
    return frozenset(stem(part) for part in said if part not in STOP_WORDS)
