"""What every reply carries: request id, timing, entity tag; and what the service says of itself."""

import logging

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.engine import Engine
from service.release import release

TAGGED = (
    "/v1/hubs",
    "/v1/hubs/2001.00001",
    "/v1/hubs/2001.00001/citers?q=wax",
    "/v1/search",
    "/v1/papers/plain-4",
    "/v1/papers/plain-4/related",
    "/v1/hubs/2001.00001/topics",
    "/v1/hubs/2001.00001/timeline",
    "/v1/hubs/2001.00001/export?format=csv",
    "/v1/about",
)


@pytest.mark.parametrize("given", ["abc-1", "x" * 128, "with blank"])
def test_a_sane_request_id_is_echoed(reader: TestClient, given: str) -> None:
    assert reader.get("/livez", headers={"X-Request-Id": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "x" * 129, "caf\xe9", "tab\tbed"])
def test_any_other_is_replaced(reader: TestClient, given: str) -> None:
    made = reader.get("/livez", headers={"X-Request-Id": given.encode("latin-1")}).headers["x-request-id"]
    assert (len(made), made.isalnum()) == (32, True)


def test_the_log_line_has_the_request_id_and_stays_one_line(
    reader: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "service.access"):
        reader.get("/v1/papers/a%0Ab", headers={"X-Request-Id": "mine"})
    line = caplog.records[-1].getMessage()
    assert line.startswith("GET /v1/papers/a%0Ab 404 ")
    assert line.endswith(" id=mine")


@pytest.mark.parametrize("path", TAGGED)
def test_who_has_the_bytes_gets_304(reader: TestClient, path: str) -> None:
    first = reader.get(path)
    again = reader.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    lines = [("If-None-Match", '"other"'), ("If-None-Match", first.headers["etag"])]
    assert reader.get(path, headers=lines).status_code == 304
    assert reader.get(path, headers={"If-None-Match": '"other"'}).content == first.content
    assert reader.get(path, headers={"If-None-Match": "*"}).status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/papers/none", 404),
        ("/v1/hubs/none", 404),
        ("/v1/search?q=wax&foo=1", 422),
        ("/v1/search?q=lamps", 304),
        ("/v1/hubs", 304),
    ],
)
def test_who_has_whatever_there_is_gets_it_once_more_where_there_is_nothing(
    reader: TestClient, path: str, status: int
) -> None:
    found = reader.get(path, headers={"If-None-Match": "*"})
    assert found.status_code == status
    assert bool(found.content) is (status != 304)


def test_tags_differ_by_url_and_by_index(client: TestClient) -> None:
    before = client.get("/v1/search?q=wax").headers["etag"]
    assert client.get("/v1/search?q=lamps").headers["etag"] != before
    client.delete("/v1/hubs/2001.00001")
    assert client.get("/v1/search?q=wax").headers["etag"] != before


def test_refusals_carry_no_tag(reader: TestClient) -> None:
    assert "etag" not in reader.get("/v1/papers/none").headers


@pytest.mark.parametrize("path", ["/v1/hubs", "/livez", "/v1/papers/none"])
def test_head_is_a_get_without_a_body(reader: TestClient, path: str) -> None:
    head, get = reader.head(path), reader.get(path)
    assert (head.status_code, head.content, head.headers["content-type"]) == (
        get.status_code,
        b"",
        get.headers["content-type"],
    )


def test_alive_and_ready(reader: TestClient) -> None:
    assert reader.get("/livez").json() == {"alive": True}
    assert reader.get("/readyz").json() == {
        "ready": True,
        "checks": {"index": True, "model": True, "semantic": True, "lexical": True},
    }


def test_a_leg_that_misses_its_canary_is_not_ready(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ready", lambda: {"index": True, "lexical": False})
    with TestClient(create_app(engine)) as client:
        reply = client.get("/readyz")
    assert (reply.status_code, reply.json()["type"]) == (503, "urn:citers:problem:not_ready")
    assert "lexical" in reply.json()["detail"]


def test_about_says_what_runs_and_the_limits(reader: TestClient) -> None:
    about = reader.get("/v1/about").json()
    assert about["version"] == release()
    assert about["index_id"] == reader.get("/v1/hubs").json()["index_id"]
    assert about["models"] == [{"role": "embedding", "name": "letters", "dim": 26}]
    assert (about["papers"], about["hubs"], about["limits"]["query_characters"]) == (5, 1, 2000)
    assert about["limits"]["upload_megabytes"] == 1


def test_metrics_count_by_route_and_not_by_id(engine: Engine) -> None:
    with TestClient(create_app(engine)) as client:
        for name in ("plain-4", "none"):
            client.get(f"/v1/papers/{name}")
        text = client.get("/metrics").text
    assert 'http_requests_total{method="GET",route="/v1/papers/{paper:path}",status="200"} 1.0' in text
    assert 'http_requests_total{method="GET",route="/v1/papers/{paper:path}",status="404"} 1.0' in text
    assert "index_papers 5.0" in text


def test_two_applications_count_apart(engine: Engine) -> None:
    create_app(engine)
    with TestClient(create_app(engine)) as client:
        assert "/livez" not in client.get("/metrics").text
