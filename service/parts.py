"""What routes are handed: the engine of their application, what is searchable now, and the jobs.

None of this waits for anything, so it runs in the event loop: a thread would cost more than the work.
"""

from collections import Counter
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, HTTPException, Query
from fastapi.exceptions import RequestValidationError
from starlette.requests import Request

from service.asked import LIMITS, Asked
from service.engine import Engine
from service.jobs import Jobs
from service.metrics import Metrics
from service.view import View


async def engine(request: Request) -> Engine:
    held: Engine = request.app.state.engine
    return held


async def jobs(request: Request) -> Jobs:
    held: Jobs = request.app.state.jobs
    return held


async def metrics(request: Request) -> Metrics:
    held: Metrics = request.app.state.metrics
    return held


EngineDep = Annotated[Engine, Depends(engine)]
JobsDep = Annotated[Jobs, Depends(jobs)]
MetricsDep = Annotated[Metrics, Depends(metrics)]


async def view(engine: EngineDep) -> View:
    """The same one throughout a request, whatever is imported meanwhile."""
    return engine.view()


ViewDep = Annotated[View, Depends(view)]


async def request_id(request: Request) -> str:
    return str(request.state.request_id)


RequestId = Annotated[str, Depends(request_id)]


async def json_body(request: Request) -> None:
    """Put on a route with a JSON body, refuses bodies of other kinds."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise HTTPException(415, f"expected a body of application/json, found {kind or 'no content type'}")


JsonBody = Depends(json_body)


REPEATABLE = frozenset({"role", "polarity", "venue", "topic", "hub", "section"})


async def once(request: Request) -> None:
    """Put on a router, refuses a parameter that is given twice and means one thing, and more than anybody needs."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    most, found = LIMITS["parameters"], given.total()
    if found > most:
        raise _refused("too_many", {("query",): f"expected at most {most:,} parameters, found {found:,}; give fewer"})
    twice = sorted(name for name, times in given.items() if times > 1 and name not in REPEATABLE)
    if twice:
        raise _refused("repeated", {("query", name): "was given more than once; give it once" for name in twice})


def _refused(kind: str, faults: dict[tuple[str, ...], str]) -> RequestValidationError:
    return RequestValidationError(
        [{"type": kind, "loc": loc, "msg": message, "input": None} for loc, message in faults.items()]
    )


Once = Depends(once)


async def turn(request: Request) -> AsyncIterator[None]:
    """Put on a route that reads through the index, has it wait for one of the application's few turns.

    Many more at once than there are cores would only slow each other down, each with memory of its own; and the other
    routes find a thread free.
    """
    async with request.app.state.turns:
        yield


async def long_turn(request: Request) -> AsyncIterator[None]:
    """As `turn`, for a route that does the work of many: these wait for each other, and nobody else for them."""
    async with request.app.state.long_turns:
        yield


Turn, LongTurn = Depends(turn, scope="function"), Depends(long_turn, scope="function")


class Nothing(Asked):
    """No parameters."""


async def nothing(_: Annotated[Nothing, Query()]) -> None:
    """Put on a route without query parameters, refuses those that are sent."""


NoParameters = Depends(nothing)
