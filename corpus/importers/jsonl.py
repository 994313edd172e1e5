"""JSON lines: one paper a line, with its citation of a hub where the line or the importer names one."""

from collections.abc import Iterable, Iterator
from itertools import chain

from corpus.importers.lines import BLANK, Line
from corpus.importers.objects import Page, objects
from corpus.importers.records import Told, read_one
from corpus.values import Problem, Record

_AROUND = (b"", b"[", b"]")  # what a line is when it holds no more than what is around the papers of a list


def read_jsonl(lines: Iterable[Line | Problem], hub: str | None) -> Iterator[Record | Problem]:
    """Records in the order of the lines; each problem follows the record of its line, or stands in its place."""
    last: Page | None = None
    for told in chain.from_iterable(map(_told, lines)):
        if isinstance(told, Told):
            yield from read_one(told, hub)
        elif isinstance(told, Page):
            last = told
        else:
            yield told
    if last and (more := last.goes_on()):
        yield Problem(
            last.number,
            f"one page of several: expected the whole list, found that it goes on ({more}); import the others too",
        )


def _told(line: Line | Problem) -> Iterator[Told | Page | Problem]:
    if isinstance(line, Problem):
        yield line
    elif line.fault:
        yield Problem(line.number, f"{line.fault}; this line is left out")
    elif line.text.strip(BLANK + b",") not in _AROUND:
        yield from objects(line)
