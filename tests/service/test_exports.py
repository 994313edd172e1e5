"""The whole of a search as a file: what is in it, its order, its headers, and what is refused."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import anyio
import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine
from service.routes.exports import file_name
from service.view import View

HUB = "/v1/hubs/arxiv:2001.00001"
NEWEST_FIRST = ["local:plain-4", "doi:10.5555/a/b", "arxiv:2101.00001", "arxiv:2101.00002"]
ASKED: list[dict[str, Any]] = [
    {},
    {"q": "lamps of amber"},
    {"q": "blue flames", "mode": "lexical"},
    {"q": "wax", "mode": "semantic", "diversity": 0.7},
    {"q": "wax", "sort": "title"},
    {"q": "lamps", "relevant_only": True},
    {"q": "wax -bees"},
    {"q": "-bees"},
    {"sort": "year"},
    {"role": ["method", "background"], "year_to": 2021},
    {"venue": "Light", "has_abstract": True},
    {"polarity": "contrast"},
    {"topic": "none"},
]


def exported(reader: TestClient, **asked: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in reader.get(f"{HUB}/export", params=asked).text.splitlines()]


def walked(reader: TestClient, **asked: Any) -> list[dict[str, Any]]:
    """The hits of every page."""
    hits, cursor = [], {}
    while True:
        page = reader.get(f"{HUB}/citers", params={**asked, **cursor, "limit": 1}).json()
        hits += page["hits"]
        if page["next_cursor"] is None:
            return hits
        cursor = {"cursor": page["next_cursor"]}


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: urlencode(asked, doseq=True) or "all")
def test_an_export_is_a_walk_through_every_page(reader: TestClient, asked: dict[str, Any]) -> None:
    hits = walked(reader, **asked)
    assert exported(reader, **asked) == [hit["paper"] | hit["citation"] for hit in hits]


def test_without_a_query_the_newest_come_first(reader: TestClient) -> None:
    assert [paper["id"] for paper in exported(reader)] == NEWEST_FIRST


def test_a_format_is_json_lines_unless_told(reader: TestClient) -> None:
    assert reader.get(f"{HUB}/export").content == reader.get(f"{HUB}/export?format=jsonl").content


FILES = [
    ("jsonl", "application/jsonl", "jsonl"),
    ("csv", "text/csv; charset=utf-8; header=present", "csv"),
    ("bibtex", "application/x-bibtex; charset=utf-8", "bib"),
    ("ris", "application/x-research-info-systems; charset=utf-8", "ris"),
    ("csl", "application/vnd.citationstyles.csl+json", "json"),
]


@pytest.mark.parametrize(("named", "media_type", "suffix"), FILES)
def test_a_file_says_what_it_is(reader: TestClient, named: str, media_type: str, suffix: str) -> None:
    reply = reader.get("/v1/hubs/https%3A%2F%2Farxiv.org%2Fabs%2F2001.00001/export", params={"format": named})
    assert (reply.status_code, reply.headers["content-type"]) == (200, media_type)
    assert reply.headers["content-disposition"] == f'attachment; filename="citers-of-arxiv-2001.00001.{suffix}"'
    assert reply.headers["x-index-id"] == reader.get("/v1/hubs").json()["index_id"]


def test_each_format_has_every_paper(reader: TestClient) -> None:
    text = {named: reader.get(f"{HUB}/export?format={named}").text for named, _, _ in FILES}
    assert [paper["id"] for paper in json.loads(text["csl"])] == NEWEST_FIRST
    assert [row["id"] for row in csv.DictReader(text["csv"].splitlines())] == NEWEST_FIRST
    assert [line[6:] for line in text["ris"].splitlines() if line.startswith("ID  - ")] == NEWEST_FIRST
    assert [line[6:-1] for line in text["bibtex"].splitlines() if line.startswith("@misc{")] == NEWEST_FIRST


def test_nothing_found_is_an_empty_file(reader: TestClient) -> None:
    reply = reader.get(f"{HUB}/export?year_to=1900")
    assert (reply.status_code, reply.content) == (200, b"")


@pytest.mark.parametrize(
    ("parameters", "at_fault"),
    [
        ("limit=5", "limit"),
        ("cursor=x", "cursor"),
        ("explain=true", "explain"),
        ("formt=csv", "formt"),
        ("format=xlsx", "format"),
        ("format=csv&format=ris", "format"),
        ("q=", "q"),
        ("diversity=2", "diversity"),
    ],
)
def test_what_it_does_not_take_is_refused(reader: TestClient, parameters: str, at_fault: str) -> None:
    reply = reader.get(f"{HUB}/export?{parameters}")
    assert (reply.status_code, reply.headers["content-type"]) == (422, "application/problem+json")
    assert at_fault in {error["loc"][1] for error in reply.json()["errors"]}


def test_an_unknown_hub_is_told_before_the_first_byte(reader: TestClient) -> None:
    reply = reader.get("/v1/hubs/arxiv:1901.00009/export")
    assert (reply.status_code, reply.json()["type"]) == (404, "urn:citers:problem:hub_not_found")


def test_who_has_the_bytes_gets_304(reader: TestClient) -> None:
    first = reader.get(f"{HUB}/export?format=ris")
    again = reader.get(f"{HUB}/export?format=ris", headers={"If-None-Match": first.headers["etag"]})
    other = reader.get(f"{HUB}/export?format=csv", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)


def test_head_says_what_get_would_and_reads_no_paper(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(View, "records", lambda *_: (pytest.fail("a paper was read") for _ in "x"))
        head = reader.head(f"{HUB}/export?format=csv&sort=title")
    get = reader.get(f"{HUB}/export?format=csv&sort=title")  # after it: what HEAD was told is no reply to a GET
    assert len(get.content.splitlines()) > 1
    named = ("content-type", "content-disposition", "etag", "x-index-id")
    assert (head.status_code, head.content) == (200, b"")
    assert [head.headers[name] for name in named] == [get.headers[name] for name in named]


@pytest.mark.parametrize(("taken", "coding"), [("gzip", "gzip"), ("identity", None)])
def test_head_says_how_get_would_be_coded(client: TestClient, taken: str, coding: str | None) -> None:
    of = {"url": f"{HUB}/export?format=ris&sort=title", "headers": {"Accept-Encoding": taken}}
    head, get = client.head(**of), client.get(**of)
    for reply in (head, get):
        assert (reply.headers.get("content-encoding"), reply.headers["vary"]) == (coding, "Accept-Encoding")
    assert head.content == b""


@pytest.mark.parametrize(
    ("hub", "named"),
    [
        ("arxiv:2306.02707", "citers-of-arxiv-2306.02707.bib"),
        ("doi:10.1000/a%22b%0D%0A", "citers-of-doi-10.1000-a-22b-0D-0A.bib"),
        ("local:..%2F..%2Fetc", "citers-of-local-..-2F..-2Fetc.bib"),
        ("local:" + "x" * 200, "citers-of-local-" + "x" * 74 + ".bib"),
    ],
)
def test_a_file_name_is_plain_whatever_the_hub_is_called(hub: str, named: str) -> None:
    assert file_name(hub, "bib") == named


def test_what_is_exported_can_be_imported_elsewhere(reader: TestClient, empty_engine: Engine) -> None:
    file = reader.get(f"{HUB}/export").content
    with TestClient(create_app(empty_engine)) as elsewhere:
        job = elsewhere.post("/v1/imports", files={"file": ("a.jsonl", file)}, headers={"Prefer": "wait=30"}).json()
        assert (job["state"], job["report"]["added"], job["report"]["errors"]) == ("succeeded", 4, [])
        assert elsewhere.get(f"{HUB}/export").content == file


@pytest.fixture
def large(empty_engine: Engine, many: Callable[..., Path]) -> Engine:
    empty_engine.import_file(many(2000), hub="arxiv:2001.00001")
    return empty_engine


def test_a_client_that_leaves_stops_the_work(large: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    records = View.records

    def watched(view: View, *asked: Any) -> Iterator[Any]:
        for record in records(view, *asked):
            read.append(record)
            yield record

    monkeypatch.setattr(View, "records", watched)
    anyio.run(leave_after_the_first_block, large)
    assert 0 < len(read) < 1500


async def leave_after_the_first_block(engine: Engine) -> None:
    """What the server tells an application whose client goes away."""
    left = anyio.Event()
    received: list[Any] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            left.set()
            await anyio.sleep_forever()

    async def receive() -> Any:
        if received:
            return received.pop()
        await left.wait()
        return {"type": "http.disconnect"}

    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "method": "GET",
        "path": f"{HUB}/export", "raw_path": f"{HUB}/export".encode(), "query_string": b"", "headers": [],
        "scheme": "http", "server": ("test", 80), "client": ("test", 1), "root_path": "",
    }  # fmt: skip
    await create_app(engine)(scope, receive, send)


def test_a_coding_named_where_there_is_no_body_is_nothing(reader: TestClient) -> None:
    plain = reader.get(f"{HUB}/export?format=jsonl")
    coded = reader.get(f"{HUB}/export?format=jsonl", headers={"Content-Encoding": "gzip"})
    assert (coded.status_code, coded.content) == (200, plain.content)
