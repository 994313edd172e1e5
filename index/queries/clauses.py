"""Keeps the rows that a query's clauses allow: exact phrases, exclusions, title: and author:."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce

import numpy as np

from corpus.values import Paper
from index.arrays import Rows
from index.files.snapshot import Snapshot
from index.queries.query import Clause
from index.text.tokens import parts, stem, words
from index.words.lexical import Lexical


def restrict(rows: Rows, clauses: Iterable[Clause], lexical: Lexical, snapshot: Snapshot) -> Rows:
    """The rows, ascending as they came, that every clause allows.

    Words match by stem, those of an author whole; an exact phrase stands in one field, word by word as folded.
    """
    for clause in clauses:
        held = _held(rows, clause, lexical, snapshot)
        rows = rows[np.isin(rows, held, invert=clause.excluded)]
    return rows


def by_authors(rows: Rows, names: Sequence[str], lexical: Lexical, snapshot: Snapshot) -> Rows:
    """The rows, ascending as they came, of which an author has one of these names."""
    found = [restrict(rows, (Clause(name, "author", exact=True),), lexical, snapshot) for name in names]
    return reduce(np.union1d, found).astype(np.int32)


def _held(rows: Rows, clause: Clause, lexical: Lexical, snapshot: Snapshot) -> Rows:
    found = np.intersect1d(rows, _with_words(clause, lexical))
    if not clause.exact:
        return found
    return np.array([row for row in found if _says(snapshot.paper(int(row)), clause)], dtype=np.int32)


def _with_words(clause: Clause, lexical: Lexical) -> Rows:
    """Rows holding all the clause's words somewhere: enough for words, and all that need be read for a phrase."""
    match clause.where:
        case "author":
            return _all_words(clause.text, lexical.authors.rows)
        case "title":
            return _all_words(clause.text, lambda form: lexical.titles.rows(stem(form)))
        case _:
            return _all_words(clause.text, lambda form: lexical.rows(stem(form)))


def _all_words(text: str, rows_of: Callable[[str], Rows]) -> Rows:
    """Rows holding every word; a compound is held whole or by all its parts."""
    held = []
    for word in words(text):
        apart = reduce(np.intersect1d, (rows_of(part) for part in parts(word)))
        held.append(np.union1d(rows_of(word.forms[0]), apart))
    return reduce(np.intersect1d, held).astype(np.int32)


def _says(paper: Paper, clause: Clause) -> bool:
    if clause.where == "author":
        return any(_is_called(_spoken(author), _spoken(_given_first(clause.text))) for author in paper.authors)
    phrase = _spoken(clause.text)
    return any(_contains(_spoken(text), phrase) for text in _texts(paper, clause))


def _texts(paper: Paper, clause: Clause) -> Sequence[str]:
    return (paper.title,) if clause.where == "title" else (paper.title, paper.tldr or "", paper.abstract or "")


def _given_first(name: str) -> str:
    """With the family name last, also where it was written first: "Manning, Christopher"."""
    family, _, given = name.partition(",")
    return f"{given} {family}"


def _is_called(author: list[str], asked: list[str]) -> bool:
    """Whether the author is called what was asked for, which may leave out initials in the name as it was signed."""
    without_initials = [word for word in author if len(word) > 1 or word in asked]
    return _contains(author, asked) or _contains(without_initials, asked)


def _spoken(text: str) -> list[str]:
    """The words as said, compounds in their parts: "fine-tuning" and "fine tuning" are one phrase."""
    return [part for word in words(text) for part in parts(word)]


def _contains(said: list[str], phrase: list[str]) -> bool:
    return any(said[at : at + len(phrase)] == phrase for at in range(len(said) - len(phrase) + 1))
