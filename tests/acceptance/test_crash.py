"""`kill -9` at any moment: what was acknowledged is there after the next start, and searches work."""

import json
import time
from pathlib import Path

import pytest

from index.version import verify
from tests.acceptance.conftest import Start
from tests.acceptance.product import Service

HUB = "arxiv:2002.00001"
PAPERS = 300  # in each import: enough that every stage lasts a moment
MOMENTS = ("acknowledged", "reading", "vectors", "words", "checksums")
STAGES = ("", "reading", "papers", "vectors", "words", "checksums")


def papers(batch: int) -> bytes:
    return b"".join(
        json.dumps(
            {"id": f"k{batch}-{n}", "title": f"Kites of kind {n} in wind {batch}", "year": 2000 + batch}
        ).encode()
        + b"\n"
        for n in range(PAPERS)
    )


def submit(service: Service, batch: int) -> str:
    """The id of a job that was acknowledged, and may not have begun."""
    files, fields = {"file": ("kites.jsonl", papers(batch))}, {"hub": HUB, "hub_title": "Kites"}
    reply = service.http.post("/v1/imports", files=files, data=fields)
    assert reply.status_code == 202, reply.text
    return str(reply.json()["id"])


def kill_at(service: Service, job: str, moment: str) -> None:
    """Ends the service without warning once the job has come to that stage, or beyond it."""
    wanted = STAGES.index(moment) if moment in STAGES else -1
    while wanted >= 0:
        found = service.get(f"/v1/jobs/{job}")
        if found["state"] == "succeeded" or STAGES.index(found["stage"]) >= wanted:
            break
    service.kill()


def finished(service: Service, job: str) -> str:
    until = time.monotonic() + 60
    while (found := service.get(f"/v1/jobs/{job}"))["state"] in ("queued", "running") and time.monotonic() < until:
        time.sleep(0.05)
    return str(found["state"])


@pytest.mark.slow
def test_acknowledged_imports_survive_being_killed(start: Start, tmp_path: Path) -> None:
    jobs: list[str] = []
    for batch, moment in enumerate(MOMENTS):
        service = start(tmp_path / "data")
        jobs.append(submit(service, batch))
        kill_at(service, jobs[-1], moment)

    service = start(tmp_path / "data")
    assert [finished(service, job) for job in jobs] == ["succeeded"] * len(MOMENTS)
    everything = service.get(f"/v1/hubs/{HUB}/citers", limit=1)
    assert everything["total"] == PAPERS * len(MOMENTS)
    assert everything["facets"]["year"] == {str(2000 + batch): PAPERS for batch in range(len(MOMENTS))}
    for batch in range(len(MOMENTS)):
        hits = service.get(f"/v1/hubs/{HUB}/citers", q=f"kites of kind 7 in wind {batch}", limit=5)["hits"]
        assert f"local:k{batch}-7" in [hit["paper"]["id"] for hit in hits]
    assert service.stop() == 0
    assert leftovers(tmp_path / "data") == []
    verify(tmp_path / "data" / "index")


def leftovers(data: Path) -> list[str]:
    spooled = [path.name for path in (data / "spool").iterdir()]
    return spooled + [path.name for path in (data / "index" / "versions").iterdir() if path.name.startswith(".")]
