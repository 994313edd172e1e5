"""What is restored from a snapshot replies as the folder did from which it was taken, whatever went on there."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest
from fastapi.testclient import TestClient

from corpus.jobs import JobRecord
from corpus.store import open_store
from index.files.pointer import read_pointer
from service.app import create_app
from service.engine import Engine
from service.settings import Settings
from service.snapshots.contents import MANIFEST
from service.snapshots.restoring import restore
from service.snapshots.taking import take
from service.verifying.verify import verify
from tests.service.conftest import HUB, lines, numbered, open_letters
from tests.service.snapshots.conftest import Members, members

PATHS = ("/v1/hubs", f"/v1/hubs/{HUB}", f"/v1/hubs/{HUB}/citers?q=wax", "/v1/search?q=embers&explain=true", "/v1/about")
JOB = "0123456789abcdef0123456789abcdef"


@contextmanager
def reading(settings: Settings) -> Iterator[TestClient]:
    engine = Engine.open(settings, writer=False, open_embedder=open_letters)
    with engine, TestClient(create_app(engine)) as client:
        yield client


def replies(settings: Settings) -> list[bytes]:
    with reading(settings) as client:
        found = [client.get(path) for path in PATHS]
    assert [reply.status_code for reply in found] == [200] * len(PATHS)
    return [reply.content for reply in found]


@pytest.mark.parametrize("name", ["held.tar", "held.tar.gz", "held.tgz"])
def test_replies_are_the_same_bytes(held: Settings, elsewhere: Settings, tmp_path: Path, name: str) -> None:
    taken = take(held, tmp_path / name)
    assert restore(tmp_path / name, elsewhere.data) == taken
    assert replies(elsewhere) == replies(held)
    assert verify(elsewhere).ok
    assert (tmp_path / name).read_bytes()[:2] == (b"\x1f\x8b" if name.endswith("gz") else b"ci")


def test_a_snapshot_holds_both_parts_of_the_index_and_what_cannot_be_made_again(held: Settings, snapshot: Path) -> None:
    found, pointer = members(snapshot), read_pointer(held.data / "index")
    assert pointer is not None
    assert pointer.base is not None
    folders = {name.split("/")[2] for name in found if name.startswith("index/versions/")}
    assert folders == {pointer.base, pointer.index_id}
    others = [name for name in found if not name.startswith("index/versions/")]
    assert others == [MANIFEST, "store.sqlite", "vectors/data.mdb", "index/current"]


def test_the_first_file_says_what_the_others_are(snapshot: Path) -> None:
    found = members(snapshot)
    manifest = orjson.loads(found[MANIFEST])
    assert list(manifest) == [
        "snapshot", "release", "created_at", "index_id", "model", "formats", "counts", "files", "sha256",
    ]  # fmt: skip
    assert manifest["counts"] == {"papers": 6, "hubs": 1, "citations": 5}
    assert (manifest["snapshot"], manifest["model"]) == (1, "letters")
    assert list(manifest["files"]) == list(found)[1:]
    assert {name: each["size"] for name, each in manifest["files"].items()} == sizes(found)


def sizes(found: Members) -> dict[str, int]:
    return {name: len(content) for name, content in found.items() if name != MANIFEST}


def test_what_is_restored_is_gone_on_with(snapshot: Path, elsewhere: Settings, tmp_path: Path) -> None:
    restore(snapshot, elsewhere.data)
    (tmp_path / "later.jsonl").write_bytes(lines(numbered(2)))
    with Engine.open(elsewhere, open_embedder=open_letters) as engine:
        assert engine.import_file(tmp_path / "later.jsonl", hub=HUB).added == 2
        assert engine.about().papers == 8
    assert verify(elsewhere).ok


def test_uploads_of_jobs_that_have_not_ended_go_along(held: Settings, elsewhere: Settings, tmp_path: Path) -> None:
    spool, store = held.data / "spool", open_store(held.data / "store.sqlite")
    spool.mkdir(exist_ok=True)
    (spool / f"{JOB}.jsonl").write_bytes(b"waiting")
    (spool / f"{JOB[::-1]}.jsonl").write_bytes(b"failed")
    asked = {"file": f"{JOB}.jsonl", "format": "auto", "hub": None, "hub_title": None}
    store.save_job(JobRecord(JOB, "import", "queued", "then", "then", payload=asked))
    failed = {**asked, "file": f"{JOB[::-1]}.jsonl"}
    store.save_job(JobRecord(JOB[::-1], "import", "failed", "then", "then", payload=failed))
    store.close()
    take(held, tmp_path / "held.tar.gz")
    restore(tmp_path / "held.tar.gz", elsewhere.data)
    assert {path.name: path.read_bytes() for path in (elsewhere.data / "spool").iterdir()} == {
        f"{JOB}.jsonl": b"waiting"
    }
    assert verify(elsewhere).checks[-1].detail == "1 uploads of jobs that have not ended are there"


@pytest.mark.parametrize(("ended", "kept"), [(False, 0), (True, 1)])
def test_the_file_of_a_walk_goes_along_once_it_grows_no_more(
    held: Settings, elsewhere: Settings, tmp_path: Path, ended: bool, kept: int
) -> None:
    store = open_store(held.data / "store.sqlite")
    (held.data / "spool").mkdir(exist_ok=True)
    (held.data / "spool" / f"{JOB}.jsonl").write_bytes(b"some pages")
    asked = {"file": f"{JOB}.jsonl", "fetched": {"source": "openalex", "ended": ended}}
    store.save_job(JobRecord(JOB, "import", "running", "then", "then", payload=asked))
    store.close()
    take(held, tmp_path / "held.tar")
    restore(tmp_path / "held.tar", elsewhere.data)
    assert (f"spool/{JOB}.jsonl" in members(tmp_path / "held.tar")) == ended
    assert verify(elsewhere).checks[-1].detail == f"{kept} uploads of jobs that have not ended are there"


def test_an_upload_that_is_lost_keeps_no_snapshot_from_being_made(held: Settings, tmp_path: Path) -> None:
    store = open_store(held.data / "store.sqlite")
    store.save_job(JobRecord(JOB, "import", "queued", "then", "then", payload={"file": f"{JOB}.jsonl"}))
    store.close()
    take(held, tmp_path / "held.tar")
    assert f"spool/{JOB}.jsonl" not in members(tmp_path / "held.tar")


@pytest.mark.slow
def test_snapshots_during_imports_hold_a_store_and_an_index_that_go_together(
    held: Settings, many: Callable[..., Path], tmp_path: Path
) -> None:
    """Small imports, so that the index is replaced again and again while it is read."""
    batches = [many(5, 5 * batch) for batch in range(40)]
    begun, left = threading.Event(), threading.Event()

    def take_in() -> None:
        with Engine.open(held, open_embedder=open_letters) as engine:
            for batch in batches:
                if not left.is_set():
                    engine.import_file(batch, hub=HUB)
                begun.set()

    other = threading.Thread(target=take_in)
    other.start()
    begun.wait()
    counts = []
    for n in range(4):
        counts.append(take(held, tmp_path / f"{n}.tar").held.papers)
        assert verify(held).ok
    left.set()
    other.join()
    assert counts == sorted(counts)
    for n in range(4):
        there = Settings(data=tmp_path / str(n))
        restore(tmp_path / f"{n}.tar", there.data)
        assert [check for check in verify(there).checks if not check.ok] == []
        with Engine.open(there, open_embedder=open_letters) as engine:
            assert engine.about().papers == counts[n]
