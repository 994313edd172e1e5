"""Two hubs compared part by part: which part a page is of, which view it is read from, and the cursors to the rest."""

from collections.abc import Mapping
from contextlib import suppress
from typing import get_args

from index.values import ComparedPart
from service.asked import CompareQuery
from service.cursor import BadCursor, Cursor, read_cursor, write_cursor
from service.engine import Engine
from service.schemas_comparison import ComparisonOut
from service.view import View

PARTS: tuple[ComparedPart, ...] = get_args(ComparedPart)

Lists = Mapping[ComparedPart, str]  # what names each part to its cursors


def comparison_page(engine: Engine, view: View, query: CompareQuery) -> ComparisonOut:
    """The first papers of each part, or of the one asked for; a cursor goes on in the part that it was given for."""
    hubs = f"{view.hub_id(query.a)} {view.hub_id(query.b)}"
    lists: Lists = {part: f"{part} of {hubs}" for part in PARTS}
    wanted, offset = PARTS if query.part is None else (query.part,), 0
    if query.cursor is not None:
        part, cursor = begun(query.cursor, {part: lists[part] for part in wanted})
        view, wanted, offset = engine.view(cursor.index_id), (part,), cursor.offset
    found = view.compare(query.a, query.b, dict.fromkeys(wanted, slice(offset, offset + query.limit)))
    after = dict.fromkeys(PARTS, 0) | dict.fromkeys(wanted, offset + query.limit)
    totals = {"both": found.both.total, "only_a": found.only_a.total, "only_b": found.only_b.total}
    places = {part: Cursor(view.index_id, after[part]) for part in PARTS if after[part] < totals[part]}
    cursors = {part: write_cursor(places[part], lists[part]) if part in places else None for part in PARTS}
    return ComparisonOut.of(found, view.index_id, cursors)


def begun(text: str, lists: Lists) -> tuple[ComparedPart, Cursor]:
    """The part that a cursor goes on in, and where; raises BadCursor for a cursor to none of these."""
    *others, last = lists
    for part in others:
        with suppress(BadCursor):
            return part, read_cursor(text, lists[part])
    return last, read_cursor(text, lists[last])
