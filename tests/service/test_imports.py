"""Imports over HTTP: acknowledged when safe, resumed after a crash, repeated without harm."""

import errno
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient

from corpus.jobs import FINISHED, JobRecord
from corpus.store_errors import StoreUnwritable
from index.values import SearchRequest
from service.app import create_app
from service.engine import Engine
from service.errors import explained
from service.intake import Stopped
from service.job_records import now
from service.settings import Settings
from tests.service.conftest import open_letters

Many = Callable[..., Path]
WAIT = {"Prefer": "wait=30"}


@pytest.fixture
def empty(empty_engine: Engine) -> Iterator[TestClient]:
    with TestClient(create_app(empty_engine), raise_server_exceptions=False) as client:
        yield client


def send(client: TestClient, body: bytes, name: str = "papers.jsonl", **given: Any) -> Any:
    return client.post("/v1/imports", files={"file": (name, body)}, **{"headers": WAIT, **given})


def spooled(settings: Settings) -> list[str]:
    return sorted(path.suffix for path in (settings.data / "spool").glob("*"))


def test_a_finished_job_reports_and_its_papers_are_searchable(
    empty: TestClient, many: Many, settings: Settings
) -> None:
    reply = send(empty, many(3).read_bytes(), data={"hub": "2001.00001", "hub_title": "Lanterns"})
    job = reply.json()
    assert (reply.status_code, job["state"], job["report"]["added"], job["report"]["errors"]) == (
        200,
        "succeeded",
        3,
        [],
    )
    assert job["report"]["hub"] == "arxiv:2001.00001"
    assert empty.get("/v1/hubs/2001.00001/citers").json()["total"] == 3
    assert spooled(settings) == []


@pytest.mark.parametrize(
    ("name", "format_", "body"),
    [
        ("papers.csv", "auto", b"title,year\nBright lamps,2020\n"),
        ("export", "csv", b"title,year\nBright lamps,2020\n"),
        ("papers.bib", "auto", b"@misc{a, title = {Bright {Lamps}}, year = 2020}\n"),
        ("export", "bibtex", b"@misc{a, title = {Bright {Lamps}}, year = 2020}\n"),
        ("papers.ris", "auto", b"TY  - GEN\nTI  - Bright lamps\nPY  - 2020\nER  - \n"),
        ("export", "ris", b"TY  - GEN\nTI  - Bright lamps\nPY  - 2020\nER  - \n"),
    ],
)
def test_every_format_of_the_contract_is_taken(empty: TestClient, name: str, format_: str, body: bytes) -> None:
    job = send(empty, body, name, data={"format": format_, "hub": "2001.00001"}).json()
    assert (job["state"], job["report"]["added"], job["report"]["errors"]) == ("succeeded", 1, [])
    (hit,) = empty.get("/v1/hubs/2001.00001/citers?q=lamps").json()["hits"]
    assert (hit["paper"]["title"].lower(), hit["paper"]["year"]) == ("bright lamps", 2020)


@pytest.mark.parametrize("hub", ["arxiv:nonsense", "https://example.org/1"])
def test_a_hub_that_names_no_paper_is_refused_at_once(
    empty: TestClient, many: Many, settings: Settings, hub: str
) -> None:
    reply = send(empty, many(1).read_bytes(), data={"hub": hub})
    assert (reply.status_code, reply.json()["type"]) == (422, "urn:citers:problem:unknown_id")
    assert spooled(settings) == []


def test_without_waiting_the_job_is_accepted_and_can_be_followed(empty: TestClient, many: Many) -> None:
    reply = send(empty, many(3).read_bytes(), headers={})
    job_id = reply.json()["id"]
    assert (reply.status_code, reply.headers["location"]) == (202, f"/v1/jobs/{job_id}")
    events = empty.get(f"/v1/jobs/{job_id}/events").text.replace("\r\n", "\n").strip().split("\n\n")
    kind, data = events[-1].splitlines()
    assert (kind, json.loads(data.removeprefix("data: "))["state"]) == ("event: done", "succeeded")
    assert empty.get(f"/v1/jobs/{job_id}").json()["report"]["added"] == 3


@pytest.mark.parametrize("given", ["wait=30", "WAIT=30", 'wait="30"', "respond-async, Wait = 30"])
def test_a_wait_may_be_written_in_any_way(empty: TestClient, many: Many, given: str) -> None:
    assert send(empty, many(3).read_bytes(), headers={"Prefer": given}).json()["state"] == "succeeded"


def test_a_field_given_twice_is_refused(empty: TestClient, many: Many) -> None:
    reply = send(empty, many(3).read_bytes(), data={"hub": ["arxiv:2001.00001", "arxiv:2002.00002"]})
    told = [{"loc": ["body", "hub"], "msg": "was given more than once; give it once"}]
    assert (reply.status_code, reply.json()["errors"]) == (422, told)


def test_who_has_seen_the_job_as_it_is_gets_304(empty: TestClient, many: Many) -> None:
    path = f"/v1/jobs/{send(empty, many(3).read_bytes()).json()['id']}"
    seen = empty.get(path).headers["etag"]
    again = empty.get(path, headers={"If-None-Match": seen})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", seen)


def test_bad_lines_are_named_and_good_ones_kept(empty: TestClient) -> None:
    body = b'{"id": "a", "title": "A"}\n{"id": "b", "title": "B"}\n{"id": "c"\n'
    report = send(empty, body).json()["report"]
    assert (report["added"], report["error_count"], [error["line"] for error in report["errors"]]) == (2, 1, [3])


def test_fields_that_nothing_was_taken_from_are_counted_the_most_frequent_first(empty: TestClient) -> None:
    told = [{"title": f"Paper {n}", "b": n, **({"a": n} if n else {}), f"c{n}": n} for n in range(1_100)]
    body = "".join(json.dumps(each) + "\n" for each in told).encode()
    first, again = (send(empty, body, data={"hub": "2001.00001"}).json()["report"] for _ in range(2))
    assert list(first["unread"].items())[:4] == [("b", 1_100), ("a", 1_099), ("c0", 1), ("c1", 1)]
    assert len(first["unread"]) == 20
    assert (again["unchanged"], again["unread"], again["error_count"]) == (True, first["unread"], 0)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("empty.jsonl", b""),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20),
        ("all-bad.jsonl", b"{\n{\n"),
        ("long.jsonl", b'{"title": "' + b"x" * 1_000_000),
        ("notes.txt", b"Just some words that are not a hub page.\n"),
    ],
)
def test_a_file_of_no_use_fails_with_a_reason_and_is_kept(
    empty: TestClient, settings: Settings, name: str, body: bytes
) -> None:
    job = send(empty, body, name).json()
    assert (job["state"], job["report"]["added"]) == ("failed", 0)
    assert job["report"]["detail"]
    assert len(spooled(settings)) == 1


def test_papers_stored_before_a_build_fails_are_counted_and_found_after_the_next(
    empty: TestClient, many: Many, settings: Settings
) -> None:
    versions, aside = settings.data / "index" / "versions", settings.data / "index" / "aside"
    versions.rename(aside)
    versions.write_bytes(b"")
    job = send(empty, many(3).read_bytes()).json()
    assert (job["state"], job["report"]["added"]) == ("failed", 3)
    assert job["report"]["detail"].startswith(
        "3 papers were stored and can be searched after the next import or start; "
    )
    versions.unlink()
    aside.rename(versions)
    assert send(empty, many(2, 10).read_bytes()).json()["report"]["added"] == 2
    assert empty.get("/v1/search").json()["total"] == 5


def test_a_form_without_a_file_says_so(empty: TestClient) -> None:
    reply = empty.post("/v1/imports", files={"format": (None, "jsonl")})
    assert (reply.status_code, reply.json()["errors"][0]["loc"]) == (422, ["body", "file"])


@pytest.mark.parametrize(
    ("form", "field"),
    [({"hubb": "x"}, "hubb"), ({"format": "pdf"}, "format"), ({"hub": ""}, "hub")],
)
def test_what_is_wrong_with_the_form_is_said(empty: TestClient, form: dict[str, str], field: str) -> None:
    reply = send(empty, b"{}", data=form)
    assert (reply.status_code, reply.json()["errors"][0]["loc"]) == (422, ["body", field])


def test_sources_are_not_made_up(empty: TestClient) -> None:
    reply = empty.post("/v1/imports", json={"source": "elsewhere", "hub": "x"})
    assert (reply.status_code, reply.json()["errors"][0]["loc"]) == (422, ["body", "source"])


def test_the_same_key_gives_the_same_job_and_another_body_is_refused(empty: TestClient, many: Many) -> None:
    keyed = {**WAIT, "Idempotency-Key": "k1"}
    first = send(empty, many(2).read_bytes(), headers=keyed).json()
    assert send(empty, many(2).read_bytes(), headers=keyed).json() == first
    other = send(empty, many(2, 9).read_bytes(), headers=keyed)
    assert (other.status_code, other.json()["type"]) == (422, "urn:citers:problem:idempotency_key_reused")


def test_an_unknown_job_is_a_404(empty: TestClient) -> None:
    assert [empty.get(f"/v1/jobs/none{part}").status_code for part in ("", "/events")] == [404, 404]
    assert empty.delete("/v1/jobs/none").status_code == 404


def test_a_waiting_job_can_be_cancelled_and_a_finished_one_stays(empty: TestClient, many: Many) -> None:
    engine: Engine = empty.app.state.engine  # type: ignore[attr-defined]  # the client hands its application over untyped
    entered, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with engine._writing:
            entered.set()
            leave.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    entered.wait(30)
    running, waiting = (send(empty, many(2, n).read_bytes(), headers={}).json()["id"] for n in (0, 10))
    assert empty.delete(f"/v1/jobs/{waiting}").json()["state"] == "cancelled"
    empty.delete(f"/v1/jobs/{running}")
    leave.set()
    holder.join()
    assert '"state":"cancelled"' in empty.get(f"/v1/jobs/{running}/events").text
    done = send(empty, many(1, 20).read_bytes()).json()
    assert empty.delete(f"/v1/jobs/{done['id']}").json() == done


def test_a_job_that_a_crash_left_is_finished_at_the_next_start(
    open_engine: Callable[..., Engine], many: Many, settings: Settings
) -> None:
    with open_engine() as engine:
        payload = {
            "file": "j1.jsonl",
            "name": "p.jsonl",
            "digest": "",
            "format": "auto",
            "hub": None,
            "hub_title": None,
        }
        engine.store.save_job(JobRecord("j1", "import", "running", now(), now(), "reading", 1, None, payload=payload))
        (settings.data / "spool").mkdir()
        (settings.data / "spool" / "j1.jsonl").write_bytes(many(3).read_bytes())
        (settings.data / "spool" / "stray.jsonl").write_bytes(b"never acknowledged")
    with open_engine() as engine, TestClient(create_app(engine)) as client:
        assert client.get("/v1/jobs/j1/events").text.count("event: done") == 1
        assert client.get("/v1/jobs/j1").json()["report"]["added"] == 3
        assert engine.view().search(SearchRequest()).total == 3
    assert spooled(settings) == []


def test_a_job_under_way_at_the_end_waits_for_the_next_start(
    open_engine: Callable[..., Engine], many: Many, settings: Settings
) -> None:
    with open_engine() as engine:
        app = create_app(engine)
        with TestClient(app) as client:
            app.state.jobs._stopping.set()
            job_id = send(client, many(600).read_bytes(), headers={}).json()["id"]
        left = engine.store.job(job_id)
        assert left is not None
        assert (left.state in {"queued", "running"}, spooled(settings)) == (True, [".jsonl"])
    with open_engine() as engine, TestClient(create_app(engine)) as client:
        client.get(f"/v1/jobs/{job_id}/events")
        assert client.get(f"/v1/jobs/{job_id}").json()["state"] == "succeeded"
        assert engine.view().search(SearchRequest()).total == 600


@pytest.mark.parametrize("batches", [1, 2])
def test_a_job_that_goes_on_counts_what_was_stored_before_the_crash(
    open_engine: Callable[..., Engine], many: Many, monkeypatch: pytest.MonkeyPatch, batches: int
) -> None:
    monkeypatch.setattr("service.intake.BATCH", 2)
    with open_engine() as engine:
        engine.import_file(many(1))
        app, put, stored = create_app(engine), engine.store.put, list[object]()

        def crash(*told: Any, **how: Any) -> object:
            stored.append(put(*told, **how))
            if len(stored) == batches:
                app.state.jobs.leave()
            return stored[-1]

        monkeypatch.setattr(engine.store, "put", crash)
        with TestClient(app) as client:
            job_id = send(client, b'{"title": ""}\n' + many(5).read_bytes()).json()["id"]
    monkeypatch.setattr("service.intake.BATCH", 3)
    with open_engine() as engine, TestClient(create_app(engine)) as client:
        client.get(f"/v1/jobs/{job_id}/events")
        report = client.get(f"/v1/jobs/{job_id}").json()["report"]
        assert engine.view().paper_count == 5
    assert (len(stored), report["added"], report["skipped"], report["error_count"]) == (batches, 4, 1, 1)


def test_a_job_whose_index_was_being_made_when_it_crashed_counts_what_it_stored(
    open_engine: Callable[..., Engine], many: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_told: Any, **_how: Any) -> None:
        raise Stopped("the power failed")

    with open_engine() as engine:
        monkeypatch.setattr(engine, "_built", crash)
        with TestClient(create_app(engine)) as client:
            job_id = send(client, many(3).read_bytes(), headers={}).json()["id"]
    with open_engine() as engine, TestClient(create_app(engine)) as client:
        client.get(f"/v1/jobs/{job_id}/events")
        report = client.get(f"/v1/jobs/{job_id}").json()["report"]
        assert (report["added"], report["skipped"], report["unchanged"]) == (3, 0, False)
        again = send(client, many(3).read_bytes()).json()["report"]
        assert (again["added"], again["skipped"], again["unchanged"]) == (0, 3, True)


def test_nothing_is_written_where_the_data_folder_was_before_it_was_moved(
    open_engine: Callable[..., Engine], many: Many, settings: Settings, tmp_path: Path
) -> None:
    with open_engine() as engine, TestClient(create_app(engine), raise_server_exceptions=False) as client:
        send(client, many(3).read_bytes())
        settings.data.rename(tmp_path / "moved")
        refused = [
            send(client, many(2, 10).read_bytes()),
            client.get("/v1/jobs/1"),
            client.delete("/v1/hubs/local:h"),
        ]
        assert {(reply.status_code, reply.json()["type"]) for reply in refused} == {
            (503, "urn:citers:problem:data_folder_moved")
        }
        assert refused[0].json()["detail"].startswith(f"expected the data folder at {settings.data}, found that it was")
        assert client.get("/v1/search").json()["total"] == 3
        assert not settings.data.exists()
    with Engine.open(replace(settings, data=tmp_path / "moved"), open_embedder=open_letters) as engine:
        assert engine.view().paper_count == 3


def test_an_import_whose_folder_is_moved_meanwhile_goes_on_where_it_is(
    open_engine: Callable[..., Engine],
    many: Many,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("service.intake.BATCH", 2)
    with open_engine() as engine, TestClient(create_app(engine)) as client:
        put = engine.store.put

        def move(*told: Any, **how: Any) -> object:
            counts = put(*told, **how)
            settings.data.rename(tmp_path / "moved")
            return counts

        monkeypatch.setattr(engine.store, "put", move)
        job = send(client, many(5).read_bytes()).json()
        assert (job["state"], job["report"]["added"]) == ("failed", 2)
        assert "found that it was moved or replaced" in job["report"]["detail"]
        assert not settings.data.exists()
    moved = Engine.open(replace(settings, data=tmp_path / "moved"), open_embedder=open_letters)
    with moved as engine, TestClient(create_app(engine)) as client:
        client.get(f"/v1/jobs/{job['id']}/events")
        assert client.get(f"/v1/jobs/{job['id']}").json()["report"]["added"] == 5


def test_a_service_that_only_reads_takes_nothing_in(open_engine: Callable[..., Engine], many: Many) -> None:
    with open_engine() as writer:
        writer.import_file(many(2))
    settings = replace(writer.settings, max_upload_mb=1)
    assert settings.data == writer.settings.data
    with open_engine(writer=False) as engine, TestClient(create_app(engine)) as client:
        assert client.get("/v1/search").json()["total"] == 2
        assert send(client, b"{}").json()["type"] == "urn:citers:problem:not_a_writer"
        assert spooled(settings) == []


def test_an_upload_that_the_disk_has_no_room_for_is_refused_and_leaves_nothing(
    empty: TestClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("service.spool.os.fsync", full)
    reply = send(empty, b'{"title": "A"}\n')
    assert (reply.status_code, reply.json()["type"]) == (503, "urn:citers:problem:upload_not_kept")
    assert "found: No space left on device; free some room there or let" in reply.json()["detail"]
    assert spooled(settings) == []


def test_an_upload_whose_job_cannot_be_saved_leaves_nothing(
    empty: TestClient, empty_engine: Engine, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: JobRecord) -> None:
        raise StoreUnwritable("expected to write, found a full disk; free some")

    monkeypatch.setattr(empty_engine.store, "save_job", full)
    assert send(empty, b'{"title": "A"}\n').status_code == 503
    assert spooled(settings) == []


def test_a_job_whose_end_cannot_be_saved_ends_all_the_same_and_is_done_again(
    open_engine: Callable[..., Engine], many: Many, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_engine() as engine, TestClient(create_app(engine)) as client:
        save = engine.store.save_job

        def full_at_the_end(job: JobRecord) -> None:
            if job.state in FINISHED:
                raise StoreUnwritable("expected to write, found a full disk; free some")
            save(job)

        monkeypatch.setattr(engine.store, "save_job", full_at_the_end)
        job = send(client, many(3).read_bytes()).json()
        assert (job["state"], job["report"]["added"]) == ("succeeded", 3)
        assert client.get(f"/v1/jobs/{job['id']}").json() == job
        assert spooled(settings) == [".jsonl"]
    with open_engine() as engine, TestClient(create_app(engine)) as client:
        client.get(f"/v1/jobs/{job['id']}/events")
        assert client.get(f"/v1/jobs/{job['id']}").json()["report"]["added"] == 3
    assert spooled(settings) == []


def test_a_full_disk_is_named_in_what_a_job_says() -> None:
    told = explained(OSError(errno.ENOSPC, "No space left on device"))
    assert told == "expected room to write to, found: No space left on device; free some, and start the import again"
    assert explained(OSError(errno.ENOENT, "No such file")) is None


def test_a_client_that_leaves_before_its_body_has_ended_is_no_failure_of_the_service(
    empty_engine: Engine,
) -> None:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send_on(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http", "http_version": "1.1", "method": "POST", "path": "/v1/imports", "raw_path": b"/v1/imports",
        "query_string": b"", "root_path": "", "scheme": "http", "server": ("testserver", 80), "client": ("t", 1),
        "headers": [(b"content-type", b"multipart/form-data; boundary=x"), (b"content-length", b"5000")],
    }  # fmt: skip
    anyio.run(create_app(empty_engine), scope, receive, send_on)
    assert sent[0]["status"] == 400


def test_who_waits_for_a_job_is_told_when_the_service_stops_that_it_goes_on_later(
    empty: TestClient, many: Many
) -> None:
    app = empty.app
    engine: Engine = app.state.engine  # type: ignore[attr-defined]  # the client hands its application over untyped
    holding, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with engine._writing:
            holding.set()
            leave.wait(30)

    def stop() -> None:
        while not any(job.state == "running" for job in engine.store.unfinished_jobs()):
            time.sleep(0.01)  # until the reply below is waited for
        app.state.jobs.leave()  # type: ignore[attr-defined]  # as above

    threads = [threading.Thread(target=each) for each in (hold, stop)]
    threads[0].start()
    holding.wait(30)
    threads[1].start()
    reply = send(empty, many(2).read_bytes(), headers={"Prefer": "wait=60"})
    assert (reply.status_code, reply.json()["state"]) == (202, "running")
    assert "event: done" not in empty.get(f"{reply.headers['Location']}/events").text
    leave.set()
    for thread in threads:
        thread.join()
