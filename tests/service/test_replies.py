"""Whoever asks again gets the same bytes, without anything being searched again."""

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from service.engine import Engine
from service.etag import tag
from service.replies import LARGEST_BYTES, KeptReplies


class Counting:
    """Answers with a tag, or without, and counts how often it is asked."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.asked = engine, 0

    def answer(self, request: Request) -> Response:
        self.asked += 1
        named = tag(self.engine.view().index_id, request.scope)
        headers = {} if "untagged" in request.url.path else {"ETag": named}
        size = LARGEST_BYTES + 1 if "large" in request.url.path else 3
        return Response(b"x" * size, 418 if "odd" in request.url.path else 200, headers)


@pytest.fixture
def counting(engine: Engine) -> Counting:
    return Counting(engine)


@pytest.fixture
def kept(counting: Counting, engine: Engine) -> TestClient:
    app = Starlette(routes=[Route("/{rest:path}", counting.answer, methods=["GET", "POST"])])
    return TestClient(KeptReplies(app, engine))


def test_the_second_time_nothing_is_done(kept: TestClient, counting: Counting) -> None:
    first, again = kept.get("/a?q=1"), kept.get("/a?q=1")
    assert (again.content, again.headers) == (first.content, first.headers)
    assert counting.asked == 1


def test_who_has_the_bytes_is_told_so(kept: TestClient, counting: Counting) -> None:
    named = kept.get("/a").headers["etag"]
    again = kept.get("/a", headers={"If-None-Match": f'W/{named}, "other"'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", named)
    assert kept.get("/a", headers={"If-None-Match": '"other"'}).content == b"xxx"
    assert counting.asked == 1


@pytest.mark.parametrize("path", ["/untagged", "/large", "/odd"])
def test_what_bears_no_tag_failed_or_is_too_large_is_asked_for_again(
    kept: TestClient, counting: Counting, path: str
) -> None:
    assert kept.get(path).content == kept.get(path).content
    assert counting.asked == 2


def test_another_url_another_method_or_another_index_is_another_reply(
    kept: TestClient, counting: Counting, engine: Engine
) -> None:
    kept.get("/a")
    kept.get("/a?q=1")
    kept.post("/a")
    assert counting.asked == 3
    engine.load_demo()
    kept.get("/a")
    assert counting.asked == 4


def test_kept_replies_are_counted_under_their_route(client: TestClient) -> None:
    first, again = (client.get("/v1/papers/plain-4") for _ in range(2))
    assert again.content == first.content
    assert again.headers["x-request-id"] != first.headers["x-request-id"]
    counted = 'http_requests_total{method="GET",route="/v1/papers/{paper:path}",status="200"} 2.0'
    assert counted in client.get("/metrics").text
