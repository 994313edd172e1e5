"""What strangers send by mistake over HTTP: each has a clear problem, and what was held before is still answered."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from tests.acceptance import hives
from tests.acceptance.bad_files import BAD_FILES, BadFile
from tests.acceptance.product import Service, problem

BEES = f"/v1/hubs/{hives.HUB}"
UNKNOWN = "arxiv:9901.00001"
OTHER = "arxiv:2003.00001"
LONG = "bees " * 2_000


def answered(service: Service) -> list[Any]:
    """What does not change while other hubs come and go."""
    hits = service.get(f"{BEES}/citers", q="how much honey do city bees make")["hits"]
    assert hits[0]["paper"]["title"] == "Hives on Rooftops"
    assert len(hits) == 5
    return [hits, service.get(BEES)["coverage"]]


@pytest.fixture
def held(server: Service) -> Iterator[Service]:
    """The bees are answered after the test as they were before it."""
    before = answered(server)
    yield server
    assert answered(server) == before


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_file_fails_as_a_whole_or_keeps_what_is_good(held: Service, bad: BadFile) -> None:
    hubs = held.get("/v1/hubs")["items"]
    job = held.take_in(bad.content, bad.name, hub=OTHER)
    report = job["report"]
    if bad.used:
        assert (job["state"], report["added"]) == ("succeeded", bad.used)
        assert [error["line"] for error in report["errors"]] == [bad.line]
        assert bad.says in report["errors"][0]["msg"]
        assert held.http.delete(f"/v1/hubs/{OTHER}").status_code == 200
    else:
        assert (job["state"], report["added"]) == ("failed", 0)
        assert bad.says in report["detail"]
    assert held.get("/v1/hubs")["items"] == hubs


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", f"/v1/hubs/{UNKNOWN}", None),
        ("GET", f"/v1/hubs/{UNKNOWN}/citers?q=honey", None),
        ("GET", f"/v1/search?q=honey&hub={UNKNOWN}", None),
        ("GET", f"/v1/papers/local:b01/related?hub={UNKNOWN}", None),
        ("POST", "/v1/ask", {"question": "Why?", "hub": UNKNOWN}),
        ("POST", "/v1/related", {"text": "honey", "hub": UNKNOWN}),
        ("DELETE", f"/v1/hubs/{UNKNOWN}", None),
    ],
)
def test_an_unknown_hub_is_not_found(held: Service, method: str, path: str, body: dict[str, Any] | None) -> None:
    reply = held.http.request(method, path, json=body)
    assert problem(reply) == (404, "hub_not_found")
    assert UNKNOWN in reply.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/hubs",
        BEES,
        f"{BEES}/citers",
        "/v1/search",
        "/v1/papers/local:b01",
        "/v1/papers/local:b01/related",
        "/v1/about",
    ],
)
def test_an_unknown_parameter_is_refused_by_name(held: Service, path: str) -> None:
    reply = held.http.get(path, params={"limitt": 3})
    assert problem(reply) == (422, "invalid_request")
    assert [error["loc"] for error in reply.json()["errors"]] == [["query", "limitt"]]


@pytest.mark.parametrize(
    ("path", "body"),
    [("/v1/ask", {"question": "Why?"}), ("/v1/related", {"text": "honey"}), ("/v1/search/batch", {"queries": [{}]})],
)
def test_an_unknown_field_is_refused_by_name(held: Service, path: str, body: dict[str, Any]) -> None:
    reply = held.http.post(path, json={**body, "colour": 1})
    assert problem(reply) == (422, "invalid_request")
    assert [error["loc"] for error in reply.json()["errors"]] == [["body", "colour"]]


@pytest.mark.parametrize("text", ["", "   ", "\u200b", LONG])
@pytest.mark.parametrize("path", [f"{BEES}/citers", "/v1/search"])
def test_a_query_that_is_empty_or_too_long_is_refused(held: Service, path: str, text: str) -> None:
    reply = held.http.get(path, params={"q": text})
    assert problem(reply) == (422, "invalid_request")
    assert [error["loc"] for error in reply.json()["errors"]] == [["query", "q"]]


@pytest.mark.parametrize("text", ["", "   ", "\u200b", LONG])
def test_a_question_that_is_empty_or_too_long_is_refused(held: Service, text: str) -> None:
    reply = held.http.post("/v1/ask", json={"question": text, "hub": hives.HUB})
    assert problem(reply) == (422, "invalid_request")
    assert [error["loc"] for error in reply.json()["errors"]] == [["body", "question"]]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "-",
        '"unfinished phrase',
        "title:",
        "-honey -bees",
        "((*)) AND \\ OR",
        "🐝" * 50,
        "SELECT 1; --",
        "%00\x00",
    ],
)
def test_any_other_text_is_a_query(held: Service, text: str) -> None:
    assert held.http.get(f"{BEES}/citers", params={"q": text}).status_code == 200


def test_a_key_makes_a_retry_safe_and_cannot_be_used_for_another_file(held: Service) -> None:
    how = {"data": {"hub": hives.HUB}, "headers": {"Idempotency-Key": "bees-1", "Prefer": "wait=60"}}
    first, again = (held.http.post("/v1/imports", files={"file": ("b.jsonl", hives.JSONL)}, **how) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json()["id"] == again.json()["id"]
    other = held.http.post("/v1/imports", files={"file": ("b.jsonl", b"{}")}, **how)
    assert problem(other) == (422, "idempotency_key_reused")


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /v1/search?q=" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /v1/search?q=café HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
        b"FOO BAR\r\n\r\n",
    ],
    ids=["long", "not escaped", "odd"],
)
def test_what_is_no_http_is_a_problem_too(held: Service, sent: bytes) -> None:
    with socket.create_connection((held.http.base_url.host, held.http.base_url.port), timeout=30) as line:
        line.sendall(sent)
        found = b"".join(iter(lambda: line.recv(65_536), b""))
    head, _, body = found.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"content-type: application/problem+json" in head
    told = json.loads(body)
    assert (told["type"], told["status"]) == ("urn:citers:problem:malformed", 400)
    assert told["detail"] == (
        "Invalid HTTP request received; send a request line and headers of fewer than 64 KB in all, as HTTP/1.1 has "
        "them; in its address, percent-encode whatever is no ASCII, as é as %C3%A9, and blanks as %20"
    )
    assert f"x-request-id: {told['request_id']}".encode() in head
