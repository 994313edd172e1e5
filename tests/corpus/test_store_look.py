"""A store is looked at as it was at one moment, and left as it is; what is wrong with it is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.jobs import JobRecord
from corpus.store import Store, open_store
from corpus.store_errors import NewerSchema, NotAStore, OlderSchema, StoreUnwritable
from corpus.store_look import Held, looking
from corpus.values import Citation, Hub, Paper, Record

HUB = Paper("local:hub", "Tides")


def record(name: str, title: str = "Waves") -> Record:
    return Record(Paper(f"local:{name}", f"{title} {name}"), Citation(HUB.id, f"local:{name}"))


@pytest.fixture
def held(database: Path) -> Path:
    """A database with a hub and two papers, which nobody has open."""
    store = open_store(database)
    store.put(Hub(HUB), [record("a"), record("b")])
    store.close()
    return database


def altered(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute(sql)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_store_at_rest_is_left_as_it_is(held: Path) -> None:
    before = files(held.parent)
    with looking(held) as look:
        look.check()
        assert (look.held(), look.revision) == (Held(papers=3, hubs=1, citations=2), 1)
    assert files(held.parent) == before
    assert list(before) == ["store.sqlite"]


def test_what_is_written_meanwhile_is_not_seen_nor_copied(held: Path, tmp_path: Path) -> None:
    writer = open_store(held)
    with looking(held) as look:
        writer.put(Hub(HUB), [record("c")])
        assert [paper.id for paper in look.papers(look.revision)] == ["local:a", "local:b", "local:hub"]
        look.copy(tmp_path / "copy.sqlite")
    writer.close()
    with looking(tmp_path / "copy.sqlite") as copy, looking(held) as later:
        assert (copy.revision, copy.held().papers) == (1, 3)
        assert (later.revision, later.held().papers) == (2, 4)


def test_what_has_changed_or_went_since_a_revision_is_told(held: Path) -> None:
    writer = open_store(held)
    writer.put(Hub(HUB), [record("c")])
    writer.delete_hub(HUB.id)
    writer.put(None, [Record(Paper("local:d", "Ebb"))])
    writer.close()
    with looking(held) as look:
        asked = ["local:a", "local:c", "local:d", "local:never"]
        assert look.changed(asked, since=1) == {"local:a", "local:c", "local:d"}
        assert look.changed(asked, since=3) == {"local:d"}


def test_unfinished_jobs_are_told(store: Store, database: Path) -> None:
    job = JobRecord("1", "import", "queued", "then", "then", payload={"file": "1.jsonl"})
    store.save_job(job)
    store.save_job(JobRecord("2", "import", "succeeded", "then", "then"))
    with looking(database) as look:
        assert look.unfinished_jobs() == [job]


def test_a_row_that_refers_to_nothing_is_found(held: Path) -> None:
    altered(held, "DELETE FROM papers WHERE id = 'local:a'")
    with looking(held) as look, pytest.raises(NotAStore, match="a row of names refers to one of papers that is not"):
        look.check()


def test_a_damaged_page_is_found(held: Path) -> None:
    whole = bytearray(held.read_bytes())
    whole[2 * 4096 : 2 * 4096 + 64] = b"\xff" * 64
    held.write_bytes(bytes(whole))
    with pytest.raises(NotAStore, match="restore"), looking(held) as look:
        look.check()


@pytest.mark.parametrize("damage", ["authors = '[\"Ann'", "title = CAST(x'ff' AS TEXT)"])
def test_a_row_that_cannot_be_read_is_found_by_whoever_reads_it(held: Path, damage: str) -> None:
    altered(held, f"UPDATE papers SET {damage} WHERE id = 'local:a'")
    with looking(held) as look, pytest.raises(NotAStore, match=r"expected a database as citers wrote it in .*restore"):
        list(look.papers(1))


@pytest.mark.parametrize(("schema", "error"), [("9999", NewerSchema), ("0001", OlderSchema)])
def test_a_store_of_another_release_is_refused(held: Path, schema: str, error: type[Exception]) -> None:
    altered(held, f"UPDATE alembic_version SET version_num = '{schema}'")
    with pytest.raises(error, match=f"schema {schema} in "), looking(held):
        pass


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    altered(tmp_path / "other.sqlite", "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(NotAStore, match="expected a database made by citers"), looking(tmp_path / "other.sqlite"):
        pass


def test_a_copy_that_finds_no_place_is_told(held: Path, tmp_path: Path) -> None:
    with looking(held) as look, pytest.raises(StoreUnwritable, match="unable to open"):
        look.copy(tmp_path / "absent" / "copy.sqlite")
