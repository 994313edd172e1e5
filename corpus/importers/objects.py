"""The objects that a piece of JSON text holds: one, a list of them, or those of a page of a catalogue's answer."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

import orjson

from corpus.importers.catalogues import under_our_names
from corpus.importers.lines import BLANK, Line, not_utf8
from corpus.importers.records import Told
from corpus.values import Problem

OF_PAPER = ("title", "abstract", "authors", "year", "doi")  # what no page of a catalogue's answer tells of itself
NAMED = (*OF_PAPER, "name")  # with any of which an object may be a paper that has a list, or a list with a title
OF_PAPERS = ("papers", "works", "recommendedPapers")
LISTS = ("data", "results", "items", "docs", "hits", *OF_PAPERS)
DEEPEST = 3  # names on the way to the list of a page, as in message.items
_GOES_ON = ("next", "next_cursor", "nextCursor", "next-cursor", "token", "nextPageToken")
_ABOUT = ("meta", "message")  # where a page may say how it goes on
_KINDS = {str: "a string", bool: "true or false", type(None): "null", list: "a list"}
_LAST_COMMA = re.compile(rb",[ \t\r\n]{0,99}([}\]])")
_BROKEN = (
    ("unexpected end", "its end missing"),
    ("a string key", "no name in double quotes where a field should begin"),
    ("a JSON value", "no JSON value"),
    ("':' after key", "no colon after a field's name"),
    ("',' or '}'", "neither a comma nor the end after a field"),
    ("',' or ']'", "neither a comma nor the end after one of a list"),
    ("content after", "more after the end of the object"),
    ("control character", "a tab, line end or the like within a text"),
    ("escaped", "a backslash that escapes nothing"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around the list of a page: `count` papers are in it."""

    number: int
    around: Mapping[str, Any]
    count: int

    def goes_on(self) -> str | None:
        """What it says of the pages after it, if there are any."""
        within = [one for name in _ABOUT if isinstance(one := self.around.get(name), Mapping)]
        told = {key: value for one in (self.around, *within) for key, value in one.items()}
        total = next((told[name] for name in ("count", "total-results", "total") if _is_count(told.get(name))), None)
        before = _told_before(told)
        if total is not None and before is not None:
            return f"{before + self.count:,} of {total:,}" if before + self.count < total else None
        return next((f"{name}: {str(told[name])[:40]}" for name in _GOES_ON if told.get(name)), None)


def objects(line: Line) -> Iterator[Told | Page | Problem]:
    """Raises nothing: what cannot be read comes as a problem."""
    text = line.text.strip(BLANK)
    try:
        text.decode("utf-8")
        told = _loaded(text)
    except UnicodeDecodeError as error:
        yield Problem(line.number, f"{not_utf8(error)}, this line is left out")
    except orjson.JSONDecodeError as error:
        number = line.number + text.count(b"\n", 0, error.pos)
        yield Problem(number, f"expected one JSON object, found broken JSON ({_fault(text, error)}); it is left out")
    else:
        yield from _objects(line, told)


def _objects(line: Line, told: object) -> Iterator[Told | Page | Problem]:
    if line.papers is not None and isinstance(told, dict) and _may_be_titled(told):
        yield from _page(line.number, told, line.papers)
        return
    listed = told if isinstance(told, list) else _papers_of(told) if isinstance(told, dict) else None
    if isinstance(told, dict) and listed is None:
        yield Told(line.number, told)
        return
    expected = "expected one JSON object " + ("a line" if listed is None else "for each paper")
    for one in listed if listed is not None else [told]:
        if isinstance(one, dict):
            yield Told(line.number, one)
        else:
            yield Problem(line.number, f"{expected}, found {_KINDS.get(type(one), 'a number')}; it is left out")
    if listed is not None:
        yield from _page(line.number, told if isinstance(told, dict) else {}, len(listed))


def _page(number: int, around: dict[str, Any], count: int) -> Iterator[Page | Problem]:
    if not count:
        yield Problem(number, "expected papers, found an empty list; check what was asked of the catalogue")
    yield Page(number, around, count)


def _loaded(text: bytes) -> object:
    """The value, with NaN for nothing, numbers without end and halves of surrogate pairs, and of a line cut out of a
    list the objects that stand on it."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        inner = text.lstrip(b"[, \t").rstrip(b"], \t")
        for again in (text, b"[" + inner + b"]") if inner[:1] == b"{" else (text,):
            try:
                return _tolerant(again)
            except (ValueError, RecursionError):
                continue
        raise


def _tolerant(text: bytes) -> object:
    return json.loads(text, parse_constant=lambda name: None if name == "NaN" else float(name))


def _fault(text: bytes, error: orjson.JSONDecodeError) -> str:
    """What is wrong with the text, and where."""
    comma = _LAST_COMMA.match(text, error.pos)
    if comma:
        said = "a comma after the last field" if comma[1] == b"}" else "a comma after the last of a list"
    else:
        said = next((words for sign, words in _BROKEN if sign in error.msg), error.msg)
    begins = text.rfind(b"\n", 0, error.pos) + 1
    return f"{said}, at character {error.pos - begins + 1}"


def _papers_of(told: Mapping[str, Any]) -> list[Any] | None:
    """The papers of a page; None of a paper, also of one that has a list of something else."""
    _, listed = _listed(told)
    if listed is None or not any(told.get(name) for name in NAMED):
        return listed
    first = under_our_names(listed[0]) if listed and isinstance(listed[0], Mapping) else {}
    titled = first.get("title") or (first.get("name") and not told.get("title"))
    return listed if titled and _may_be_titled(told) else None


def _may_be_titled(told: Mapping[str, Any]) -> bool:
    """Whether an object with a list of objects may be a list of papers with a title of its own, and no paper."""
    name, _ = _listed(told)
    return name in OF_PAPERS or not any(told.get(one) for one in OF_PAPER if one != "title")


def _listed(told: Mapping[str, Any], deep: int = 1) -> tuple[str, list[Any] | None]:
    """The list that a page has, with its name, which may lie a few names deep."""
    for name, value in told.items():
        if isinstance(value, list) and name in LISTS:
            return name, value
        found = _listed(value, deep + 1) if isinstance(value, Mapping) and deep < DEEPEST else ("", None)
        if found[1] is not None:
            return found
    return "", None


def _told_before(told: Mapping[str, Any]) -> int | None:
    """How many papers are on the pages before this one, where it says so."""
    query = told.get("query")
    start = query.get("start-index") if isinstance(query, Mapping) else told.get("offset")
    if _is_count(start):
        return start
    page, size = told.get("page"), told.get("per_page")
    return (page - 1) * size if _is_count(page) and _is_count(size) else None


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
