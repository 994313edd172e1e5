"""JSON lines that an import reads back as the same papers, citations and citing sentences."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import orjson

from corpus.ids import by_scheme
from corpus.values import Citation, CitingSentence, Paper, Record

_PAPER = [field.name for field in fields(Paper)]
_CITATION = [field.name for field in fields(Citation) if field.name != "citing"]
_SENTENCE = [field.name for field in fields(CitingSentence)]


def write_jsonl(records: Iterable[Record]) -> Iterator[bytes]:
    for record in records:
        yield orjson.dumps(_line(record), option=orjson.OPT_APPEND_NEWLINE)


def _line(record: Record) -> dict[str, Any]:
    """The paper with its fields as everywhere, and beside them those of its citation."""
    paper, citation = record.paper, record.citation
    line = {name: _told(getattr(paper, name)) for name in _PAPER}
    line["authors"] = [_told(author) for author in paper.authors]
    line["ids"] = by_scheme(paper.ids)
    if citation:
        line |= {name: getattr(citation, name) for name in _CITATION}
        line["contexts"] = [{name: _told(getattr(one, name)) for name in _SENTENCE} for one in citation.contexts]
    return line


def _told(value: Any) -> Any:
    """Importers resolve character references, so a text that holds one as its own letters is told with a reference."""
    if isinstance(value, str) and "&" in value and html.unescape(value) != value:
        return value.replace("&", "&amp;")
    return value
