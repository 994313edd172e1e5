"""Papers fetched from a catalogue over HTTP: jobs as uploads have them, and what comes of a walk that ends early."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from typing import Any, Protocol

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine
from service.intake import today
from service.settings import Settings
from tests.catalogue import (
    BROKEN,
    BUSY,
    HUB,
    Catalogue,
    Reply,
    Request,
    Script,
    citer,
    openalex,
    semantic_scholar,
    serving,
    unknown,
    work,
)
from tests.service.conftest import open_letters

WAIT = {"Prefer": "wait=30"}
FIVE = [citer(n) for n in range(1, 6)]


class Opened(Protocol):
    def __call__(self, s2: Script = unknown, openalex: Script = unknown) -> tuple[TestClient, Catalogue, Catalogue]: ...


@pytest.fixture
def opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """A service on the data folder that fetches from catalogues of this machine; it ends before another begins."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with ExitStack() as last:

        def start(s2: Script = unknown, openalex: Script = unknown) -> tuple[TestClient, Catalogue, Catalogue]:
            last.close()
            first, second = (last.enter_context(serving(script)) for script in (s2, openalex))
            asking = replace(settings, s2_url=first.url, openalex_url=second.url)
            engine = last.enter_context(Engine.open(asking, open_embedder=open_letters))
            client = TestClient(create_app(engine), raise_server_exceptions=False)
            return last.enter_context(client), first, second

        yield start


def fetch(client: TestClient, hub: str = "2001.00001", source: str = "semantic_scholar", **how: Any) -> Any:
    return client.post("/v1/imports", json={"source": source, "hub": hub}, **{"headers": WAIT, **how})


def counts(job: Any) -> tuple[str, list[int]]:
    return job["state"], [job["report"][name] for name in ("added", "updated", "merged", "skipped", "error_count")]


def spooled(settings: Settings) -> list[str]:
    return sorted(path.suffix for path in (settings.data / "spool").glob("*"))


def test_the_citing_papers_of_every_page_are_held_with_what_is_told_of_the_hub(
    opened: Opened, settings: Settings
) -> None:
    client, s2, _ = opened(semantic_scholar(FIVE))
    reply = fetch(client)
    job = reply.json()
    assert (reply.status_code, counts(job)) == (200, ("succeeded", [5, 0, 0, 0, 0]))
    assert (job["report"]["hub"], job["report"]["unread"]) == ("arxiv:2001.00001", {})
    told = {"source": "semantic_scholar", "papers": 5, "known_total": 5, "missing": None, "lacking": None}
    assert job["report"]["fetched"] == told
    assert s2.places() == ["hub", "0", "2", "4"]
    page = client.get("/v1/hubs/2001.00001").json()
    assert (page["paper"]["title"], page["paper"]["abstract"]) == ("Lanterns", "Small lights for large rooms.")
    assert (page["paper"]["tldr"], page["paper"]["ids"]["s2"]) == ("Small lights.", "77")
    assert (page["coverage"]["known_total"], page["coverage"]["held"], page["coverage"]["with_context"]) == (5, 5, 5)
    assert (page["coverage"]["with_tldr"], page["coverage"]["as_of"]) == (1, today())
    assert page["roles"] == {"method": 5, "of": 5, "basis": "citations"}
    assert spooled(settings) == []


def test_nothing_is_sent_but_the_id_of_the_hub_and_those_that_the_catalogue_told_itself(opened: Opened) -> None:
    client, s2, works = opened(semantic_scholar(FIVE[:1]), openalex([work(1)]))
    fetch(client)
    fetch(client, source="openalex")
    assert [request.path for request in s2.asked] == [
        "graph/v1/paper/ARXIV:2001.00001",
        f"graph/v1/paper/{'f' * 40}/citations",
        "graph/v1/paper/batch",
    ]
    assert [request.told for request in s2.asked] == [None, None, {"ids": [f"{1:040x}"]}]
    assert [request.path for request in works.asked][:2] == ["works/doi:10.48550/arXiv.2001.00001", "works"]
    assert works.asked[1].params["filter"] == "cites:W1000001"
    sent = {"accept", "accept-encoding", "connection", "host", "user-agent", "content-length", "content-type"}
    assert {name for request in (*s2.asked, *works.asked) for name in request.headers} == sent
    assert s2.asked[0].headers["user-agent"] == "citers/0.1.0"


def test_fetched_again_only_what_is_new_is_added(opened: Opened) -> None:
    client, _, _ = opened(semantic_scholar(FIVE[:4]))
    fetch(client)
    client, _, _ = opened(semantic_scholar([citer(6), *FIVE[:3], citer(4, abstract="Lamps, four of them, lit.")]))
    assert counts(fetch(client).json()) == ("succeeded", [1, 1, 0, 3, 0])
    again = fetch(client).json()
    assert (counts(again), again["report"]["unchanged"]) == (("succeeded", [0, 0, 0, 5, 0]), True)


def test_papers_that_both_catalogues_tell_of_are_held_once(opened: Opened) -> None:
    by_arxiv = citer(3, externalIds={"ArXiv": "2101.00003"})
    at_arxiv = work(3, doi=None, primary_location={"landing_page_url": "https://arxiv.org/abs/2101.00003"})
    client, _, _ = opened(semantic_scholar([*FIVE[:2], by_arxiv]), openalex([work(2), at_arxiv, work(9)]))
    fetch(client)
    job = fetch(client, source="openalex").json()
    assert counts(job) == ("succeeded", [1, 0, 2, 0, 0])
    page = client.get("/v1/hubs/2001.00001").json()
    assert (page["coverage"]["held"], page["paper"]["ids"]["openalex"]) == (4, "W1000001")


def test_a_hub_that_is_held_is_asked_for_by_the_ids_that_it_has_and_keeps_its_name(opened: Opened) -> None:
    client, s2, _ = opened(semantic_scholar(FIVE[:1]))
    line = '{"title": "First", "hub": {"id": "lamps", "title": "Lanterns", "doi": "10.1000/lanterns"}}'
    client.post("/v1/imports", files={"file": ("p.jsonl", line.encode())}, headers=WAIT)
    job = fetch(client, "local:lamps").json()
    assert (counts(job), job["report"]["hub"]) == (("succeeded", [1, 0, 0, 0, 0]), "local:lamps")
    assert s2.asked[0].path == "graph/v1/paper/DOI:10.1000/lanterns"
    assert client.get("/v1/hubs/2001.00001").json()["coverage"]["held"] == 2


def test_a_paper_that_the_catalogue_does_not_know_fails_the_job(opened: Opened, settings: Settings) -> None:
    client, s2, _ = opened()
    job = fetch(client).json()
    assert (job["state"], len(s2.asked), spooled(settings)) == ("failed", 1, [])
    assert job["report"]["detail"] == (
        "expected a paper that Semantic Scholar knows, found arxiv:2001.00001; check the id, or ask another source"
    )
    assert client.get("/v1/hubs/2001.00001").status_code == 404


def test_a_paper_that_nobody_cites_fails_the_job(opened: Opened) -> None:
    client, _, _ = opened(semantic_scholar([]))
    detail = fetch(client).json()["report"]["detail"]
    assert detail.startswith("expected papers that cite arxiv:2001.00001, found none at Semantic Scholar")


@pytest.mark.parametrize(
    ("hub", "source"), [("W1000001", "semantic_scholar"), ("P02-1040", "openalex"), ("x", "openalex")]
)
def test_an_id_that_the_catalogue_cannot_know_is_refused_at_once(opened: Opened, hub: str, source: str) -> None:
    client, s2, works = opened()
    reply = fetch(client, hub, source)
    assert (reply.status_code, reply.json()["type"]) == (422, "urn:citers:problem:unknown_id")
    assert "knows a paper by (" in reply.json()["detail"]
    assert s2.asked + works.asked == []


def test_a_catalogue_that_does_not_answer_fails_the_job_with_what_to_do(opened: Opened) -> None:
    client, s2, _ = opened()
    s2.instead["hub"] = repeat(BROKEN)
    job = fetch(client).json()
    assert (job["state"], len(s2.asked)) == ("failed", 6)
    assert job["report"]["detail"] == (
        f"expected a reply of Semantic Scholar ({s2.url}), found status 504, 'Endpoint request timed out' (6 tries); "
        "try again later, or import a file: citers import FILE"
    )


def test_what_was_fetched_before_a_page_that_fails_is_kept_and_the_job_says_so(
    opened: Opened, settings: Settings
) -> None:
    client, s2, _ = opened(semantic_scholar(FIVE))
    s2.instead["4"] = repeat(BUSY)
    job = fetch(client).json()
    assert counts(job) == ("succeeded", [4, 0, 0, 0, 1])
    (error,) = job["report"]["errors"]
    assert error["line"] is None
    assert error["msg"].startswith("incomplete: 4 of 5 citing papers were fetched and are kept: expected a reply of")
    assert "set CITERS_S2_KEY to a key" in job["report"]["fetched"]["missing"]
    coverage = client.get("/v1/hubs/2001.00001").json()["coverage"]
    assert (coverage["known_total"], coverage["held"], spooled(settings)) == (5, 4, [])
    del s2.instead["4"]
    assert counts(fetch(client).json()) == ("succeeded", [1, 0, 0, 4, 0])


def test_a_page_that_ends_in_the_middle_is_asked_for_again(opened: Opened) -> None:
    client, s2, _ = opened(semantic_scholar(FIVE))
    s2.instead["2"] = iter([Reply({"data": FIVE}, cut=True)])
    s2.instead["4"] = iter([BUSY, BROKEN])
    assert counts(fetch(client).json()) == ("succeeded", [5, 0, 0, 0, 0])
    assert s2.places() == ["hub", "0", "2", "2", "4", "4", "4"]


def test_papers_come_without_summaries_where_these_cannot_be_had(opened: Opened) -> None:
    client, s2, _ = opened(semantic_scholar(FIVE))
    s2.instead["batch"] = repeat(Reply({"message": "Forbidden"}, 403))
    job = fetch(client).json()
    assert (counts(job), job["report"]["fetched"]["missing"]) == (("succeeded", [5, 0, 0, 0, 1]), None)
    assert job["report"]["errors"][0]["msg"].startswith("summaries (TLDR) are lacking, since not all could be fetched")
    del s2.instead["batch"]
    assert counts(fetch(client).json()) == ("succeeded", [0, 1, 0, 4, 0])
    found = client.get("/v1/papers/doi:10.1000%2F2").json()
    assert (found["tldr"], found["tldr_source"]) == ("Two lamps.", "source")


def held_up(script: Script, at: str, then: Callable[[], object]) -> Script:
    """The script, which does something before it replies at that place."""

    def reply(request: Request) -> Reply:
        if request.params.get("offset") == at:
            then()
        return script(request)

    return reply


def test_a_cancelled_walk_stops_at_the_next_page_and_leaves_nothing(opened: Opened, settings: Settings) -> None:
    reached, leave = threading.Event(), threading.Event()

    def wait() -> None:
        reached.set()
        leave.wait(30)

    client, s2, _ = opened(held_up(semantic_scholar(FIVE), "2", wait))
    job_id = fetch(client, headers={}).json()["id"]
    reached.wait(30)
    running = client.get(f"/v1/jobs/{job_id}").json()
    assert (running["state"], running["stage"], running["done"], running["total"]) == ("running", "fetching", 2, 5)
    client.delete(f"/v1/jobs/{job_id}")
    leave.set()
    assert '"state":"cancelled"' in client.get(f"/v1/jobs/{job_id}/events").text
    assert (s2.places(), spooled(settings)) == (["hub", "0", "2"], [])
    assert client.get("/v1/hubs/2001.00001").status_code == 404


def test_a_walk_that_a_crash_ended_goes_on_at_the_page_after_those_that_it_has(
    opened: Opened, settings: Settings
) -> None:
    crash: list[Callable[[], object]] = []
    client, _, _ = opened(held_up(semantic_scholar(FIVE), "2", lambda: crash[0]()))
    crash.append(client.app.state.jobs.leave)  # type: ignore[attr-defined]  # the client hands its application over untyped
    job_id = fetch(client, headers=WAIT).json()["id"]
    (left,) = (settings.data / "spool").glob("*")
    whole = left.read_bytes()
    assert whole.count(b"\n") in {2, 4}
    left.write_bytes(whole + b'{"title": "half a pa')
    client, s2, _ = opened(semantic_scholar(FIVE))
    client.get(f"/v1/jobs/{job_id}/events")
    job = client.get(f"/v1/jobs/{job_id}").json()
    assert (counts(job), job["report"]["fetched"]["papers"]) == (("succeeded", [5, 0, 0, 0, 0]), 5)
    assert s2.places() == ["hub", *["2", "4"][whole.count(b"\n") // 2 - 1 :]]
    assert spooled(settings) == []


def test_a_walk_whose_file_is_lost_is_begun_anew(opened: Opened, settings: Settings) -> None:
    crash: list[Callable[[], object]] = []
    client, _, _ = opened(held_up(semantic_scholar(FIVE), "2", lambda: crash[0]()))
    crash.append(client.app.state.jobs.leave)  # type: ignore[attr-defined]  # the client hands its application over untyped
    job_id = fetch(client, headers=WAIT).json()["id"]
    (left,) = (settings.data / "spool").glob("*")
    left.unlink()
    client, s2, _ = opened(semantic_scholar(FIVE))
    client.get(f"/v1/jobs/{job_id}/events")
    assert counts(client.get(f"/v1/jobs/{job_id}").json()) == ("succeeded", [5, 0, 0, 0, 0])
    assert s2.places() == ["hub", "0", "2", "4"]


def test_the_same_key_gives_the_same_job_and_asks_once(opened: Opened) -> None:
    client, s2, _ = opened(semantic_scholar(FIVE[:1]))
    keyed = {**WAIT, "Idempotency-Key": "k1"}
    first = fetch(client, headers=keyed).json()
    assert fetch(client, "https://arxiv.org/abs/2001.00001v2", headers=keyed).json() == first
    assert s2.places() == ["hub", "0"]
    other = fetch(client, source="openalex", headers=keyed)
    assert (other.status_code, other.json()["type"]) == (422, "urn:citers:problem:idempotency_key_reused")


@pytest.mark.shared
def test_a_recorded_walk_is_held_whole(opened: Opened, shared_data: Path) -> None:
    files = sorted((shared_data / "s2_api").glob("s2__200__graph_paper_CorpusID_14514057_citations*.json"))
    pages = {str(100 * n): json.loads(file.read_text("utf-8"))["response"]["body"] for n, file in enumerate(files)}
    script = semantic_scholar([])
    client, _, _ = opened(
        lambda asked: Reply(pages[asked.params["offset"]]) if "offset" in asked.params else script(asked)
    )
    job = fetch(client, headers={"Prefer": "wait=60"}).json()
    assert counts(job) == ("succeeded", [1881, 0, 0, 0, 0])
    assert job["report"]["fetched"]["papers"] == 1881


def test_entries_without_a_title_are_told_and_the_hub_is_told_with_the_first_that_has_one(opened: Opened) -> None:
    client, _, _ = opened(semantic_scholar([citer(1, title=None), citer(2, paperId=None), citer(3)]))
    job = fetch(client).json()
    assert (counts(job), job["report"]["errors"][0]["line"]) == (("succeeded", [2, 0, 0, 0, 1]), 1)
    assert client.get("/v1/hubs/2001.00001").json()["paper"]["title"] == HUB["title"]
