"""The served OpenAPI document agrees with the replies, and the pages agree with the document."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.errors import MEANINGS
from service.problems import BY_STATUS

ROOT = Path(__file__).resolve().parents[2]
HUB, OTHER = "2001.00001", "doi:10.5555/other"
CALLS: dict[tuple[str, str], dict[str, Any]] = {
    ("get", "/v1/hubs"): {},
    ("get", "/v1/hubs/compare"): {"params": {"a": HUB, "b": OTHER}},
    ("get", "/v1/hubs/{hub}"): {},
    ("get", "/v1/hubs/{hub}/citers"): {"params": {"q": "wax", "explain": "true"}},
    ("get", "/v1/hubs/{hub}/export"): {"params": {"format": "csl"}},
    ("get", "/v1/hubs/{hub}/topics"): {},
    ("get", "/v1/hubs/{hub}/map"): {},
    ("get", "/v1/hubs/{hub}/timeline"): {},
    ("get", "/v1/hubs/{hub}/report"): {},
    ("post", "/v1/hubs/{hub}/table"): {"json": {"questions": ["Is wax of bees dear?"], "limit": 2}},
    ("delete", "/v1/hubs/{hub}"): {},
    ("get", "/v1/search"): {"params": {"q": "lamps"}},
    ("post", "/v1/search/batch"): {"json": {"queries": [{"q": "lamps"}, {"zzz": 1}]}},
    ("get", "/v1/papers/{paper}"): {},
    ("get", "/v1/papers/{paper}/related"): {},
    ("post", "/v1/related"): {"json": {"text": "cold air"}},
    ("post", "/v1/ask"): {"json": {"question": "Why do lamps of amber burn slowly?"}},
    ("post", "/v1/imports"): {
        "files": {"file": ("a.jsonl", b'{"title": "A", "role": "method"}\n{"id": "plain-4", "title": "Dim rooms"}')},
        "data": {"hub": OTHER, "hub_title": "Others"},
        "headers": {"Prefer": "wait=30"},
    },
    ("get", "/v1/jobs/{job_id}"): {},
    ("get", "/v1/jobs/{job_id}/events"): {},
    ("delete", "/v1/jobs/{job_id}"): {},
    ("get", "/v1/about"): {},
    ("get", "/livez"): {},
    ("get", "/readyz"): {},
    ("get", "/metrics"): {},
}  # fmt: skip
OF_COMMANDS = {
    (422, "bad_setting"),
    (422, "unknown_checker"),
    (422, "unknown_reranker"),
    (422, "bad_evaluation_folder"),
    (422, "bad_evaluation_report"),
    (422, "evaluations_not_comparable"),
    (422, "related_missing"),
    (503, "bench_failed"),
    (409, "older_schema"),
    (422, "not_a_snapshot"),
    (422, "snapshot_exists"),
    (409, "snapshot_newer"),
    (409, "folder_not_empty"),
    (503, "snapshot_unwritable"),
    (503, "snapshot_damaged"),
}  # of the start and of commands that no route has
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


@pytest.fixture(scope="module")
def document(reader: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/v1/openapi.json").json()
    return found


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], at: str = "") -> list[str]:
    """Where a value differs from its schema: the part of JSON Schema that the document uses."""
    if "$ref" in schema:
        return faults(value, document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], document, at)
    if "anyOf" in schema:
        tried = [faults(value, option, document, at) for option in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    if "type" in schema and not (
        isinstance(value, TYPES[schema["type"]]) and (schema["type"] == "boolean" or not isinstance(value, bool))
    ):
        return [f"{at}: {value!r} is not {schema['type']}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: {value!r} is not one of {schema['enum']}"]
    if isinstance(value, list):
        return [
            fault for n, item in enumerate(value) for fault in faults(item, schema["items"], document, f"{at}[{n}]")
        ]
    if isinstance(value, dict):
        return object_faults(value, schema, document, at)
    return []


def object_faults(value: dict[str, Any], schema: dict[str, Any], document: dict[str, Any], at: str) -> list[str]:
    known, rest = schema.get("properties", {}), schema.get("additionalProperties")
    found = [f"{at}.{name} is missing" for name in schema.get("required", []) if name not in value]
    for name, item in value.items():
        if name in known or isinstance(rest, dict):
            found += faults(item, known.get(name, rest), document, f"{at}.{name}")
        elif rest is not True:
            found.append(f"{at}.{name} is not in the document")
    return found


def operations(document: dict[str, Any]) -> set[tuple[str, str]]:
    return {(method, path) for path, methods in document["paths"].items() for method in methods}


def test_the_table_of_calls_has_every_route(document: dict[str, Any]) -> None:
    assert operations(document) == set(CALLS)


@pytest.mark.parametrize("kind", ["jsonl", "csv", "bibtex", "ris", "csl"])
def test_an_export_is_what_the_document_says(reader: TestClient, document: dict[str, Any], kind: str) -> None:
    reply = reader.get(f"/v1/hubs/{HUB}/export?format={kind}")
    told = document["paths"]["/v1/hubs/{hub}/export"]["get"]["responses"]["200"]["content"]
    media_type = reply.headers["content-type"].partition(";")[0]
    found = reply.json() if media_type.endswith("json") else reply.text
    assert faults(found, told[media_type]["schema"], document) == []


def test_the_document_says_which_replies_have_a_tag_to_ask_again_with(
    client: TestClient, document: dict[str, Any]
) -> None:
    job = client.post("/v1/imports", **CALLS["post", "/v1/imports"]).json()["id"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            url = path.replace("{hub}", HUB).replace("{paper}", "plain-4").replace("{job_id}", job)
            asked = CALLS[method, path].get("params")
            tagged = method == "get" and "etag" in client.get(url, params=asked).headers
            assert ("304" in operation["responses"]) is tagged, (method, path)


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_a_reply_is_what_the_document_says(
    client: TestClient, document: dict[str, Any], method: str, path: str
) -> None:
    needed = "{job_id}" in path or path.endswith("/compare")  # a job, or the hub that it brings
    job = client.post("/v1/imports", **CALLS["post", "/v1/imports"]).json()["id"] if needed else ""
    url = path.replace("{hub}", HUB).replace("{paper}", "plain-4").replace("{job_id}", job)
    reply = client.request(method, url, **CALLS[method, path])
    told = document["paths"][path][method]["responses"]["200"]["content"]
    kind = reply.headers["content-type"].partition(";")[0]
    assert reply.status_code == 200
    if kind == "application/json":
        assert faults(reply.json(), told[kind]["schema"], document) == []
    else:
        assert kind in told


def test_a_problem_is_what_the_document_says(reader: TestClient, document: dict[str, Any]) -> None:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert "application/problem+json" in operation["responses"]["default"]["content"], (method, path)
    schema = {"$ref": "#/components/schemas/Problem"}
    assert faults(reader.get("/v1/search?zzz=1").json(), schema, document) == []


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
    assert named <= set(document["components"]["schemas"])


def test_the_check_finds_what_is_wrong(document: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/MatchOut"}
    wrong = {"field": "body", "text": 3, "start": True, "context": None, "more": 1}
    assert faults(wrong, schema, document) == [
        ".end is missing",
        ".field: 'body' is not one of ['title', 'tldr', 'abstract', 'context']",
        ".text: 3 is not string",
        ".start: True is not integer",
        ".more is not in the document",
    ]


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_every_route_is_documented(method: str, path: str) -> None:
    assert f"| `{method.upper()} {path}` |" in (ROOT / "docs" / "http.md").read_text("utf-8")


def test_every_error_of_a_route_is_documented_under_its_status() -> None:
    page = (ROOT / "docs" / "http.md").read_text("utf-8").partition("## Errors")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", page, re.MULTILINE)
    told = {(int(status), slug) for status, slugs in rows for slug in re.findall(r"`(\w+)`", slugs)}
    known = {(meaning.status, meaning.slug) for meaning in MEANINGS.values()}
    answered = {(status, slug) for status, (slug, _) in BY_STATUS.items()}
    assert told == (known - OF_COMMANDS) | answered | {(400, "body_incomplete"), (422, "invalid_request")}


def test_the_pages_to_try_it_on_need_no_network(reader: TestClient) -> None:
    page = reader.get("/docs").text
    sources = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert sources
    assert [source for source in sources if source.startswith("http")] == []
    assert {reader.get(source).status_code for source in sources} == {200}
