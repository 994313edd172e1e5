"""Every refusal is a problem that says what was expected, what was found and what to do."""

import gzip
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine

HUB = "/v1/hubs/arxiv:2001.00001"


def refusal(reply: Any) -> tuple[int, str, list[str]]:
    """Status, the slug of the type, and the fields at fault."""
    body = reply.json()
    assert reply.headers["content-type"] == "application/problem+json"
    assert set(body) == {"type", "title", "status", "detail", "request_id", "errors"}
    assert (body["status"], body["request_id"]) == (reply.status_code, reply.headers["x-request-id"])
    slug = body["type"].removeprefix("urn:citers:problem:")
    return reply.status_code, slug, [".".join(map(str, error["loc"])) for error in body["errors"]]


@pytest.mark.parametrize(
    "path", ["/nowhere", "/v1", "/v1/nowhere", "/v1/hubs/x/map", "/v1/hubs/", f"{HUB}/changes", "/v1/jobs/"]
)
def test_unknown_places_are_404(reader: TestClient, path: str) -> None:
    assert refusal(reader.get(path))[0] == 404


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/v1/hubs", "GET, HEAD"),
        ("PUT", "/v1/hubs/2001.00001", "DELETE, GET, HEAD"),
        ("PUT", "/v1/jobs/none", "DELETE, GET, HEAD"),
        ("HEAD", "/v1/ask", "POST"),
        ("POST", "/docs", "GET, HEAD"),
        ("POST", "/v1/openapi.json", "GET, HEAD"),
        ("OPTIONS", "/v1/openapi.json", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_405_and_says_which_are_right(
    reader: TestClient, method: str, path: str, allowed: str
) -> None:
    reply = reader.request(method, path)
    assert (reply.status_code, reply.headers["allow"]) == (405, allowed)
    if method != "HEAD":
        assert refusal(reply) == (405, "method_not_allowed", [])


@pytest.mark.parametrize("body", [b"\xff", b'{"text": ' + b"[" * 100_000, b'{"limit": ' + b"9" * 5_000 + b"}"])
def test_a_body_that_is_no_json_at_all_is_said_to_be_none(reader: TestClient, body: bytes) -> None:
    reply = reader.post("/v1/related", content=body, headers={"content-type": "application/json"})
    assert refusal(reply) == (400, "bad_request", [])
    assert reply.json()["detail"] == (
        "expected a body of JSON in UTF-8, found one that cannot be read as that; "
        "check its encoding, its nesting and the length of its numbers"
    )


@pytest.mark.parametrize("path", ["/v1/ask", "/v1/related", "/v1/search/batch", "/v1/imports"])
@pytest.mark.parametrize("kind", ["text/plain", "application/xml", ""])
def test_other_bodies_are_415(reader: TestClient, path: str, kind: str) -> None:
    reply = reader.post(path, content=b"{}", headers={"content-type": kind} if kind else {})
    assert refusal(reply) == (415, "unsupported_media_type", [])


@pytest.mark.parametrize("path", ["/v1/ask", "/v1/related", "/v1/search/batch"])
def test_coded_bodies_are_415(reader: TestClient, path: str) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    reply = reader.post(path, content=gzip.compress(b'{"text": "wax"}'), headers=headers)
    assert refusal(reply) == (415, "unsupported_media_type", [])
    assert reply.json()["detail"] == "expected a body as it is, found Content-Encoding 'gzip'; send it without"


def test_a_text_without_words_is_422(reader: TestClient) -> None:
    reply = reader.post("/v1/related", json={"text": "..."})
    assert (reply.status_code, "`text` should have words, found none" in reply.json()["detail"]) == (422, True)


@pytest.mark.parametrize("named", ["plain-4", "local:plain-4"])
def test_a_paper_to_be_like_and_unlike_is_422_under_whatever_names(reader: TestClient, named: str) -> None:
    reply = reader.post("/v1/related", json={"like": ["plain-4"], "unlike": [named]})
    assert refusal(reply) == (422, "contrary", [])
    assert reply.json()["detail"] == (
        "expected papers to like and others not to, found local:plain-4 among both; leave one out"
    )


@pytest.mark.parametrize("body", [b"{", b"", b"[1, 2", b"\xff\xfe"])
def test_broken_json_is_422(reader: TestClient, body: bytes) -> None:
    reply = reader.post("/v1/ask", content=body, headers={"content-type": "application/json"})
    assert refusal(reply)[:2] == (422, "invalid_request")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/ask", rb'{"question": "x", "\ud800": 1}'),
        ("/v1/ask", rb'{"question": "x", "filters": {"\ud800": 1}}'),
        ("/v1/search/batch", rb'{"queries": [], "\ud800": 1}'),
        ("/v1/search/batch", rb'{"queries": [{"\ud800": 1}]}'),
    ],
)
def test_half_a_character_names_no_field(reader: TestClient, path: str, body: bytes) -> None:
    reply = reader.post(path, content=body, headers={"content-type": "application/json"})
    found = reply.json()["results"][0]["error"] if reply.status_code == 200 else reply.json()
    assert (found["status"], found["errors"][-1]["loc"][-1]) == (422, r"\ud800")


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/v1/ask", {"question": "Why wax?", "filters": {"year_from": True}}, "body.filters.year_from"),
        ("/v1/ask", {"question": "Why wax?", "filters": {"year_to": False}}, "body.filters.year_to"),
        ("/v1/ask", {"question": "Why wax?", "max_sources": True}, "body.max_sources"),
        ("/v1/related", {"text": "wax", "limit": True}, "body.limit"),
        ("/v1/hubs/2001.00001/table", {"questions": ["Why wax?"], "limit": True}, "body.limit"),
    ],
)
def test_true_and_false_are_no_numbers(reader: TestClient, path: str, body: dict[str, Any], field: str) -> None:
    reply = reader.post(path, json=body)
    assert refusal(reply) == (422, "invalid_request", [field])
    assert reply.json()["errors"][0]["msg"] == "should be a number, found true or false"


def test_true_and_false_are_no_numbers_in_a_batch_either(reader: TestClient) -> None:
    queries = [{"limit": True}, {"diversity": True}, {"year_from": False}, {"limit": 1}]
    results = reader.post("/v1/search/batch", json={"queries": queries}).json()["results"]
    assert [result.get("error", {}).get("detail") for result in results] == [
        "limit: should be a number, found true or false",
        "diversity: should be a number, found true or false",
        "year_from: should be a number, found true or false",
        None,
    ]


@pytest.mark.parametrize("path", ["/v1/ask", "/v1/search/batch", "/v1/related"])
def test_a_large_json_body_is_413(reader: TestClient, path: str) -> None:
    reply = reader.post(path, content=b" " * 8_000_001, headers={"content-type": "application/json"})
    assert refusal(reply) == (413, "body_too_large", [])
    assert "at most 8,000,000 bytes" in reply.json()["detail"]


def test_a_large_upload_is_413_also_when_it_hides_its_size(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jsonl"\r\n\r\n'
        for _ in range(12):
            yield b"x" * 100_000

    known = client.post("/v1/imports", files={"file": ("a.jsonl", b"x" * 1_200_000)})
    hidden = client.post("/v1/imports", content=chunks(), headers={"content-type": "multipart/form-data; boundary=x"})
    assert refusal(known) == refusal(hidden) == (413, "body_too_large", [])


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("qq=lamps", "query.qq", "unknown name 'qq'; did you mean 'q'?"),
        ("rol=method", "query.rol", "unknown name 'rol'; did you mean 'role'?"),
        ("q=", "query.q", "should say something but is blank; leave it out to list without a query"),
        ("q=%20%09", "query.q", "should say something but is blank; leave it out to list without a query"),
        ("q=" + "x" * 2001, "query.q", "String should have at most 2000 characters"),
        ("limit=0", "query.limit", "Input should be greater than or equal to 1"),
        ("limit=101", "query.limit", "Input should be less than or equal to 100"),
        ("limit=ten", "query.limit", "Input should be a valid integer, unable to parse string as an integer"),
        ("mode=exact", "query.mode", "Input should be 'hybrid', 'semantic' or 'lexical'"),
        ("diversity=2", "query.diversity", "Input should be less than or equal to 1"),
        ("year_from=2022&year_to=2021", "query", "year_from should not be after year_to; swap them or leave one out"),
    ],
)
@pytest.mark.parametrize("path", [f"{HUB}/citers", "/v1/search"])
def test_what_is_wrong_with_a_query_is_said(
    reader: TestClient, path: str, query: str, field: str, message: str
) -> None:
    reply = reader.get(f"{path}?{query}")
    assert refusal(reply) == (422, "invalid_request", [field])
    assert reply.json()["errors"][0]["msg"] == message
    assert message in reply.json()["detail"]


@pytest.mark.parametrize("query", ["role=mehtod", "polarity=good", "sort=best", "influential=perhaps", "year_from=x"])
def test_values_that_do_not_exist_are_refused(reader: TestClient, query: str) -> None:
    assert refusal(reader.get(f"/v1/search?{query}"))[:2] == (422, "invalid_request")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"question": " "}, "body.question"),
        ({"question": "x" * 4001}, "body.question"),
        ({}, "body.question"),
        ({"question": "Why?", "huub": "x"}, "body.huub"),
        ({"question": "Why?", "filters": {"rol": "method"}}, "body.filters.rol"),
        ({"question": "Why?", "filters": {"role": ["mehtod"]}}, "body.filters.role.0"),
        ({"question": "Why?", "max_sources": 0}, "body.max_sources"),
        ({"question": "Why?", "generator": "oracle"}, "body.generator"),
        ([], "body"),
    ],
)
def test_what_is_wrong_with_a_body_is_said(reader: TestClient, body: Any, field: str) -> None:
    assert refusal(reader.post("/v1/ask", json=body)) == (422, "invalid_request", [field])


@pytest.mark.parametrize(("path", "field"), [("/v1/ask", "question"), ("/v1/related", "text")])
def test_a_blank_text_that_is_needed_is_not_to_be_left_out(reader: TestClient, path: str, field: str) -> None:
    assert reader.post(path, json={field: " "}).json()["detail"] == f"body.{field}: should say something but is blank"


def routes(reader: TestClient) -> list[tuple[str, str]]:
    document = reader.get("/v1/openapi.json").json()
    return [(method, path) for path, methods in document["paths"].items() for method in methods]


def test_every_route_of_the_contract_refuses_unknown_parameters(reader: TestClient) -> None:
    bodies = {"/v1/ask": {"question": "Why?"}, "/v1/related": {"text": "wax"}, "/v1/search/batch": {"queries": [{}]}}
    bodies["/v1/hubs/{hub}/table"] = {"questions": ["Why?"]}
    for method, path in routes(reader):
        if path.startswith("/v1"):
            url = path.replace("{hub}", "2001.00001").replace("{paper}", "plain-4").replace("{job_id}", "1")
            files = {"file": ("a.jsonl", b"{}")} if path == "/v1/imports" else None
            reply = reader.request(method, url, params={"zzz": "1"}, json=bodies.get(path), files=files)
            assert refusal(reply) == (422, "invalid_request", ["query.zzz"]), (method, path)


def test_an_unforeseen_failure_is_a_500_that_keeps_its_reasons_to_the_log(engine: Engine) -> None:
    app = create_app(engine)

    def broken() -> None:
        raise ZeroDivisionError("secret")

    app.router.routes.append(APIRoute("/v1/broken", broken))
    with TestClient(app, raise_server_exceptions=False) as client:
        reply = client.get("/v1/broken", headers={"X-Request-Id": "mine"})
    assert refusal(reply) == (500, "internal_error", [])
    assert (reply.json()["request_id"], "secret" in reply.text) == ("mine", False)


@pytest.mark.parametrize("repeated", ["q=a&q=b", "limit=1&limit=2", "mode=hybrid&mode=lexical"])
def test_a_parameter_that_means_one_thing_is_given_once(reader: TestClient, repeated: str) -> None:
    reply = reader.get(f"{HUB}/citers?{repeated}")
    assert refusal(reply) == (422, "invalid_request", [f"query.{repeated.partition('=')[0]}"])


def test_a_query_that_cannot_be_seen_is_blank(reader: TestClient) -> None:
    assert refusal(reader.get(f"{HUB}/citers?q=%E2%80%8B")) == (422, "invalid_request", ["query.q"])


@pytest.mark.parametrize("path", [f"{HUB}/citers", "/v1/search", "/v1/hubs", "/v1/about"])
def test_more_parameters_than_anybody_needs_are_refused(reader: TestClient, path: str) -> None:
    reply = reader.get(f"{path}?" + "&".join(f"p{n}=" for n in range(1_001)))
    assert refusal(reply) == (422, "invalid_request", ["query"])
    assert reply.json()["detail"] == "query: expected at most 1,000 parameters, found 1,001; give fewer"


def test_as_many_parameters_as_are_allowed_are_read(reader: TestClient) -> None:
    assert reader.get(f"{HUB}/citers?" + "&".join(["role=method"] * 1_000)).json()["total"] == 2
