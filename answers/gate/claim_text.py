"""The text of a claim as it may be shown, whoever wrote it: single plain sentences without markers, markup or links."""

import re
import unicodedata
from collections.abc import Iterator

from corpus.sentences import sentence_spans
from corpus.text import clean, without_markup

LONGEST = 400  # characters of a sentence: more is not one claim
SHORTEST = 8
# Blanks are not given back: a model that has lost its way writes thousands of them.
MARKER = re.compile(
    r"[\[(【{]\s*+(?:(?:\^|source|ref)\s*+)?[\w:-]{1,24}(?:(?:\s*+[,;–]\s*+|\s++-\s++)[\w:-]{1,24})*\s*+[\]】}]",
    re.IGNORECASE,
)
TAG = re.compile(r"<[/!?]?[^\W\d_][^<>]*>?|```\w*|^[^\S\n]*+(?:[-*•#>]+|\d{1,2}[.)])\s+", re.MULTILINE)
BOUND = re.compile(r"(?<=[^\n])(<=?|>=?)\s*+(?=\d)")  # no markup, but would be lost with it
BOUNDS = {"<": "less than ", "<=": "at most ", ">": "more than ", ">=": "at least "}
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+.-]{1,15}://|www\.|mailto:|javascript:|data:)", re.IGNORECASE)


def sentences_of(text: str) -> Iterator[str]:
    """The sentences that can be shown, in order; what is too long, too short or holds an address is left out."""
    plain = clean(_unmarked(text))
    for start, end in sentence_spans(plain) if plain else ():
        sentence = _closed(plain[start:end])
        if SHORTEST <= len(sentence) <= LONGEST and not ADDRESS.search(sentence) and _has_words(sentence):
            yield sentence


def _unmarked(text: str) -> str:
    said = BOUND.sub(lambda match: BOUNDS[match.group(1)], LINK.sub(r"\1", text))
    untagged = TAG.sub(" ", without_markup(said))
    return MARKER.sub(" ", untagged.replace("<", " ").replace(">", " ")).translate(_BRACKETS)


# What could still be read as a marker or as markup, in any script's form.
_BRACKETS = {ord(char): " " for char in "[]【】〔〕［］⟦⟧{}<>＜＞`|\\"}


def _closed(sentence: str) -> str:
    """Without blanks before its final points, where a marker stood."""
    return re.sub(r"\s+([.,;:!?…])", r"\1", sentence).strip()


def _has_words(sentence: str) -> bool:
    return sum(unicodedata.category(char).startswith("L") for char in sentence) >= SHORTEST // 2
