"""Files read as lines of text, never more than one in memory: what is not text is refused by name before it is read."""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

LONGEST_LINE = 1_000_000  # bytes
BLANK = b" \t\r\n\v\f\x1e"  # the last stands before each text of a JSON text sequence
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)  # of a gzip file that ends in the middle or was changed
_LOOKED_AT = 8192
_READ_AT_ONCE = 1 << 16

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "gzip within gzip"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\0]")  # of which a line with a NUL byte is one bad line
_HTML = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


class NotText(ValueError):
    """The file is not plain text in UTF-8."""


class EmptyImport(ValueError):
    """The file holds nothing to import."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, numbered from 1. `fault` says why `text` is not all that stands there, if so.

    `papers`: the text is what stands around the list of a page, of which so many papers have been told already.
    """

    number: int
    text: bytes
    fault: str | None = None
    papers: int | None = None


class _Returns(io.RawIOBase):
    """A text whose lines end in carriage returns alone, with line feeds in their place."""

    def __init__(self, text: IO[bytes]) -> None:
        self._text = text

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        read = self._text.read(len(room)).replace(b"\r", b"\n")
        room[: len(read)] = read
        return len(read)


def check_text(path: Path) -> bytes:
    """The beginning of the file, once it is known to be text with something in it."""
    try:
        with opened(path) as stream:
            start = stream.read(_LOOKED_AT)
            blank = _is_blank(start)
            while blank and (more := stream.read(_LOOKED_AT)):
                start, blank = more, _is_blank(more)
    except DAMAGED as error:
        raise NotText(f"expected text, found a damaged gzip file ({error}); compress it again") from error
    kind = _kind(start)
    if kind:
        raise NotText(f"expected plain text in UTF-8, found {kind}; save or export it as UTF-8 text")
    if blank:
        raise EmptyImport("expected papers, found an empty file; check that the export has finished")
    return start.removeprefix(b"\xef\xbb\xbf")


def read_lines(path: Path) -> Iterator[Line]:
    """Every line without its end; a byte order mark is left out, and a line that is too long is passed over."""
    with _opened_lines(path) as stream:
        number = 0
        try:
            while piece := stream.readline(LONGEST_LINE + 1):
                number += 1
                yield _line(stream, number, piece)
        except DAMAGED as error:
            yield Line(number + 1, b"", f"the gzip file is damaged or ends in the middle from here on ({error})")


def read_chunks(path: Path) -> Iterator[bytes]:
    """The whole text in pieces of any length, for what does not keep to lines; raises what is in `DAMAGED`."""
    with _opened_lines(path) as stream:
        yield stream.read(_READ_AT_ONCE).removeprefix(b"\xef\xbb\xbf")
        while piece := stream.read(_READ_AT_ONCE):
            yield piece


@contextmanager
def _opened_lines(path: Path) -> Iterator[IO[bytes]]:
    """As `opened`, with lines that end in a line feed also where carriage returns alone end them."""
    with opened(path) as stream:
        start = stream.read(_LOOKED_AT)
        stream.seek(0)
        returns = b"\r" in start[:-1] and b"\n" not in start
        yield cast("IO[bytes]", io.BufferedReader(_Returns(stream))) if returns else stream


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, decompressed where they are gzip, whatever the file is called."""
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        if packed:
            with gzip.open(raw) as stream:
                yield cast("IO[bytes]", stream)
        else:
            yield raw


def ends_with_newline(path: Path) -> bool:
    """Not where the file is gzip that ends in the middle."""
    last = b""
    try:
        with opened(path) as stream:
            while piece := stream.read(1 << 16):
                last = piece[-1:]
    except DAMAGED:
        return False
    return last in {b"\n", b"\r"}


def not_utf8(error: UnicodeDecodeError) -> str:
    """What is told of a text that is not UTF-8."""
    found = f"the byte 0x{error.object[error.start]:02x} at position {error.start + 1}"
    return f"expected UTF-8 text, found {found}; save the file as UTF-8"


def _line(stream: IO[bytes], number: int, begun: bytes) -> Line:
    if len(begun) > LONGEST_LINE and not begun.endswith(b"\n"):
        return Line(number, b"", f"longer than {LONGEST_LINE:,} bytes ({_rest(stream, len(begun)):,})")
    return Line(number, (begun.removeprefix(b"\xef\xbb\xbf") if number == 1 else begun).rstrip(b"\r\n"))


def _rest(stream: IO[bytes], length: int) -> int:
    """The length of the line begun, once the rest of it has been passed over."""
    while piece := stream.readline(1 << 16):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return length


def _is_blank(start: bytes) -> bool:
    return not start.removeprefix(b"\xef\xbb\xbf").strip()


def _kind(start: bytes) -> str | None:
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if _HTML.match(start.removeprefix(b"\xef\xbb\xbf")):
        return "an HTML page (its text is needed, not its source)"
    return "binary data (NUL bytes)" if b"\0" in start and not _JSON.match(start) else None
