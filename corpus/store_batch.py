"""What a batch needs from the database before it is taken in, and what it leaves there."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, and_, bindparam, insert, or_, select, update

from corpus.holdings import Holdings, Shelf, key_of, record_slugs
from corpus.schema import citations, hubs, names, papers
from corpus.store_reads import rows_with
from corpus.store_removal import remove_citations, remove_hubs, remove_papers
from corpus.store_rows import citation_of, citation_row, hub_of, hub_row, paper_of, paper_row
from corpus.values import Citation, Hub, Paper, Record

T = TypeVar("T")
Rows = list[dict[str, Any]]


def load(connection: Connection, hub: Hub | None, records: Sequence[Record]) -> Holdings:
    """Everything held of the papers that the batch may mean: by any id, by title, or as a hub."""
    told = [record.paper for record in records] + [record.hub.paper for record in records if record.hub]
    told += [hub.paper] if hub else []
    slugs = {name for paper in told for name in record_slugs(paper)}
    slugs |= {record.citation.hub for record in records if record.citation}
    keys = {key_of(paper) for paper in told} - {""}
    ids = {row.paper_id for row in rows_with(connection, select(names.c.paper_id), names.c.slug, slugs)}
    ids |= {row.id for row in rows_with(connection, select(papers.c.id), papers.c.title_key, keys)}

    shelf = Shelf()
    for row in rows_with(connection, select(papers), papers.c.id, ids):
        shelf.papers[row.id] = paper_of(row._mapping)
        shelf.free |= {row.id} if row.free else set()
    for row in rows_with(connection, select(names), names.c.paper_id, ids):
        shelf.names[row.slug] = row.paper_id
    for row in rows_with(connection, select(hubs), hubs.c.id, ids):
        shelf.hubs[row.id] = hub_of(row._mapping, Paper(row.id, ""))
    for hub_id in shelf.hubs:
        wanted = select(citations).where(citations.c.hub == hub_id)
        for row in rows_with(connection, wanted, citations.c.citing, ids):
            shelf.citations[row.hub, row.citing] = citation_of(row._mapping)
    return Holdings(shelf, lambda paper_id: _links(connection, paper_id))


def save(connection: Connection, holdings: Holdings, revision: int) -> bool:
    """Writes what differs from what was loaded, as of that revision; answers whether any of it can be seen."""
    then, now = holdings.before, holdings.shelf
    gone_papers = then.papers.keys() - now.papers.keys()
    gone_links = then.citations.keys() - now.citations.keys()
    _write(connection, papers, _paper_rows(then, now, revision), "id")
    freed = (now.free - then.free) & then.papers.keys()  # which nobody can see: no change of the paper
    _write(connection, papers, ([], [{"id": one, "free": True} for one in freed]), "id")
    _write_names(connection, then, now)
    _write(connection, hubs, _changed(then.hubs, now.hubs, hub_row), "id")
    remove_citations(connection, gone_links, revision)
    links = _changed(then.citations, now.citations, lambda link: citation_row(link, changed=revision))
    _write(connection, citations, links, "hub", "citing")
    remove_hubs(connection, then.hubs.keys() - now.hubs.keys())
    remove_papers(connection, gone_papers, revision)
    seen = (now.papers, now.names, now.hubs, now.citations)
    return seen != (then.papers, then.names, then.hubs, then.citations)


def _paper_rows(then: Shelf, now: Shelf, revision: int) -> tuple[Rows, Rows]:
    renamed = {owner for _, owner in then.names.items() ^ now.names.items()}
    new = [paper for paper in now.papers.values() if paper.id not in then.papers]
    changed = [
        paper
        for paper in now.papers.values()
        if paper.id in then.papers and (paper != then.papers[paper.id] or paper.id in renamed)
    ]

    def rows(some: list[Paper]) -> Rows:
        return [paper_row(paper, free=paper.id in now.free, changed=revision) for paper in some]

    return rows(new), rows(changed)


def _changed(then: dict[Any, T], now: dict[Any, T], row_of: Callable[[T], dict[str, Any]]) -> tuple[Rows, Rows]:
    new = [row_of(value) for key, value in now.items() if key not in then]
    changed = [row_of(value) for key, value in now.items() if key in then and then[key] != value]
    return new, changed


def _write_names(connection: Connection, then: Shelf, now: Shelf) -> None:
    new = [{"slug": name, "paper_id": owner} for name, owner in now.names.items() if name not in then.names]
    moved = [
        {"slug": name, "paper_id": owner}
        for name, owner in now.names.items()
        if name in then.names and then.names[name] != owner
    ]
    _write(connection, names, (new, moved), "slug")


def _write(connection: Connection, table: Table, rows: tuple[Rows, Rows], *keys: str) -> None:
    new, changed = rows
    if new:
        connection.execute(insert(table), new)
    if changed:
        same = and_(*(table.c[key] == bindparam(f"key_{key}") for key in keys))
        values: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name not in keys}
        named = [{(f"key_{name}" if name in keys else name): value for name, value in row.items()} for row in changed]
        connection.execute(update(table).where(same).values(values), named)


def _links(connection: Connection, paper_id: str) -> list[Citation]:
    touching = select(citations).where(or_(citations.c.hub == paper_id, citations.c.citing == paper_id))
    return [citation_of(row._mapping) for row in connection.execute(touching)]
