"""One door for every file: its format found or checked, its hub named, its records streamed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.ids import parse_id, slug
from corpus.importers.cutting import cut
from corpus.importers.jsonl import read_jsonl
from corpus.importers.layout import keeps_to_lines
from corpus.importers.lines import BLANK, check_text, ends_with_newline, read_chunks, read_lines
from corpus.importers.pith import looks_like_pith, read_pith
from corpus.importers.table import is_table, read_table
from corpus.text import clean
from corpus.titles import title_id
from corpus.values import ExternalId, Hub, Paper, Problem, Record

SUPPORTED = ("pith", "jsonl", "csv", "bibtex", "ris")
_BIBTEX = re.compile(rb"^\s*@\w+\s*[{(]", re.MULTILINE)
_RIS = re.compile(rb"^TY {1,2}- ", re.MULTILINE)
_SUFFIXES = {".csv": "csv", ".tsv": "csv", ".bib": "bibtex", ".bibtex": "bibtex", ".ris": "ris"}
_JSON_SUFFIXES = (".jsonl", ".ndjson", ".json")


class UnsupportedFormat(ValueError):
    """The format is not one that can be imported."""


@dataclass(frozen=True, slots=True)
class Import:
    """A file being read. `items` can be walked once; `hub` is what the file or the caller says of the hub."""

    hub: Hub | None
    items: Iterator[Record | Problem]
    format: str


def read_file(path: Path, *, format: str = "auto", hub: str | None = None, hub_title: str | None = None) -> Import:  # noqa: A002  # the contract's word
    """Raises EmptyImport, NotText, UnsupportedFormat and UnknownId (of `hub`); smaller faults come as problems."""
    start = check_text(path)
    chosen = _format(path, start) if format == "auto" else format
    if chosen not in SUPPORTED:
        raise UnsupportedFormat(
            f"expected one of the formats {', '.join(SUPPORTED)}, found {chosen}; convert the file to one of these"
        )
    named = _named_hub(hub, hub_title)
    if chosen == "pith":
        found, items = read_pith(read_lines(path), named, ended=ends_with_newline(path))
        return Import(found, items, chosen)
    return Import(named, _records(path, chosen, start, named.paper.id if named else None), chosen)


def _records(path: Path, chosen: str, start: bytes, hub: str | None) -> Iterator[Record | Problem]:
    """The readers are imported when asked for: most files need one."""
    match chosen:
        case "csv":
            return read_table(read_lines(path), hub)
        case "bibtex":
            from corpus.importers.bibtex import read_bibtex

            return read_bibtex(read_lines(path), hub)
        case "ris":
            from corpus.importers.ris import read_ris

            return read_ris(read_lines(path), hub)
        case _:
            return read_jsonl(read_lines(path) if keeps_to_lines(start) else cut(read_chunks(path)), hub)


def _named_hub(hub: str | None, title: str | None) -> Hub | None:
    """The hub the caller names; one without a title bears its id for a title until somebody tells the real one."""
    told = clean(title or "")
    if hub is None and not told:
        return None
    external = parse_id(hub) if hub is not None else ExternalId("local", title_id(told))
    name = slug(external)
    return Hub(Paper(name, told or name, ids=() if external.scheme == "local" else (external,)))


def _format(path: Path, start: bytes) -> str:
    suffix = Path(path.name.removesuffix(".gz")).suffix.lower()
    if suffix in _JSON_SUFFIXES or start.lstrip(BLANK)[:1] in (b"{", b"["):
        return "jsonl"
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    found = _told_by_content(start)
    if found:
        return found
    raise UnsupportedFormat(
        f"expected papers as a Pith hub page, JSON lines, CSV with headings, BibTeX or RIS, found text that is none of "
        f"these; say which of {', '.join(SUPPORTED)} it is"
    )


def _told_by_content(start: bytes) -> str | None:
    if _BIBTEX.search(start):
        return "bibtex"
    if _RIS.search(start):
        return "ris"
    if looks_like_pith(start.decode("utf-8", "replace")):
        return "pith"
    if re.search(rb"^\s*\{\s*\"", start, re.MULTILINE):
        return "jsonl"
    return "csv" if is_table(start) else None
