"""Nothing of a snapshot is seen before all of it is checked: what is damaged, strange or newer is refused."""

import errno
import gzip
import os
import tarfile
from pathlib import Path

import orjson
import pytest

from service.lock import DataFolderInUse, DataFolderReadOnly, WriterLock
from service.settings import Settings
from service.snapshots.contents import MANIFEST
from service.snapshots.errors import FolderNotEmpty, NotASnapshot, SnapshotDamaged, SnapshotNewer
from service.snapshots.reading import check
from service.snapshots.restoring import restore
from service.snapshots.taking import take
from tests.service.snapshots.conftest import flipped, members, packed, told

REFUSED = (NotASnapshot, SnapshotDamaged)


def refused(path: Path, folder: Path, error: type[Exception] | tuple[type[Exception], ...], match: str) -> None:
    """By whoever restores it, who leaves nothing behind, and by whoever checks it."""
    with pytest.raises(error, match=match):
        restore(path, folder)
    assert not folder.exists()
    with pytest.raises(error, match=match):
        check(path)


def test_a_changed_bit_in_any_file_is_found(snapshot: Path, elsewhere: Settings, tmp_path: Path) -> None:
    found = members(snapshot)
    for name in [name for name, content in found.items() if content]:
        spoilt = packed(tmp_path / "spoilt.tar", {**found, name: flipped(found[name])})
        with pytest.raises(REFUSED, match="expected"):
            check(spoilt)
    refused(spoilt, elsewhere.data, SnapshotDamaged, f"other bytes of {name} than were written")
    assert len(found) > 60


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.999])
@pytest.mark.parametrize("name", ["held.tar", "held.tar.gz"])
def test_a_snapshot_that_is_cut_off_is_refused(
    held: Settings, elsewhere: Settings, tmp_path: Path, name: str, share: float
) -> None:
    take(held, tmp_path / name)
    whole = (tmp_path / name).read_bytes().rstrip(b"\0")
    (tmp_path / name).write_bytes(whole[: int(len(whole) * share)])
    refused(tmp_path / name, elsewhere.data, REFUSED, "expected")


def test_a_changed_bit_in_a_compressed_one_is_found_or_changes_nothing(held: Settings, tmp_path: Path) -> None:
    take(held, tmp_path / "held.tar.gz")
    whole = (tmp_path / "held.tar.gz").read_bytes()
    spoilt, silent = tmp_path / "spoilt.tar.gz", []
    for at in range(10, len(whole), len(whole) // 100):
        spoilt.write_bytes(flipped(whole, at))
        try:
            check(spoilt)
        except REFUSED:
            continue
        silent.append(at)
        assert gzip.decompress(spoilt.read_bytes()) == gzip.decompress(whole)  # two ways to write the same
    assert len(silent) < 10


def strange(name: str, kind: bytes = tarfile.REGTYPE, to: str = "") -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, to
    return entry


STRANGE = [
    strange("../outside"),
    strange("/tmp/outside"),
    strange("index/../../outside"),
    strange("store.sqlite"),  # a second time
    strange("writer.lock"),
    strange("vectors/link", tarfile.SYMTYPE, "/etc/passwd"),
    strange("vectors/link", tarfile.LNKTYPE, "store.sqlite"),
    strange("device", tarfile.CHRTYPE),
    strange("folder", tarfile.DIRTYPE),
]


@pytest.mark.parametrize("entry", STRANGE, ids=lambda entry: f"{entry.name} {entry.type.decode()}")
def test_what_does_not_belong_is_refused(
    snapshot: Path, elsewhere: Settings, tmp_path: Path, entry: tarfile.TarInfo
) -> None:
    path = packed(tmp_path / "strange.tar", members(snapshot), entry)
    refused(path, elsewhere.data, NotASnapshot, "found .* it may have been made to do harm")
    assert not (tmp_path / "outside").exists()
    assert not (tmp_path / "deep" / "outside").exists()


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "index/versions/../../outside", "writer.lock"])
def test_a_manifest_that_names_what_does_not_belong_is_refused(
    snapshot: Path, elsewhere: Settings, tmp_path: Path, name: str
) -> None:
    found = members(snapshot)
    files = {**orjson.loads(found[MANIFEST])["files"], name: {"size": 0, "sha256": ""}}
    path = packed(tmp_path / "strange.tar", {**found, MANIFEST: told(found, files=files), name: b""})
    refused(path, elsewhere.data, NotASnapshot, "files of a data folder alone, found")


def test_a_link_in_place_of_a_file_is_refused(snapshot: Path, elsewhere: Settings, tmp_path: Path) -> None:
    found = members(snapshot)
    found.pop("store.sqlite")
    path = packed(tmp_path / "strange.tar", found, strange("store.sqlite", tarfile.SYMTYPE, "/etc/passwd"))
    refused(path, elsewhere.data, NotASnapshot, "it may have been made to do harm")


def test_a_file_that_is_missing_is_told(snapshot: Path, elsewhere: Settings, tmp_path: Path) -> None:
    found = members(snapshot)
    found.pop("vectors/data.mdb")
    refused(
        packed(tmp_path / "a.tar", found), elsewhere.data, SnapshotDamaged, "none of 1 files of it, such as vectors"
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"snapshot": 2, "files": "told in another way"}, "a snapshot of format 2"),
        ({"formats": {"store": "9999", "index": 1}}, "a store of format 9999"),
        ({"formats": {"store": "0001", "index": 99}}, "an? index of format 99"),
    ],
)
def test_a_newer_format_is_refused(
    snapshot: Path, elsewhere: Settings, tmp_path: Path, other: dict[str, object], found: str
) -> None:
    held = members(snapshot)
    path = packed(tmp_path / "newer.tar", {**held, MANIFEST: told(held, **other)})
    refused(path, elsewhere.data, SnapshotNewer, f"found {found} in .*, written by citers 0.1.0; restore it with that")


def test_an_older_format_is_restored_and_known_to_be_one(snapshot: Path, elsewhere: Settings, tmp_path: Path) -> None:
    found = members(snapshot)
    formats = {"store": "0001", "index": 1}
    older = packed(tmp_path / "older.tar", {**found, MANIFEST: told(found, formats=formats)})
    assert (restore(older, elsewhere.data).older, check(snapshot).older) == (True, False)


def test_other_files_and_archives_are_no_snapshots(elsewhere: Settings, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("A shopping list. " * 100)
    (tmp_path / "empty").touch()
    (tmp_path / "packed").write_bytes(b"\x1f\x8b and no more")
    packed(tmp_path / "other", {"README": b"something"})
    packed(tmp_path / "named", {MANIFEST: b"{}"})
    for name in ("text", "empty", "packed", "other", "named"):
        refused(tmp_path / name, elsewhere.data, NotASnapshot, "name a file that `citers snapshot` wrote")


def test_a_folder_that_is_not_empty_is_left_as_it_is(snapshot: Path, elsewhere: Settings) -> None:
    elsewhere.data.mkdir(parents=True)
    for name in ("d", "a", "c", "b"):
        (elsewhere.data / name).write_text("mine")
    with pytest.raises(FolderNotEmpty, match=r"found a, b, c and 1 more in .*; name another folder \(--data DIR\)"):
        restore(snapshot, elsewhere.data)
    assert {path.name: path.read_text() for path in elsewhere.data.iterdir()} == dict.fromkeys("abcd", "mine")


def test_an_empty_folder_will_do_and_what_a_killed_run_left_is_taken_away(snapshot: Path, elsewhere: Settings) -> None:
    (elsewhere.data / ".restoring" / "index").mkdir(parents=True)
    restore(snapshot, elsewhere.data)
    names = sorted(path.name for path in elsewhere.data.iterdir())
    assert names == ["index", "store.sqlite", "vectors", "writer.lock"]


def test_a_folder_that_another_writes_to_is_left_to_it(snapshot: Path, elsewhere: Settings) -> None:
    lock = WriterLock(elsewhere.data)
    with pytest.raises(DataFolderInUse, match="in use by process"):
        restore(snapshot, elsewhere.data)
    lock.release()
    restore(snapshot, elsewhere.data)


def test_a_full_disk_leaves_nothing(snapshot: Path, elsewhere: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("service.snapshots.restoring.sync", full)
    with pytest.raises(DataFolderReadOnly, match=r"found: No space left on device; \d+ MB of room are needed there"):
        restore(snapshot, elsewhere.data)
    assert not elsewhere.data.exists()
