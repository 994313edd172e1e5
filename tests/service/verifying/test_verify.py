"""Every kind of damage to a data folder is found by the check that looks at it; a sound one is left as it is."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import orjson
import pytest

from corpus.jobs import JobRecord
from corpus.store import open_store
from index.building.sealing import seal
from index.files.manifest import read_manifest
from index.files.pointer import read_pointer, version_folder
from index.progress import no_progress
from service.engine import Engine, NothingImported
from service.settings import Settings
from service.standing import StoreMissing
from service.verifying.verify import verify
from tests.service.conftest import HUB, HUB_TITLE, lines, open_letters
from tests.service.snapshots.conftest import flipped

CHECKS = ["store", "index", "vectors", "agreement", "cache", "uploads"]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the tiny hub, which no process has open."""
    folder = tmp_path_factory.mktemp("sound")
    (folder / "papers.jsonl").write_bytes(lines())
    with Engine.open(Settings(data=folder / "held"), open_embedder=open_letters) as engine:
        engine.import_file(folder / "papers.jsonl", hub=HUB, hub_title=HUB_TITLE)
    return folder / "held"


@pytest.fixture
def held(sound: Path, settings: Settings) -> Settings:
    shutil.copytree(sound, settings.data)
    return settings


def version(settings: Settings) -> Path:
    pointer = read_pointer(settings.data / "index")
    assert pointer is not None
    return version_folder(settings.data / "index", pointer.index_id)


def wrong(settings: Settings) -> dict[str, str]:
    found = verify(settings)
    assert [check.name for check in found.checks] == CHECKS
    return {check.name: check.detail for check in found.checks if not check.ok}


def altered(settings: Settings, *sql: str) -> None:
    with closing(sqlite3.connect(settings.data / "store.sqlite")) as raw, raw:
        for each in sql:
            raw.execute(each)


def test_a_sound_folder_is_told_what_was_looked_at_and_left_as_it_is(held: Settings) -> None:
    before = {path: path.read_bytes() for path in held.data.rglob("*") if path.is_file() and path.name != "lock.mdb"}
    found = verify(held)
    assert {path: path.read_bytes() for path in held.data.rglob("*") if path.is_file() and path.name != "lock.mdb"} == (
        before
    )
    size = sum(each.size for each in read_manifest(version(held)).files.values()) / 1e6
    assert [(check.ok, check.detail) for check in found.checks] == [
        (True, "store.sqlite is sound, and its 5 papers, 1 of them hubs, and 4 citations refer to each other"),
        (True, f"60 files of index {version(held).name}, {size:.1f} MB, have their sha256"),
        (True, "13 vectors are finite and of length 1"),
        (True, "5 papers of the index and their citations are as the store has them"),
        (True, "5 entries of the vector cache can be read"),
        (True, "0 uploads of jobs that have not ended are there"),
    ]
    assert found.ok
    assert found.index_id == version(held).name


def test_a_changed_bit_in_any_file_of_the_index_is_found(held: Settings) -> None:
    folder = version(held)
    files = [folder / name for name, each in read_manifest(folder).files.items() if each.size]
    chosen = files[::6]  # each is looked at in the same way
    for path in chosen:
        whole = path.read_bytes()
        path.write_bytes(flipped(whole))
        found = wrong(held)
        assert list(found) == ["index", "vectors", "agreement"]
        assert f"of {path}, found" in found["index"]
        assert found["vectors"] == "not looked at, for it needs what is wrong above (index)"
        path.write_bytes(whole)
    assert len(chosen) > 7
    assert verify(held).ok


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"{")], ids=["missing", "cut off"])
def test_a_manifest_that_cannot_be_read_is_found(held: Settings, spoil: Callable[[Path], object]) -> None:
    spoil(version(held) / "manifest.json")
    assert "citers index rebuild" in wrong(held)["index"]


def test_a_damaged_store_is_found(held: Settings) -> None:
    path = held.data / "store.sqlite"
    whole = bytearray(path.read_bytes())
    whole[5 * 4096 : 5 * 4096 + 64] = b"\xff" * 64
    path.write_bytes(bytes(whole))
    found = wrong(held)
    assert list(found) == ["store", "agreement", "uploads"]
    assert "malformed; move that file away, restore a copy of it" in found["store"]


def test_a_store_that_is_no_database_is_found(held: Settings) -> None:
    (held.data / "store.sqlite").write_bytes(b"no database" * 1000)
    assert "is not a database" in wrong(held)["store"]


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE papers SET title = 'Amber lamqs' WHERE title = 'Amber lamps'", "two ways: the paper arxiv:2101.00001"),
        ("UPDATE papers SET year = 2012 WHERE title = 'Candle wax'", "told in two ways: the paper doi:10.5555"),
        ("UPDATE citations SET role = 'result' WHERE citing = 'local:plain-4'", "two ways: the citation of arxiv:2001"),
        ("DELETE FROM citations WHERE citing = 'local:plain-4'", "the store has 3 citations and the index 4"),
        ("UPDATE hubs SET known_total = 99", "told in two ways, or in one alone: the hub arxiv:2001.00001"),
        ("UPDATE papers SET authors = '[' WHERE title = 'Amber lamps'", "expected a database as citers wrote it"),
        ("UPDATE revisions SET number = 0", "the index to 1: it is an older store"),
    ],
)
def test_a_store_that_says_something_else_than_the_index_is_found(held: Settings, sql: str, found: str) -> None:
    altered(held, sql)
    assert found in wrong(held)["agreement"]
    assert list(wrong(held)) == ["agreement"]


def test_a_paper_that_only_one_of_them_has_is_found(held: Settings) -> None:
    altered(
        held,
        "DELETE FROM citations WHERE citing = 'local:plain-4'",
        "DELETE FROM names WHERE paper_id = 'local:plain-4'",
        "DELETE FROM papers WHERE id = 'local:plain-4'",
        "INSERT INTO papers SELECT 'local:new', 'New', 'new', NULL, NULL, NULL, '[]', NULL, NULL, NULL, 1, 1",
        "INSERT INTO names VALUES ('local:new', 'local:new')",
    )
    assert (
        "the index lacks: the paper local:new; the store lacks: the paper local:plain-4; " in wrong(held)["agreement"]
    )


def test_what_was_stored_since_the_index_was_made_is_nothing_wrong(held: Settings) -> None:
    store = open_store(held.data / "store.sqlite")
    store.delete_hub(HUB)
    store.close()
    assert verify(held).checks[3].detail.endswith("made searchable by a service, or the next import")
    assert wrong(held) == {}


@pytest.mark.parametrize("value", [0.5, np.nan, np.inf])
def test_vectors_that_no_model_makes_are_found_though_they_have_their_sum(held: Settings, value: float) -> None:
    folder = version(held)
    vectors = np.load(folder / "vectors.paper.npy")
    vectors[1] = value
    np.save(folder / "vectors.paper.npy", vectors)
    manifest = read_manifest(folder)
    (folder / "manifest.json").unlink()
    seal(folder, manifest, no_progress)
    assert wrong(held) == {
        "vectors": "expected vectors of length 1, found 1 of 13 that are not; "
        "run `citers index rebuild` to make the index again from the stored papers"
    }


def test_a_damaged_vector_cache_is_found(held: Settings) -> None:
    path = held.data / "vectors" / "data.mdb"
    path.write_bytes(path.read_bytes()[: 2 * 4096])
    assert "remove that folder while no process" in wrong(held)["cache"]


def test_a_folder_without_a_vector_cache_is_sound(held: Settings) -> None:
    (held.data / "vectors" / "data.mdb").unlink()
    assert verify(held).checks[4].detail.startswith("there is no vector cache")
    assert verify(held).ok


def test_a_lost_upload_is_found(held: Settings) -> None:
    store = open_store(held.data / "store.sqlite")
    store.save_job(JobRecord("1", "import", "queued", "then", "then", payload={"file": "1.jsonl"}))
    store.close()
    assert "found none of 1.jsonl in" in wrong(held)["uploads"]


def test_a_pointer_to_nowhere_is_found(held: Settings) -> None:
    current = held.data / "index" / "current"
    fields = orjson.loads(current.read_bytes())
    current.write_bytes(orjson.dumps({**fields, "index_id": "0" * 12}))
    assert "expected a manifest" in wrong(held)["index"]


def test_an_empty_folder_and_a_missing_store_are_told(held: Settings, tmp_path: Path) -> None:
    with pytest.raises(NothingImported, match="import a file first"):
        verify(Settings(data=tmp_path / "none"))
    (held.data / "store.sqlite").unlink()
    with pytest.raises(StoreMissing, match="expected the store"):
        verify(held)


def told_of(some: random.Random) -> bytes:
    """A few papers of thirty, under one or both of two names, in several wordings, each citing one of three hubs."""
    papers = []
    for n in some.sample(range(30), 6):
        names = some.choice(
            [{"id": f"n{n}"}, {"id": f"arxiv:2101.{n:05}"}, {"id": f"n{n}", "aliases": [f"arxiv:2101.{n:05}"]}]
        )
        papers.append({**names, "title": f"Wicks {some.choice('abc')} {n}", "year": some.choice([2020, 2021]),
                       "hub": f"hub{some.randrange(3)}", "role": some.choice(["method", "result", None])})  # fmt: skip
    return lines(papers)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_whatever_was_imported_merged_and_deleted_is_found_to_agree(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("service.upkeep.WHOLE", 1)
    some = random.Random(seed)
    with Engine.open(settings, open_embedder=open_letters) as engine:
        for turn in range(12):
            (tmp_path / f"{turn}.jsonl").write_bytes(told_of(some))
            engine.import_file(tmp_path / f"{turn}.jsonl")
            if turn % 4 == 3:
                engine.delete_hub(some.choice(engine.view().hubs()).id)
            assert wrong(settings) == {}, turn
