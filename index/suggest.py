"""Words that a query misspells, and the spelling among the citers' own words that each was probably meant to be."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from index.arrays import Rows
from index.lexical import Lexical
from index.query import Clause
from index.spellings import nearest
from index.tokens import SPELT, STOP_WORDS, parts, stem, words
from index.values import Suggestion

MOST_WORDS = 12  # of a query: a whole paragraph is not proofread


def suggestions(lexical: Lexical, rows: Rows, text: str) -> tuple[Suggestion, ...]:
    """One for each word that none of these rows holds while some of them hold a word spelt almost so."""
    found = {}
    for word in islice(_unknown(lexical, rows, text), MOST_WORDS):
        meant = nearest(lexical.spellings, word, lambda spelling: _held(lexical, rows, spelling))
        if meant is not None:
            found[word] = Suggestion(word, meant)
    return tuple(found.values())


def author_suggestions(lexical: Lexical, rows: Rows, clauses: Iterable[Clause]) -> tuple[Suggestion, ...]:
    """One for each name asked for that no author of these rows has while one has a name spelt almost so."""
    asked = [word.forms[0] for clause in clauses if clause.where == "author" for word in words(clause.text)]
    found = {}
    for name in asked[:MOST_WORDS]:
        if len(name) >= SPELT and name.isalpha() and not _signed(lexical, rows, name):
            meant = nearest(lexical.names, name, lambda spelling: _signed(lexical, rows, spelling))
            if meant is not None:
                found[name] = Suggestion(name, meant)
    return tuple(found.values())


def warning(suggestion: Suggestion) -> str:
    return f"no citer uses {suggestion.word!r}; did you mean {suggestion.meant!r}?"


def author_warning(suggestion: Suggestion) -> str:
    return f"no citer has an author {suggestion.word!r}; did you mean {suggestion.meant!r}?"


def _unknown(lexical: Lexical, rows: Rows, text: str) -> Iterator[str]:
    """The words of letters alone that are long enough to be misspelt, and that no row holds alone or in a compound."""
    for word in words(text):
        if word.forms[0] in STOP_WORDS or lexical.holds(stem(word.forms[0]), rows):
            continue
        for part in parts(word):
            if len(part) >= SPELT and part.isalpha() and not lexical.holds(stem(part), rows):
                yield part


def _held(lexical: Lexical, rows: Rows, word: str) -> int:
    return int(lexical.holders(stem(word), rows).size)


def _signed(lexical: Lexical, rows: Rows, name: str) -> int:
    return int(np.isin(lexical.authors.rows(name), rows, assume_unique=True).sum())
