"""CSL-JSON: one array of items, for Zotero, Pandoc and citation processors."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from corpus.exporters.labels import keywords
from corpus.exporters.venues import Publication, publication
from corpus.ids import by_scheme
from corpus.values import Record

_TYPES: dict[Publication, str] = {
    "conference": "paper-conference",
    "journal": "article-journal",
    "preprint": "article",
    "unknown": "document",
}


def write_csl(records: Iterable[Record]) -> Iterator[bytes]:
    before = b"[\n"
    for record in records:
        yield before + orjson.dumps(_item(record))
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _item(record: Record) -> dict[str, Any]:
    """Names stay whole (`literal`), since nothing says which part of one is the family's."""
    paper, ids = record.paper, by_scheme(record.paper.ids)
    told = {
        "id": paper.id,
        "type": _TYPES[publication(paper.venue)],
        "title": paper.title,
        "author": [{"literal": name} for name in paper.authors],
        "issued": {"date-parts": [[paper.year]]} if paper.year else None,
        "container-title": paper.venue,
        "abstract": paper.abstract,
        "note": paper.tldr,
        "DOI": ids.get("doi"),
        "URL": paper.url,
        "archive": "arXiv" if "arxiv" in ids else None,
        "archive_location": ids.get("arxiv"),
        "keyword": ", ".join(keywords(record.citation)),
    }
    return {name: value for name, value in told.items() if value}
