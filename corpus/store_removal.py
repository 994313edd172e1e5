"""What leaves the database, and is remembered to have left it."""

from collections.abc import Collection

from sqlalchemy import Connection, and_, bindparam, delete, exists, select

from corpus.schema import citations, hubs, names, papers
from corpus.store_changes import remember_removed_citations, remember_removed_papers
from corpus.store_reads import chunks, rows_with
from corpus.values import Link


def remove_hub(connection: Connection, hub_id: str, revision: int) -> int:
    """With its citations, and its papers that nothing else keeps; answers how many papers went."""
    citing = connection.execute(select(citations.c.citing).where(citations.c.hub == hub_id)).scalars().all()
    remove_citations(connection, [(hub_id, one) for one in citing], revision)
    remove_hubs(connection, [hub_id])
    loose = _kept_by_nothing(connection, {hub_id, *citing})
    remove_papers(connection, loose, revision)
    return len(loose)


def remove_papers(connection: Connection, ids: Collection[str], revision: int) -> None:
    for some in chunks(ids):
        connection.execute(delete(names).where(names.c.paper_id.in_(some)))
        connection.execute(delete(papers).where(papers.c.id.in_(some)))
    remember_removed_papers(connection, ids, revision)


def remove_citations(connection: Connection, links: Collection[Link], revision: int) -> None:
    if links:
        one = and_(citations.c.hub == bindparam("of_hub"), citations.c.citing == bindparam("by"))
        connection.execute(delete(citations).where(one), [{"of_hub": hub, "by": citing} for hub, citing in links])
    remember_removed_citations(connection, links, revision)


def remove_hubs(connection: Connection, ids: Collection[str]) -> None:
    for some in chunks(ids):
        connection.execute(delete(hubs).where(hubs.c.id.in_(some)))


def _kept_by_nothing(connection: Connection, ids: Collection[str]) -> list[str]:
    cites = exists().where(citations.c.citing == papers.c.id)
    is_hub = exists().where(hubs.c.id == papers.c.id)
    loose = select(papers.c.id).where(~papers.c.free, ~cites, ~is_hub)
    return [row.id for row in rows_with(connection, loose, papers.c.id, ids)]
