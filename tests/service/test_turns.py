"""Those who read through the index take turns, one more at once than there are cores; nobody else waits for them."""

import os
from collections.abc import Awaitable, Callable

import anyio
import httpx
import pytest
from anyio import CapacityLimiter, create_task_group, wait_all_tasks_blocked
from fastapi import FastAPI

from service.app import TURNS, create_app
from service.engine import Engine

HUB, PAPER = "arxiv:2001.00001", "arxiv:2101.00001"
NO_PAIR = f"/v1/hubs/compare?a={HUB}&b={PAPER}"  # one hub alone is held here
WAITING = [
    ("GET", "/v1/search?q=lamps", None),
    ("GET", f"/v1/hubs/{HUB}", None),
    ("GET", f"/v1/hubs/{HUB}/citers", None),
    ("GET", NO_PAIR, None),
    ("GET", f"/v1/hubs/{HUB}/topics", None),
    ("GET", f"/v1/hubs/{HUB}/timeline", None),
    ("GET", f"/v1/hubs/{HUB}/map", None),
    ("GET", f"/v1/hubs/{HUB}/export", None),
    ("GET", f"/v1/papers/{PAPER}/related", None),
    ("POST", "/v1/related", {"like": [PAPER]}),
    ("POST", "/v1/ask", {"question": "Which lamps burn slowly?"}),
]
AT_ONCE = ("/livez", "/readyz", "/metrics", "/v1/about", "/v1/hubs", f"/v1/papers/{PAPER}", "/v1/openapi.json")
Asking = Callable[[httpx.AsyncClient], Awaitable[None]]


@pytest.fixture
def app(shared_engine: Engine) -> FastAPI:
    return create_app(shared_engine)


def asked(app: FastAPI, asking: Asking) -> None:
    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://citers") as client:
            await asking(client)

    anyio.run(run)


def taken(turns: CapacityLimiter) -> None:
    """Has others hold every turn."""
    for one in range(int(turns.total_tokens)):
        turns.acquire_on_behalf_of_nowait(one)


@pytest.mark.parametrize(("method", "path", "body"), WAITING, ids=[path for _, path, _ in WAITING])
def test_who_finds_every_turn_taken_waits_for_one(app: FastAPI, method: str, path: str, body: object) -> None:
    turns: CapacityLimiter = app.state.turns
    replies: list[httpx.Response] = []

    async def asking(client: httpx.AsyncClient) -> None:
        async def ask() -> None:
            replies.append(await client.request(method, path, json=body))

        taken(turns)
        async with create_task_group() as group:
            group.start_soon(ask)
            await wait_all_tasks_blocked()
            assert (turns.statistics().tasks_waiting, replies) == (1, [])
            turns.release_on_behalf_of(0)

    asked(app, asking)
    assert [reply.status_code for reply in replies] == [404 if path == NO_PAIR else 200]
    assert turns.borrowed_tokens == TURNS - 1


def test_the_other_routes_wait_for_nobody(app: FastAPI) -> None:
    async def asking(client: httpx.AsyncClient) -> None:
        taken(app.state.turns)
        taken(app.state.long_turns)
        assert [(await client.get(path)).status_code for path in AT_ONCE] == [200] * len(AT_ONCE)

    asked(app, asking)


def test_a_batch_waits_for_batches_alone(app: FastAPI) -> None:
    async def asking(client: httpx.AsyncClient) -> None:
        taken(app.state.turns)
        reply = await client.post("/v1/search/batch", json={"queries": [{"q": "lamps"}]})
        assert reply.status_code == 200

    asked(app, asking)
    assert (app.state.long_turns.total_tokens, app.state.long_turns.borrowed_tokens) == (1, 0)


def test_a_turn_is_given_back_whatever_comes_of_it(app: FastAPI) -> None:
    async def asking(client: httpx.AsyncClient) -> None:
        found = await client.get("/v1/search?q=lamps")
        again = await client.get("/v1/search?q=lamps", headers={"If-None-Match": found.headers["etag"]})
        absent = await client.get("/v1/hubs/arxiv:1999.99999/citers")
        wrong = await client.get("/v1/search?limit=0")
        assert [reply.status_code for reply in (found, again, absent, wrong)] == [200, 304, 404, 422]

    asked(app, asking)
    assert (app.state.turns.total_tokens, app.state.turns.borrowed_tokens) == ((os.cpu_count() or 1) + 1, 0)
