"""Databases that cannot be used say why; those that are killed while written keep whole batches."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url

from corpus.changes import Size
from corpus.schema import NEWEST, metadata
from corpus.store import open_store
from corpus.store_engine import open_engine
from corpus.store_errors import NewerSchema, NotAStore, StoreUnwritable
from corpus.taken import TakenFile
from corpus.values import Citation, Paper, Record
from tests.corpus import kept


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path, database: Path) -> None:
    open_store(database).close()
    with sqlite3.connect(tmp_path / "store.sqlite") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(NewerSchema, match=r"expected a database of schema \d+ or older, found schema 9999.*upgrade"):
        open_store(database)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, database: Path) -> None:
    (tmp_path / "store.sqlite").write_text("A shopping list, and a long one at that. " * 100)
    with pytest.raises(NotAStore, match="not a database"):
        open_store(database)
    assert (tmp_path / "store.sqlite").read_text().startswith("A shopping list")


def test_another_programs_database_is_refused(tmp_path: Path, database: Path) -> None:
    with sqlite3.connect(tmp_path / "store.sqlite") as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.close()
    with pytest.raises(NotAStore, match="found one with the tables recipes"):
        open_store(database)


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable, match=r"expected to write the database .*absent.*unable to open"):
        open_store(tmp_path / "absent" / "store.sqlite")


@pytest.mark.parametrize("name", ["what?x=1", "a%20b", "#1", "a&b?mode=memory"])
def test_a_store_is_where_it_was_asked_for_whatever_the_folder_is_called(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    open_store(folder / "store.sqlite").close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert [path.name for path in folder.iterdir()] == ["store.sqlite"]


def test_a_database_that_may_only_be_read_is_reported(tmp_path: Path, database: Path) -> None:
    open_store(database).close()
    with pytest.raises(StoreUnwritable, match="give a folder that this user may write to"):
        open_engine(make_url(f"sqlite:///file:{database}?mode=ro&uri=true"))


def test_the_migrations_make_the_tables_that_the_program_uses(tmp_path: Path, database: Path) -> None:
    open_store(database).close()
    raw = sqlite3.connect(tmp_path / "store.sqlite")
    columns = {
        table: [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if table != "alembic_version"
    }
    indexes = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL")}
    mode = raw.execute("PRAGMA journal_mode").fetchone()
    raw.close()
    assert indexes == {index.name for table in metadata.tables.values() for index in table.indexes}
    assert columns == {table.name: [column.name for column in table.columns] for table in metadata.tables.values()}
    assert mode == ("wal",)


WRITER = """
import sys
from pathlib import Path
from corpus.store import open_store
from corpus.values import Paper, Record
store = open_store(Path(sys.argv[1]))
for batch in range(10_000):
    store.put(None, [Record(Paper(f"local:{batch}-{n}", f"Paper {n} of batch {batch}")) for n in range(100)])
    print(batch, flush=True)
"""


def test_a_kill_leaves_whole_batches(database: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(database)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    acknowledged = [int(writer.stdout.readline()) for _ in range(3)]
    writer.kill()
    writer.communicate()
    store = open_store(database)
    batches: dict[str, int] = {}
    for paper in kept.papers(store):
        name = paper.id.removeprefix("local:").partition("-")[0]
        batches[name] = batches.get(name, 0) + 1
    assert set(batches.values()) == {100}
    assert {str(batch) for batch in acknowledged} <= batches.keys()
    assert store.revision() == len(batches)
    assert store.put(None, [Record(Paper("local:after", "A Paper After"))]).added == 1
    store.close()


def test_a_database_of_the_first_form_is_brought_up_to_date(tmp_path: Path, database: Path) -> None:
    earlier_form(tmp_path / "store.sqlite")
    store = open_store(database)
    assert kept.papers(store) == [Paper("local:a", "A Paper"), Paper("local:hub", "The Hub")]
    assert kept.citations(store) == [Citation("local:hub", "local:a", role="method")]
    with store.changes(6) as changes:
        assert (changes.since, changes.revision) == (0, 7)  # what was removed before then is not known
        assert (list(changes.papers), changes.size) == (kept.papers(store), Size(papers=2, citations=1))
    with store.changes(7) as changes:
        assert (changes.since, changes.size, changes.removed_papers) == (7, Size(papers=0, citations=0), ())
    store.put(None, [Record(Paper("local:a", "A Paper", year=2020)), Record(Paper("local:b", "Another Paper"))])
    with store.changes(7) as changes:
        assert [paper.id for paper in changes.papers] == ["local:a", "local:b"]
    store.delete_hub("local:hub")
    with store.changes(7) as changes:
        assert changes.removed_papers == ("local:hub",)
        assert changes.removed_citations == (("local:hub", "local:a"),)
    store.close()


@pytest.mark.parametrize("form", ["0001", "0002"])
def test_a_database_of_an_earlier_form_remembers_files_from_then_on(tmp_path: Path, database: Path, form: str) -> None:
    earlier_form(tmp_path / "store.sqlite", form)
    store = open_store(database)
    store.remember_file(TakenFile("key", 7, None, {}))
    assert store.taken_file("key") == TakenFile("key", 7, None, {})
    assert store.revision() == 7
    store.close()


def earlier_form(path: Path, form: str = "0001") -> None:
    """A database as an earlier schema had it, at revision 7: a hub and one paper that cites it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "corpus:migrations")
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, form)
    engine.dispose()
    with sqlite3.connect(path) as raw:
        raw.executescript("""
            INSERT INTO papers (id, title, title_key, authors, free)
                VALUES ('local:hub', 'The Hub', 'the hub', '[]', 0), ('local:a', 'A Paper', 'a paper', '[]', 0);
            INSERT INTO names VALUES ('local:hub', 'local:hub'), ('local:a', 'local:a');
            INSERT INTO hubs (id) VALUES ('local:hub');
            INSERT INTO citations (hub, citing, role, contexts) VALUES ('local:hub', 'local:a', 'method', '[]');
            UPDATE revisions SET number = 7;
        """)
    raw.close()


def test_the_newest_form_is_that_of_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "corpus:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


@pytest.mark.parametrize("form", ["0001", "0003"])
def test_titles_of_an_earlier_form_meet_those_of_now(tmp_path: Path, database: Path, form: str) -> None:
    earlier_form(tmp_path / "store.sqlite", form)
    with sqlite3.connect(tmp_path / "store.sqlite") as raw:
        raw.executescript("""
            INSERT INTO papers (id, title, title_key, authors, free)
                VALUES ('local:fooTM', 'Foo™ of many words', 'fooTM of many words', '[]', 1),
                       ('local:é', 'local:é', '', '[]', 1);
            INSERT INTO names VALUES ('local:fooTM', 'local:fooTM'), ('local:é', 'local:é');
        """)
    raw.close()
    store = open_store(database)
    with sqlite3.connect(tmp_path / "store.sqlite") as raw:
        keys = dict(raw.execute("SELECT id, title_key FROM papers").fetchall())
    raw.close()
    assert keys == {"local:hub": "the hub", "local:a": "a paper", "local:fooTM": "footm of many words", "local:é": ""}
    assert store.put(None, [Record(Paper("local:footm-of-many-words", "FooTM of Many Words"))]).merged == 1
    store.close()
