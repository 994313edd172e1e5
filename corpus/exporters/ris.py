"""RIS: one reference a paper, for reference managers."""

from collections.abc import Iterable, Iterator
from typing import Any

from rispy import RisWriter

from corpus.exporters.labels import keywords
from corpus.exporters.venues import Publication, publication
from corpus.ids import by_scheme
from corpus.values import Record

_TYPES: dict[Publication, str] = {"conference": "CONF", "journal": "JOUR", "preprint": "GEN", "unknown": "GEN"}


class _Unnumbered(RisWriter):  # type: ignore[misc]  # the library has no types
    """Each reference begins with its type: numbers before them are read by nobody and refused by some."""

    def set_header(self, _count: int) -> str:
        return ""


def write_ris(records: Iterable[Record]) -> Iterator[bytes]:
    writer = _Unnumbered()
    for record in records:
        yield f"{writer.formats([_reference(record)])}\n".encode()


def _reference(record: Record) -> dict[str, Any]:
    """By rispy's names of the tags; what is not known is left out."""
    paper, ids = record.paper, by_scheme(record.paper.ids)
    told = {
        "type_of_reference": _TYPES[publication(paper.venue)],
        "id": paper.id,
        "title": paper.title,
        "authors": list(paper.authors),
        "year": str(paper.year or ""),
        "secondary_title": paper.venue,
        "abstract": paper.abstract,
        "notes": [paper.tldr] if paper.tldr else [],
        "doi": ids.get("doi"),
        "accession_number": f"arXiv:{ids['arxiv']}" if "arxiv" in ids else None,
        "urls": [paper.url] if paper.url else [],
        "keywords": keywords(record.citation),
    }
    return {name: value for name, value in told.items() if value}
