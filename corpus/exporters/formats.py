"""The formats that papers can be written in, what each is called outside, and how a writer's pieces become blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from corpus.values import Record

Format = Literal["jsonl", "csv", "bibtex", "ris", "csl"]

BLOCK_BYTES = 1 << 16


class Writer(Protocol):
    """Writes records as one text in UTF-8, in their order, each when its piece is asked for.

    The pieces joined are the whole text, which is well-formed for any number of records, none included. Nothing is
    lost between two records and nothing of a record is kept once the next one is asked for.
    """

    def __call__(self, records: Iterable[Record]) -> Iterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """How files of a format are told apart outside."""

    media_type: str
    suffix: str


KINDS: dict[Format, Kind] = {
    "jsonl": Kind("application/jsonl", "jsonl"),
    "csv": Kind("text/csv; charset=utf-8; header=present", "csv"),
    "bibtex": Kind("application/x-bibtex; charset=utf-8", "bib"),
    "ris": Kind("application/x-research-info-systems; charset=utf-8", "ris"),
    "csl": Kind("application/vnd.citationstyles.csl+json", "json"),
}


def written(records: Iterable[Record], named: Format) -> Iterator[bytes]:
    """The records in this format, in blocks of about 64 KiB."""
    return blocks(open_writer(named)(records))


def open_writer(named: Format) -> Writer:
    """The writer of a format; its library is imported only when asked for."""
    match named:
        case "jsonl":
            from corpus.exporters.jsonl import write_jsonl

            return write_jsonl
        case "csv":
            from corpus.exporters.table import write_table

            return write_table
        case "bibtex":
            from corpus.exporters.bibtex import write_bibtex

            return write_bibtex
        case "ris":
            from corpus.exporters.ris import write_ris

            return write_ris
        case "csl":
            from corpus.exporters.csl import write_csl

            return write_csl


def blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in few large blocks: whoever sends them pays for each one."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= BLOCK_BYTES:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
