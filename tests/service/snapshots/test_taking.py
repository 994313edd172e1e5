"""A snapshot is there whole or not at all, takes nobody's place, and is not made of what is damaged."""

import os
from pathlib import Path

import pytest

from embeddings.cache_look import CacheDamaged
from index.files.manifest import IndexDamaged
from index.files.pointer import read_pointer
from service.engine import NothingImported
from service.settings import Settings
from service.snapshots.errors import SnapshotExists, SnapshotUnwritable
from service.snapshots.taking import take
from service.standing import StoreMissing
from tests.service.snapshots.conftest import flipped


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_a_file_that_is_there_is_left_as_it_is(held: Settings, place: Path) -> None:
    (place / "a.tar").write_text("mine")
    with pytest.raises(SnapshotExists, match=r"expected no file at .*a.tar, found one.*give another name"):
        take(held, place / "a.tar")
    assert {path.name: path.read_text() for path in place.iterdir()} == {"a.tar": "mine"}


def test_a_folder_that_is_not_there_is_told(held: Settings, place: Path) -> None:
    with pytest.raises(SnapshotUnwritable, match=r"found: No such file or directory; give a folder"):
        take(held, place / "absent" / "a.tar")


def test_a_full_disk_leaves_nothing(held: Settings, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("service.snapshots.taking.sync", full)
    with pytest.raises(SnapshotUnwritable, match=r"a.tar, found: No space left on device; .*has room"):
        take(held, place / "a.tar")
    assert list(place.iterdir()) == []


def test_only_the_snapshot_is_left_in_its_folder_and_the_data_is_as_it_was(held: Settings, place: Path) -> None:
    before = {path: path.read_bytes() for path in held.data.rglob("*") if path.is_file() and path.name != "lock.mdb"}
    take(held, place / "a.tar.gz")
    assert [path.name for path in place.iterdir()] == ["a.tar.gz"]
    after = {path: path.read_bytes() for path in held.data.rglob("*") if path.is_file() and path.name != "lock.mdb"}
    assert after == before


def test_every_file_of_the_index_is_compared_as_it_is_read(held: Settings, place: Path) -> None:
    for path in parts(held):
        whole = path.read_bytes()
        path.write_bytes(flipped(whole))
        with pytest.raises(IndexDamaged, match="citers index rebuild"):
            take(held, place / "a.tar")
        path.write_bytes(whole)
    assert list(place.iterdir()) == []
    assert take(held, place / "a.tar").held.papers == 6


def parts(settings: Settings) -> list[Path]:
    """One file of each size class of the newest part: words, vectors, papers."""
    pointer = read_pointer(settings.data / "index")
    assert pointer is not None
    folder = settings.data / "index" / "versions" / pointer.index_id
    return [folder / name for name in ("papers.jsonl", "vectors.paper.npy", "lexical/lexical.words")]


@pytest.mark.parametrize("name", ["said.words.npy", "manifest.json"])
def test_a_file_of_the_index_that_is_missing_is_told(held: Settings, place: Path, name: str) -> None:
    parts(held)[0].with_name(name).unlink()
    with pytest.raises(IndexDamaged, match="citers index rebuild"):
        take(held, place / "a.tar")
    assert list(place.iterdir()) == []


def test_a_damaged_vector_cache_is_told(held: Settings, place: Path) -> None:
    (held.data / "vectors" / "data.mdb").write_bytes(b"\xa5" * 10_000)
    with pytest.raises(CacheDamaged, match="remove that folder"):
        take(held, place / "a.tar")
    assert list(place.iterdir()) == []


def test_a_folder_without_a_vector_cache_has_a_snapshot(held: Settings, place: Path) -> None:
    for path in (held.data / "vectors").iterdir():
        path.unlink()
    assert "vectors/data.mdb" not in take(held, place / "a.tar").files


def test_nothing_imported_and_a_missing_store_are_told(held: Settings, place: Path) -> None:
    with pytest.raises(NothingImported, match="import a file first"):
        take(Settings(data=place / "none"), place / "a.tar")
    (held.data / "store.sqlite").unlink()
    with pytest.raises(StoreMissing, match="expected the store"):
        take(held, place / "a.tar")
