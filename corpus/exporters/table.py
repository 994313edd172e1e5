"""CSV (RFC 4180): a header and one row a paper, nothing in it that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from corpus.ids import by_scheme
from corpus.spreadsheets import guarded
from corpus.values import Citation, Paper, Record

_SCHEMES = ("arxiv", "doi", "acl", "s2", "openalex")
_OF_PAPER = ("id", "title", "authors", "year", "venue", "abstract", "tldr", "tldr_source", "url", "aliases")
_OF_CITATION = (
    "hub",
    "role",
    "polarity",
    "role_confidence",
    "polarity_confidence",
    "label_source",
    "influential",
    "self_citation",
    "contexts",
)
COLUMNS = (*_OF_PAPER, *_SCHEMES, *_OF_CITATION)
_PLAIN = attrgetter(*_OF_CITATION[:-1])
_UNCITED = (None,) * len(_OF_CITATION)


class _Echo:
    """What a csv writer writes to it, it answers."""

    def write(self, row: str) -> str:
        return row


def write_table(records: Iterable[Record]) -> Iterator[bytes]:
    lines = csv.writer(_Echo())
    yield _row(lines, COLUMNS)
    for record in records:
        yield _row(lines, map(_cell, (*_of_paper(record.paper), *_of_citation(record.citation))))


def _of_paper(paper: Paper) -> tuple[Any, ...]:
    ids = by_scheme(paper.ids)
    return (
        paper.id,
        paper.title,
        "; ".join(paper.authors),
        paper.year,
        paper.venue,
        paper.abstract,
        paper.tldr,
        paper.tldr_source,
        paper.url,
        " ".join(paper.aliases),
        *map(ids.get, _SCHEMES),
    )


def _of_citation(citation: Citation | None) -> tuple[Any, ...]:
    if citation is None:
        return _UNCITED
    return (*_PLAIN(citation), " | ".join([sentence.text for sentence in citation.contexts]))


def _cell(value: Any) -> str:
    """Empty where nothing is known; true and false as JSON writes them."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(str(value))


def _row(lines: Any, cells: Iterable[str]) -> bytes:
    return str(lines.writerow(cells)).encode()
