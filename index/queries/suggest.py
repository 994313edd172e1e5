"""Words that a query misspells, and the spelling among the citers' own words that each was probably meant to be."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from index.arrays import Rows
from index.queries.likely import MISSPELT, least_held, likely_slip, used_by
from index.queries.query import Clause
from index.text.tokens import JOINER, POSSESSIVE, SPELT, STOP_WORDS, parts, stem, words
from index.values import Suggestion
from index.version import IndexVersion
from index.words.spellings import LONG, nearest

MOST_WORDS = 12  # of a query: a whole paragraph is not proofread
HANDFUL = 10  # papers that may share a misspelling
TIMES = 50  # as many papers hold the right spelling of a word that a few misspell
COMMON = 20  # papers at least that hold it


def suggestions(version: IndexVersion, rows: Rows, text: str) -> tuple[Suggestion, ...]:
    """One for each word that none of these rows holds while several hold a word spelt almost so, or that a handful
    hold while very many hold one that it is easily mistyped for."""
    asked = dict(islice(_doubtful(version, rows, text), MOST_WORDS))
    meant = {word: _meant(version, rows, word, held) for word, held in asked.items()}
    return tuple(Suggestion(word, right, asked[word]) for word, right in meant.items() if right is not None)


def author_suggestions(version: IndexVersion, rows: Rows, clauses: Iterable[Clause]) -> tuple[Suggestion, ...]:
    """One for each name asked for that no author of these rows has while one has a name spelt almost so."""
    asked = [word.forms[0] for clause in clauses if clause.where == "author" for word in words(clause.text)]
    found = {}
    for name in asked[:MOST_WORDS]:
        if len(name) >= SPELT and name.isalpha() and not _signed(version, rows, name):
            meant = nearest(version.lexical.names, name, lambda spelling: _signed(version, rows, spelling))
            if meant is not None:
                found[name] = Suggestion(name, meant)
    return tuple(found.values())


def warning(suggestion: Suggestion) -> str:
    users = {0: "no paper here uses", 1: "only 1 paper here uses"}.get(
        suggestion.held, f"only {suggestion.held} papers here use"
    )
    return f"{users} {suggestion.word!r}; did you mean {suggestion.meant!r}?"


def author_warning(suggestion: Suggestion) -> str:
    return f"no paper here has an author {suggestion.word!r}; did you mean {suggestion.meant!r}?"


def _doubtful(version: IndexVersion, rows: Rows, text: str) -> Iterator[tuple[str, int]]:
    """The words of letters alone that are long enough to be misspelt and that no row holds, alone or in a compound, or
    a handful of rows; and how many do. Acronyms and words with capitals inside are names, which nobody misspells so.
    """
    found = words(text)
    written = text.lower() if text.isupper() and len(found) > 1 else text
    for word in found:
        if word.forms[0] in STOP_WORDS or _held(version, rows, word.forms[0]) > HANDFUL:
            continue
        pieces = JOINER.split(POSSESSIVE.sub("", written[word.start : word.end]))
        for part, piece in zip(parts(word), pieces, strict=False):
            plain = piece[1:] == piece[1:].lower()
            if plain and len(part) >= MISSPELT and part.isalpha() and _held(version, rows, part) <= HANDFUL:
                yield part, max(_held(version, rows, part), _held(version, rows, word.forms[0]))


def _meant(version: IndexVersion, rows: Rows, word: str, held: int) -> str | None:
    """What a word that so many rows hold was probably meant to be."""
    if held and len(word) < LONG - 1:
        return None
    least = max(TIMES * held, COMMON) if held else least_held(word, rows.size)

    def holding(spelling: str) -> int:
        if (held and not likely_slip(word, spelling)) or _held(version, rows, spelling) < least:
            return 0
        users = used_by(version, rows, spelling)
        return users if users >= least else 0

    return nearest(version.lexical.spellings, word, holding)


def _held(version: IndexVersion, rows: Rows, word: str) -> int:
    return int(version.lexical.holders(stem(word), rows).size)


def _signed(version: IndexVersion, rows: Rows, name: str) -> int:
    return int(np.isin(version.lexical.authors.rows(name), rows, assume_unique=True).sum())
