"""CSV (RFC 4180): a header and one row a paper, nothing in it that a spreadsheet would run."""

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from corpus.ids import by_scheme
from corpus.spreadsheets import guarded
from corpus.values import Citation, Paper, Record

_SCHEMES = ("arxiv", "doi", "acl", "s2", "openalex")
_OF_PAPER: dict[str, Callable[[Paper], Any]] = {
    "id": lambda paper: paper.id,
    "title": lambda paper: paper.title,
    "authors": lambda paper: "; ".join(paper.authors),
    "year": lambda paper: paper.year,
    "venue": lambda paper: paper.venue,
    "abstract": lambda paper: paper.abstract,
    "tldr": lambda paper: paper.tldr,
    "tldr_source": lambda paper: paper.tldr_source,
    "url": lambda paper: paper.url,
    "aliases": lambda paper: " ".join(paper.aliases),
}
_OF_CITATION: dict[str, Callable[[Citation], Any]] = {
    "hub": lambda citation: citation.hub,
    "role": lambda citation: citation.role,
    "polarity": lambda citation: citation.polarity,
    "role_confidence": lambda citation: citation.role_confidence,
    "polarity_confidence": lambda citation: citation.polarity_confidence,
    "label_source": lambda citation: citation.label_source,
    "influential": lambda citation: citation.influential,
    "self_citation": lambda citation: citation.self_citation,
    "contexts": lambda citation: " | ".join(sentence.text for sentence in citation.contexts),
}
COLUMNS = (*_OF_PAPER, *_SCHEMES, *_OF_CITATION)


class _Echo:
    """What a csv writer writes to it, it answers."""

    def write(self, row: str) -> str:
        return row


def write_table(records: Iterable[Record]) -> Iterator[bytes]:
    lines = csv.writer(_Echo())
    yield _row(lines, COLUMNS)
    for record in records:
        yield _row(lines, map(_cell, _values(record)))


def _values(record: Record) -> Iterator[Any]:
    ids = by_scheme(record.paper.ids)
    yield from (told(record.paper) for told in _OF_PAPER.values())
    yield from (ids.get(scheme) for scheme in _SCHEMES)
    yield from (told(record.citation) if record.citation else None for told in _OF_CITATION.values())


def _cell(value: Any) -> str:
    """Empty where nothing is known; true and false as JSON writes them."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return guarded(str(value))


def _row(lines: Any, cells: Iterable[str]) -> bytes:
    return str(lines.writerow(cells)).encode()
