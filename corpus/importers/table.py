"""CSV (RFC 4180, and as spreadsheets and catalogues bend it): a row of headings, then a paper a row."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from corpus.importers.cells import value_in
from corpus.importers.headings import named, names_under
from corpus.importers.known import catalogued
from corpus.importers.lines import LONGEST_LINE, Line, not_utf8
from corpus.importers.records import Told, read_told
from corpus.importers.years import year_of
from corpus.values import Problem, Record

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 20  # lines among which the headings are looked for: some catalogues write a note above them
_LEFT_OUT = "put a cell that holds what divides them in quotes; this row is left out"
_TELLING: dict[str, Callable[[str], object]] = {  # columns of which it shows whether they hold what they should
    "year": year_of,
    "doi": lambda text: catalogued(text) or catalogued(f"doi:{text}"),
    "url": lambda text: text.startswith("http"),
}
_SHOWN = 6  # headings that a complaint names


@dataclass(frozen=True, slots=True)
class _Headings:
    delimiter: str
    names: list[str]


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[str]
    lines: list[Line]
    open_quote: bool = False

    @property
    def number(self) -> int:
        return self.lines[0].number


class _Lines:
    """Lines that can be given back, to be read once more."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._again: list[Line] = []

    def __iter__(self) -> Iterator[Line]:
        return self

    def __next__(self) -> Line:
        return self._again.pop() if self._again else next(self._lines)

    def give_back(self, lines: list[Line]) -> None:
        self._again += reversed(lines)


def read_table(lines: Iterable[Line], hub: str | None) -> Iterator[Record | Problem]:
    """Records in the order of the rows; a table without headings is one problem."""
    return read_told(_told(_Lines(lines)), hub)


def is_table(start: bytes) -> bool:
    """Whether a text begins with headings of at least two columns that are known, the title's among them."""
    lines = (Line(number, text) for number, text in enumerate(start.splitlines(), 1))
    found = _headings(_Lines(lines))
    return isinstance(found, _Headings) and named(found.names) > 1


def _told(lines: _Lines) -> Iterator[Told | Problem]:
    headings = _headings(lines)
    if isinstance(headings, Problem):
        yield headings
        return
    while row := _row(lines, headings.delimiter):
        fault = _fault(row)
        if fault:
            yield Problem(row.number, f"{fault}; this row is left out")
        elif any(map(str.strip, row.cells)):
            yield from _paper(row, headings.names)


def _paper(row: _Row, names: list[str]) -> Iterator[Told | Problem]:
    """The row's cells by name. One that has too many is used where years, ids and addresses stand where they should:
    Scopus writes a second text on funding in a column of its own that has no heading."""
    told = {name: value_in(cell, name) for name, cell in zip(names, row.cells, strict=False)}
    wide = any(map(str.strip, row.cells[len(names) :]))
    usable = not wide or _in_place(told)
    if usable:
        yield Told(row.number, told, "row")
    if wide:
        said = "its last columns may be wrong (the paper is kept)" if usable else _LEFT_OUT
        yield Problem(row.number, f"expected {len(names)} cells, found {len(row.cells)}; {said}")


def _in_place(told: dict[str, Any]) -> bool:
    given = {name: str(told[name]) for name in _TELLING if told.get(name)}
    return bool(given) and all(_TELLING[name](text) for name, text in given.items())


def _headings(lines: _Lines) -> _Headings | Problem:
    """The first line that has a title among its headings, however they are divided."""
    first: Line | None = None
    for line, _ in zip(lines, range(_LOOKED_AT), strict=False):
        first = first or (line if line.text.strip() else None)
        text = _text(line)
        found = [_Headings(mark, names) for mark in _DELIMITERS if (names := names_under(_cells(text, mark)))]
        if found:
            return max(found, key=lambda one: named(one.names))
    start = (first.text if first else b"").decode("utf-8", "replace").replace("\r", " ")
    shown = ", ".join(repr(heading[:40]) for heading in _cells(start, ",")[:_SHOWN])
    number = first.number if first else 1
    return Problem(
        number, f"expected headings with 'title' among them, found {shown}; name the columns in the first line"
    )


def _row(lines: _Lines, delimiter: str) -> _Row | None:
    """The next row; None after the last.

    A row that is not as RFC 4180 has it, or that has no end, is its first line alone, as far as that can be read: the
    lines after it are given back, so that one quote too many costs no more than one row.
    """
    taken: list[Line] = []
    try:
        return _Row(next(_reader(_texts(lines, taken), delimiter, strict=True)), taken)
    except StopIteration:
        return None
    except csv.Error:
        lines.give_back(taken[1:])
        text = _text(taken[0])
        return _Row(_cells(text, delimiter), taken[:1], open_quote=text.count('"') % 2 == 1)


def _cells(text: str, delimiter: str) -> list[str]:
    return next(_reader([text], delimiter, strict=False), [])


def _reader(texts: Iterable[str], delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_LINE)
    return csv.reader(texts, delimiter=delimiter, strict=strict)


def _texts(lines: _Lines, taken: list[Line]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield _text(line) + "\n"


def _text(line: Line) -> str:
    return line.text.decode("utf-8", "surrogateescape").replace("\r", " ")  # within a line, which would end there


def _fault(row: _Row) -> str | None:
    """Why the row cannot be used, if so."""
    fault = next((line.fault for line in row.lines if line.fault), None)
    if fault:
        return fault
    try:
        b"\n".join(line.text for line in row.lines).decode("utf-8")
    except UnicodeDecodeError as error:
        return not_utf8(error)
    if row.open_quote:
        return "expected a quote at the end of each cell that begins with one, found none"
    return None
