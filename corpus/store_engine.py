"""A SQLite database opened the way the store needs it, with the driver's errors put into words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from sqlite3 import Error as SqliteError
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from corpus.schema import bring_up_to_date
from corpus.store_errors import NotAStore, StoreBusy, StoreUnwritable

BUSY_SECONDS = 30.0


def open_engine(url: URL) -> Engine:
    """An engine whose transactions see one state throughout: a writer's begins by taking the database's write lock."""
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        with writing(engine) as connection:
            bring_up_to_date(connection)
            connection.exec_driver_sql("UPDATE revisions SET number = number")  # fails now if nothing can be written
        undo.pop_all()
    return engine


def open_to_read(path: Path) -> Engine:
    """An engine for a database that is there, which it leaves as it is, whoever writes to it meanwhile."""
    engine = create_engine(URL.create("sqlite", database=str(path)), creator=lambda: _connected_to_read(path))
    event.listen(engine, "begin", _begin)
    return engine


def _connected_to_read(path: Path) -> sqlite3.Connection:
    """What others have at work is only read. What is at rest may be written to for the log that SQLite keeps beside
    it as long as it is open, and takes away; where that may not be, it is taken to stay at rest."""
    if path.with_name(f"{path.name}-wal").exists():
        how = "mode=ro"
    else:
        how = "mode=rw" if os.access(path.parent, os.W_OK) else "mode=ro&immutable=1"
    address = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that may write: committed as a whole or not at all."""
    with worded(engine), engine.execution_options(begin="IMMEDIATE").begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that sees the database as it is now, whatever is written meanwhile."""
    with worded(engine), engine.begin() as connection:
        yield connection


@contextmanager
def worded(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise _in_words(engine, error) or error from error


def _in_words(engine: Engine, error: DatabaseError) -> Exception | None:
    where = engine.url.database
    reason = error.orig if isinstance(error.orig, SqliteError) else None
    name = getattr(reason, "sqlite_errorname", "")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_FULL", "SQLITE_IOERR")):
        return StoreUnwritable(
            f"expected to write the database {where}, found: {reason}; "
            "give a folder that this user may write to and that has room, or free some"
        )
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return NotAStore(
            f"expected a database made by citers at {where}, found: {reason}; "
            "move that file away, restore a copy of it, or give another path"
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy(
            f"expected the database {where} to be free within {BUSY_SECONDS:.0f} s, found it locked; "
            "wait for the other process that writes to it, or end that"
        )
    return None


def _set_up(connection: Any, _record: object) -> None:
    # The driver would begin transactions on its own, and only before some statements; `_begin` does it for all.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", "cache_size = -65536"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
