"""What a query asks: plain words to rank by, and clauses ("phrases", -exclusions, title:, author:) that must hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.queries.framing import unframed

Where = Literal["any", "title", "author"]

QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"'})
PART = re.compile(r'(?P<minus>-?)(?:(?P<where>title|author):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))(?=\s|$)', re.I)
OTHER_FIELD = re.compile(r"-?(?P<name>year|venue|topic|role|polarity):(?=\S)", re.IGNORECASE)
FIELD_ALONE = re.compile(r"-?(title|author):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """Something a paper must have, or when `excluded` must not: a word or an exact phrase, anywhere or in one field."""

    text: str
    where: Where = "any"
    exact: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """`text` is what papers are ranked by, without marks of syntax and without "papers about" and the like before
    it; it is empty when there is nothing to rank by."""

    text: str
    clauses: tuple[Clause, ...] = ()
    warnings: tuple[str, ...] = ()


class Unparsable(ValueError):
    """The query uses the marks of the syntax in a way that means nothing."""


def read_query(written: str) -> Query:
    """The query as its syntax says; one that cannot be parsed is plain words, and a warning says why."""
    try:
        return parse(written)
    except Unparsable as error:
        return Query(re.sub(r'["\s]+', " ", written.translate(QUOTES)).strip(), (), (str(error),))


def parse(written: str) -> Query:
    """The query's parts in order; raises Unparsable."""
    text = written.translate(QUOTES).strip()
    plain: list[str] = []
    clauses: list[Clause] = []
    at = 0
    while at < len(text):
        found = PART.match(text, at)
        if found is None:
            raise Unparsable(f"expected every quotation mark to open or close a phrase, {_reading(text, at)}")
        clause = _clause(found, text)
        if clause is None:
            plain.append(found.group())
        else:
            clauses.append(clause)
            if not clause.excluded and clause.where != "author":
                plain.append(clause.text)
        at = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
    return Query(unframed(" ".join(plain)), tuple(clauses), tuple(_misunderstood(plain)))


def _misunderstood(plain: Sequence[str]) -> Iterator[str]:
    """What is said of words that are syntax elsewhere and are searched for here."""
    for word in plain:
        field = OTHER_FIELD.match(word)
        if field:
            instead = f"filter by {field['name']} instead"
            yield f"{field.group()!r} is no part of the syntax and was searched as words; {instead}"
        elif word in ("AND", "OR", "NOT"):
            syntax = '"exact phrases", -exclusion, title:word and author:name'
            yield f"{word} was searched as a word; the syntax has {syntax}"


def _clause(found: re.Match[str], text: str) -> Clause | None:
    """What one part demands; None for a plain word."""
    written, phrase = found.group(), found["phrase"]
    if FIELD_ALONE.fullmatch(written):
        raise Unparsable(f"expected a word after {written!r}, without a blank, {_reading(text, found.start())}")
    where, excluded = _where(found["where"]), found["minus"] == "-"
    if phrase is None and (not any(char.isalnum() for char in written) or (where == "any" and not excluded)):
        return None
    value = (phrase if phrase is not None else found["word"]).strip()
    if not any(char.isalnum() for char in value):
        raise Unparsable(f"expected words in {written!r}, {_reading(text, found.start())}")
    return Clause(value, where, exact=phrase is not None, excluded=excluded)


def _where(name: str | None) -> Where:
    match (name or "").lower():
        case "title":
            return "title"
        case "author":
            return "author"
        case _:
            return "any"


def _reading(text: str, at: int) -> str:
    return f"found {text[at : at + 40]!r}; searched as plain words"
