"""RIS, as reference managers and publishers export it: one reference a paper."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rispy import RisParser
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

from corpus.importers.authors import family_last
from corpus.importers.blocks import blocks
from corpus.importers.known import known, own_id
from corpus.importers.lines import Line
from corpus.importers.records import Told, read_told
from corpus.values import Problem, Record

_BEGINS = re.compile(rb"TY {1,2}- ?")
_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: |$)")  # some write one blank before the dash
_NAMES = {
    "title": ("TI", "T1", "CT", "BT"),
    "abstract": ("AB", "N2"),
    "authors": ("AU", "A1"),
    "year": ("PY", "Y1", "DA"),
    "venue": ("JO", "JF", "T2", "JA", "J2", "BT", "PB"),
    "doi": ("DO",),
    "url": ("UR",),
}
_MAY_NAME_PAPER = ("AN", "L2", "M3", "C7")


class _Parser(RisParser):  # type: ignore[misc]  # the library has no types
    """Every reference by its tags."""

    UNKNOWN_TAG = "??"  # else UK, which a reference may have


def read_ris(lines: Iterable[Line], hub: str | None) -> Iterator[Record | Problem]:
    """Records in the order of the references, also of such as have no end."""
    return read_told(_told(lines), hub)


def _told(lines: Iterable[Line]) -> Iterator[Told | Problem]:
    tags = {tag: tag for tag in (*TAG_KEY_MAPPING, _Parser.UNKNOWN_TAG)}
    parser = _Parser(mapping=tags, list_tags=LIST_TYPE_TAGS, delimiter_tags_mapping={})
    for block in blocks(lines, _BEGINS, "reference", "TY  - JOUR"):
        if isinstance(block, Problem):
            yield block
            continue
        number, text = block
        for found in parser.parse_lines(_tagged(text)):
            yield Told(number, _fields(found), "reference")


def _tagged(text: str) -> Iterator[str]:
    """The lines as the format has them, each with those that go on with it: the library joins some alone."""
    line = ""
    for one in text.split("\n"):
        tag = _TAG.match(one)
        if tag:
            yield line
            line = f"{tag[1]}  - {one[tag.end() :].strip()}"
        elif one.strip():
            line += f" {one.strip()}"
    yield from (line, "ER  - ")


def _fields(found: dict[str, Any]) -> dict[str, Any]:
    """Under our names where there is one, the others under their tags."""
    unknown = found.pop(_Parser.UNKNOWN_TAG, {})
    rest = {**found, **unknown}
    told = {name: _first(rest, tags) for name, tags in _NAMES.items()}
    authors = [family_last(name) for name in told["authors"] or ()]
    url, *others = told["url"] or [None]
    named = [text for text in (*others, *map(rest.get, _MAY_NAME_PAPER)) if isinstance(text, str) and known(text)]
    key = own_id(rest.pop("ID", ""))
    told = {**rest, **told, "authors": authors, "url": url, "aliases": named, **key}
    return {name: value for name, value in told.items() if value and name != "TY"}


def _first(told: dict[str, Any], tags: tuple[str, ...]) -> Any:
    """What the first of the tags says that says something, which is not told again."""
    return next((told.pop(tag) for tag in tags if told.get(tag)), None)
