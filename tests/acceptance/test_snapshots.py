"""A snapshot taken while a service takes papers in is, elsewhere, the same service, which goes on where it was."""

import json
import os
import time
from pathlib import Path

import pytest

from tests.acceptance import hives
from tests.acceptance.conftest import Citers, Start
from tests.acceptance.product import READY_SECONDS, Ended, Service

BOUND = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
KITES = b"".join(json.dumps({"id": f"kite{n}", "title": f"Kites of kind {n}"}).encode() + b"\n" for n in range(400))
PATHS = ("/v1/search?q=honey&explain=true", f"/v1/hubs/{hives.HUB}", "/v1/about")
QUESTION = {"question": "What do bees make?", "hub": hives.HUB}


def replies(service: Service) -> list[bytes]:
    return [service.http.get(path).content for path in PATHS] + [service.http.post("/v1/ask", json=QUESTION).content]


def done(ended: Ended) -> Ended:
    assert ended.code == 0, ended.err
    return ended


def finished(service: Service, job: str) -> str:
    until = time.monotonic() + READY_SECONDS
    while (found := service.get(f"/v1/jobs/{job}"))["state"] in ("queued", "running") and time.monotonic() < until:
        time.sleep(0.05)
    return str(found["state"])


@pytest.mark.slow
def test_a_service_replies_the_same_elsewhere_and_goes_on_there(
    start: Start, citers: Citers, copy: Path, tmp_path: Path
) -> None:
    first = start(copy)
    done(citers("snapshot", tmp_path / "before.tar", "--data", copy))
    done(citers("restore", tmp_path / "before.tar", "--data", tmp_path / "before"))
    assert replies(start(tmp_path / "before", "--read")) == replies(first)

    job = first.http.post("/v1/imports", files={"file": ("kites.jsonl", KITES)}).json()["id"]
    done(citers("snapshot", tmp_path / "during.tar.gz", "--data", copy))
    done(citers("verify", "--data", copy))
    assert finished(first, job) == "succeeded"
    done(citers("restore", tmp_path / "during.tar.gz", "--data", tmp_path / "during"))
    done(citers("verify", "--data", tmp_path / "during"))
    second = start(tmp_path / "during")
    assert finished(second, job) == "succeeded"
    assert second.get("/v1/search?q=kites")["total"] == first.get("/v1/search?q=kites")["total"] == 405
    done(citers("verify", "--data", tmp_path / "during"))


def test_a_folder_at_rest_replies_the_same_elsewhere(citers: Citers, bees: Path, tmp_path: Path) -> None:
    done(citers("snapshot", tmp_path / "bees.tgz", "--data", bees))
    done(citers("restore", tmp_path / "bees.tgz", "--data", tmp_path / "there"))
    for command in (("search", hives.HUB, "honey"), ("ask", hives.HUB, "What do bees make?"), ("summary", hives.HUB)):
        found = [done(citers(*command, "--json", "--data", data)).out for data in (bees, tmp_path / "there")]
        assert found[0] == found[1]


def test_a_folder_that_cannot_be_written_has_a_snapshot_and_is_verified(
    citers: Citers, copy: Path, tmp_path: Path
) -> None:
    paths = (copy, *copy.rglob("*"))
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    done(citers("verify", "--data", copy, under=BOUND))
    done(citers("snapshot", tmp_path / "a.tar", "--data", copy, under=BOUND))
    refused = citers("snapshot", copy / "a.tar", "--data", copy, under=BOUND)
    assert (refused.code, "found: Permission denied; give a folder" in refused.err) == (6, True)
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_disk_without_room_is_told_and_nothing_is_left(citers: Citers, bees: Path, tmp_path: Path) -> None:
    whole, place = tmp_path / "whole.tar", tmp_path / "place"
    place.mkdir()
    done(citers("snapshot", whole, "--data", bees))
    for room in (50_000, whole.stat().st_size - 1):  # less than the store needs, and than all of it does
        ended = citers("snapshot", place / "a.tar", "--data", bees, under=("prlimit", f"--fsize={room}"))
        assert (ended.code, ended.out) == (6, "")
        assert f"expected to write the snapshot {place / 'a.tar'}, found: " in ended.err
        assert list(place.iterdir()) == []
    ended = citers("restore", whole, "--data", tmp_path / "there", under=("prlimit", "--fsize=10000"))
    assert (ended.code, "MB of room are needed there" in ended.err) == (6, True)
    assert not (tmp_path / "there").exists()
