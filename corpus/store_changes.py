"""What changed in the store since a revision: rows say when they last changed, and removals are remembered."""

from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
    update,
)

from corpus.changes import Changes, Size
from corpus.schema import citations, papers, removed_citations, removed_papers, revisions
from corpus.store_reads import FEW_AT_A_TIME, read_citations, read_hubs, read_papers
from corpus.values import Citation, Link, Paper


@contextmanager
def changes_since(connection: Connection, since: int) -> Iterator[Changes]:
    """May be read until the context is left."""
    now = connection.execute(select(revisions)).one()
    known = since if now.removals_from <= since <= now.number else 0
    # A result left half read would keep its moment alive in a connection that others are given next.
    with closing(_papers(connection, known)) as told, closing(_citations(connection, known)) as cited:
        yield Changes(
            since=known,
            revision=now.number,
            size=Size(
                _count(connection, papers, papers.c.changed > known),
                _count(connection, citations, citations.c.changed > known),
            ),
            papers=told,
            citations=cited,
            removed_papers=tuple(one for (one,) in _gone(connection, papers, removed_papers, known)),
            removed_citations=tuple(
                (hub, citing) for hub, citing in _gone(connection, citations, removed_citations, known)
            ),
            hubs=tuple(read_hubs(connection)),
        )


def next_revision(connection: Connection) -> int:
    """The number that the content has from now on if this transaction changes it, which `count_revision` records."""
    return int(connection.execute(select(revisions.c.number)).scalar_one()) + 1


def count_revision(connection: Connection) -> None:
    connection.execute(update(revisions).values(number=revisions.c.number + 1))


def remember_removed_papers(connection: Connection, ids: Collection[str], revision: int) -> None:
    _remember(connection, removed_papers, [{"id": one, "removed": revision} for one in ids])


def remember_removed_citations(connection: Connection, links: Collection[Link], revision: int) -> None:
    rows = [{"hub": hub, "citing": citing, "removed": revision} for hub, citing in links]
    _remember(connection, removed_citations, rows)


def forget_removed(connection: Connection, before: int) -> None:
    now = connection.execute(select(revisions)).one()
    start = min(max(before, now.removals_from), now.number)
    connection.execute(update(revisions).values(removals_from=start))
    for log in (removed_papers, removed_citations):
        connection.execute(delete(log).where(log.c.removed <= start))


def _remember(connection: Connection, log: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(insert(log).prefix_with("OR REPLACE"), rows)


def _papers(connection: Connection, since: int) -> Generator[Paper, None, None]:
    # By id alone SQLite would read every paper in that order, to be spared the sorting of a few.
    wanted = select(papers.c.id).where(papers.c.changed > since).order_by(papers.c.id.concat(""))
    for some in _chunks(connection, wanted):
        yield from read_papers(connection, papers.c.id.in_(some))


def _citations(connection: Connection, since: int) -> Generator[Citation, None, None]:
    rowid: ColumnElement[int] = literal_column("citations.rowid")
    order = (citations.c.hub.concat(""), citations.c.citing.concat(""))
    for some in _chunks(connection, select(rowid).where(citations.c.changed > since).order_by(*order)):
        yield from read_citations(connection, rowid.in_(some))


def _chunks(connection: Connection, wanted: Select[Any]) -> Iterator[Sequence[Any]]:
    """Keys are sorted before anything else is read, so that the sorting takes little room however much is told."""
    with connection.execute(wanted, execution_options=FEW_AT_A_TIME) as found:
        yield from found.scalars().partitions()


def _gone(connection: Connection, table: Table, log: Table, since: int) -> list[tuple[str, ...]]:
    """Removed since and not held again, in order. Nobody can miss what went before they had read anything."""
    if since == 0:
        return []
    again = exists().where(and_(*(table.c[key.name] == key for key in log.primary_key)))
    wanted = select(*log.primary_key).where(log.c.removed > since, ~again)
    return sorted(tuple(row) for row in connection.execute(wanted))


def _count(connection: Connection, table: Table, *which: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(table).where(*which)).scalar_one())
