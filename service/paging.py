"""Lists page by page: which view a page is read from, where it starts, and the cursor to the next."""

from collections.abc import Sequence
from typing import TypeVar

from service.asked import CitersQuery, Page
from service.asked_reports import TableBody
from service.cursor import Cursor, read_cursor, write_cursor
from service.engine import Engine
from service.schemas import SearchOut
from service.schemas_report import TableOut
from service.view import View

Item = TypeVar("Item")


def start(engine: Engine, view: View, page: Page, asked: str) -> tuple[View, int]:
    """A cursor goes on in the version it was made in; without one the list starts in `view`."""
    if page.cursor is None:
        return view, 0
    cursor = read_cursor(page.cursor, asked)
    return engine.view(cursor.index_id), cursor.offset


def following(view: View, offset: int, shown: int, total: int, asked: str) -> str | None:
    """The cursor to what comes after `shown` of `total` from `offset`; None at the end."""
    after = offset + shown
    return write_cursor(Cursor(view.index_id, after), asked) if shown and after < total else None


def search_page(engine: Engine, view: View, query: CitersQuery, hubs: Sequence[str]) -> SearchOut:
    asked = f"{' '.join(map(view.hub_id, hubs))}\n{query.key()}"
    view, offset = start(engine, view, query, asked)
    result = view.search(query.page(tuple(hubs), offset))
    cursor = following(view, offset, len(result.hits), result.total, asked)
    return SearchOut.of(result, index_id=view.index_id, next_cursor=cursor)


def page_of(items: Sequence[Item], view: View, page: Page, offset: int, asked: str) -> tuple[list[Item], str | None]:
    shown = list(items[offset : offset + page.limit])
    return shown, following(view, offset, len(shown), len(items), asked)


def table_page(engine: Engine, view: View, hub: str, body: TableBody) -> TableOut:
    asked = f"table of {view.hub_id(hub)}\n{body.key()}"
    view, offset = start(engine, view, body, asked)
    found = view.table(hub, tuple(body.questions), filters=body.filters.filters(), limit=body.limit, offset=offset)
    cursor = following(view, offset, len(found.rows), found.total, asked)
    return TableOut.of(found, view.index_id, cursor)
