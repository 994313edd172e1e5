"""What is read from the database in order and as it is asked for, so that any amount of it fits in memory."""

from collections.abc import Collection, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from corpus.schema import citations, hubs, names, papers
from corpus.store_rows import citation_of, hub_of, paper_of
from corpus.values import Citation, Hub, Paper

ASKED_AT_ONCE = 500  # values in one IN list, well below what databases allow
FETCHED_AT_ONCE = 500
FEW_AT_A_TIME = {"yield_per": FETCHED_AT_ONCE}


def read_papers(connection: Connection, *which: ColumnElement[bool]) -> Iterator[Paper]:
    """Papers in order of id (by code points)."""
    wanted = select(papers, names.c.slug).join(names).where(*which).order_by(papers.c.id, names.c.slug)
    with connection.execute(wanted, execution_options=FEW_AT_A_TIME) as rows:
        for _, named in groupby(rows, key=attrgetter("id")):
            same = list(named)
            yield paper_of(same[0]._mapping, [row.slug for row in same])


def read_citations(connection: Connection, *which: ColumnElement[bool]) -> Iterator[Citation]:
    """Citations in order of hub and citing paper."""
    wanted = select(citations).where(*which).order_by(citations.c.hub, citations.c.citing)
    with connection.execute(wanted, execution_options=FEW_AT_A_TIME) as rows:
        for row in rows:
            yield citation_of(row._mapping)


def read_hubs(connection: Connection) -> list[Hub]:
    """Every hub, in order of id."""
    own = {paper.id: paper for paper in read_papers(connection, papers.c.id.in_(select(hubs.c.id)))}
    rows = connection.execute(select(hubs).order_by(hubs.c.id))
    return [hub_of(row._mapping, own[row.id]) for row in rows]


def rows_with(
    connection: Connection, wanted: Select[Any], column: ColumnElement[str], values: Collection[str]
) -> Iterator[Any]:
    """The rows whose column has one of the values, of which there may be any number."""
    for some in chunks(values):
        yield from connection.execute(wanted.where(column.in_(some)))


def chunks(values: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), ASKED_AT_ONCE):
        yield ordered[start : start + ASKED_AT_ONCE]
