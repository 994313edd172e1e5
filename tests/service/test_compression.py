"""Large replies go compressed to those who take it; what they come to is the same."""

import pytest
from fastapi.testclient import TestClient

from service.compression import takes_gzip

PLAIN, PACKED = {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip"}
SEARCH = "/v1/search?q=lamps&explain=true"


def test_a_large_reply_is_the_same_when_it_is_compressed(reader: TestClient) -> None:
    plain, packed = reader.get(SEARCH, headers=PLAIN), reader.get(SEARCH, headers=PACKED)
    assert (plain.headers.get("content-encoding"), packed.headers["content-encoding"]) == (None, "gzip")
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) // 2
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"
    assert packed.headers["etag"] == f"W/{plain.headers['etag']}"


def test_who_has_either_form_is_told_so(reader: TestClient) -> None:
    for headers in (PLAIN, PACKED):
        named = reader.get(SEARCH, headers=headers).headers["etag"]
        assert reader.get(SEARCH, headers={**PACKED, "If-None-Match": named}).status_code == 304


@pytest.mark.parametrize("path", ["/livez", "/v1/hubs", "/v1/papers/nothing"])
def test_a_small_reply_goes_as_it_is(reader: TestClient, path: str) -> None:
    assert not {"content-encoding", "vary"} & set(reader.get(path, headers=PACKED).headers)


def test_events_go_as_they_come(reader: TestClient) -> None:
    asked = {"question": "Why do lamps of amber burn slowly?", "stream": True}
    reply = reader.post("/v1/ask", json=asked, headers=PACKED)
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert "content-encoding" not in reply.headers


def test_an_export_is_compressed_as_it_is_written(reader: TestClient) -> None:
    plain, packed = (reader.get("/v1/hubs/2001.00001/export", headers=headers).content for headers in (PLAIN, PACKED))
    assert packed == plain
    head = reader.head("/v1/hubs/2001.00001/export", headers=PACKED)
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    ("named", "taken"),
    [
        ("gzip", True),
        ("br, GZIP ;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0, br", False),
        ("gzip;q=1.0", True),
        ("x-gzip2", False),
        ("", False),
        ("identity", False),
    ],
)
def test_gzip_is_for_those_who_take_it(named: str, taken: bool) -> None:
    assert takes_gzip({"type": "http", "headers": [(b"accept-encoding", named.encode())]}) is taken
