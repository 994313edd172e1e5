"""A store as it is at one moment, for those who change nothing: copied, checked, and compared with its index."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DatabaseError

from corpus.jobs import FINISHED, JobRecord
from corpus.schema import NEWEST, citations, hubs, jobs, papers, removed_papers, revisions, schema_of
from corpus.store_engine import open_to_read, reading
from corpus.store_errors import NewerSchema, NotAStore, OlderSchema, StoreUnwritable
from corpus.store_reads import read_citations, read_hubs, read_papers, rows_with
from corpus.store_rows import job_of
from corpus.values import Citation, Hub, Paper

FAULTS = 3  # that are told of a damaged database
REMEDY = (
    "restore a snapshot into another folder (citers restore), "
    "or import there what the index of this one holds (citers export)"
)


@dataclass(frozen=True, slots=True)
class Held:
    """How much a store holds."""

    papers: int
    hubs: int
    citations: int


class Look:
    """What is read is of one moment, that of the first look, whatever is written meanwhile; `revision` names it."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        _check_schema(schema_of(connection), path)
        self.revision = int(connection.execute(select(revisions.c.number)).scalar_one())

    def held(self) -> Held:
        return Held(self._count(papers), self._count(hubs), self._count(citations))

    def unfinished_jobs(self) -> list[JobRecord]:
        waiting = select(jobs).where(jobs.c.state.not_in(FINISHED)).order_by(jobs.c.id)
        with _as_written(self._path):
            return [job_of(row._mapping) for row in self._connection.execute(waiting)]

    def check(self) -> None:
        """Reads all of the database. Raises NotAStore where SQLite finds a fault in it, or what a row refers to is
        not there."""
        told = self._connection.exec_driver_sql(f"PRAGMA integrity_check({FAULTS})").scalars().all()
        faults = [] if told == ["ok"] else [str(line) for line in told]
        for table, _, other, _ in self._connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(FAULTS):
            faults.append(f"a row of {table} refers to one of {other} that is not there")
        if faults:
            raise NotAStore(f"expected a whole database in {self._path}, found: {'; '.join(faults[:FAULTS])}; {REMEDY}")

    def copy(self, path: Path) -> None:
        """The database as a file of its own, of the same moment. Raises StoreUnwritable where it finds no room."""
        source = cast("sqlite3.Connection", self._connection.connection.driver_connection)
        try:
            with closing(sqlite3.connect(path)) as copy:
                source.backup(copy)
        except sqlite3.Error as error:
            raise StoreUnwritable(f"expected to copy the database {self._path} to {path}, found: {error}") from error

    def papers(self, until: int) -> Iterator[Paper]:
        """Those that have not changed since that revision, in order of id."""
        with _as_written(self._path):
            yield from read_papers(self._connection, papers.c.changed <= until)

    def citations(self, until: int) -> Iterator[Citation]:
        """Those that have not changed since that revision, in order of hub and citing paper."""
        with _as_written(self._path):
            yield from read_citations(self._connection, citations.c.changed <= until)

    def hubs(self) -> list[Hub]:
        with _as_written(self._path):
            return read_hubs(self._connection)

    def changed(self, ids: Collection[str], since: int) -> set[str]:
        """Which of these papers have changed, or were removed, since that revision."""
        held = select(papers.c.id).where(papers.c.changed > since)
        gone = select(removed_papers.c.id).where(removed_papers.c.removed > since)
        told = rows_with(self._connection, held, papers.c.id, ids)
        went = rows_with(self._connection, gone, removed_papers.c.id, ids)
        return {row.id for row in told} | {row.id for row in went}

    def _count(self, table: Table) -> int:
        return int(self._connection.execute(select(func.count()).select_from(table)).scalar_one())


@contextmanager
def _as_written(path: Path) -> Iterator[None]:
    """Raises NotAStore where what a row holds is not what was written, be it no text at all."""
    try:
        yield
    except (DatabaseError, ValueError, KeyError, TypeError) as error:
        reason = getattr(error, "orig", None) or error
        raise NotAStore(f"expected a database as citers wrote it in {path}, found: {reason}; {REMEDY}") from error


@contextmanager
def looking(path: Path) -> Iterator[Look]:
    """Raises NotAStore, NewerSchema and OlderSchema. The database has to be there."""
    engine = open_to_read(path)
    try:
        with reading(engine) as connection:
            yield Look(connection, path)
    finally:
        engine.dispose()


def _check_schema(found: str | None, path: Path) -> None:
    if found is None:
        raise NotAStore(f"expected a database made by citers at {path}, found another one; give the folder of citers")
    if found > NEWEST:
        raise NewerSchema(
            f"expected a database of schema {NEWEST}, found schema {found} in {path}; "
            "it was written by a newer citers: upgrade this program"
        )
    if found < NEWEST:
        raise OlderSchema(
            f"expected a database of schema {NEWEST}, found the older schema {found} in {path}; "
            "start `citers serve` on the folder once, which brings it up to date"
        )
