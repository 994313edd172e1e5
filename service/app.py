"""The HTTP application: routes, middleware and handlers around one engine."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi_offline import FastAPIOffline

from service.asked import LIMITS
from service.body_limit import BodyLimit
from service.compression import Compressed
from service.engine import Engine
from service.errors import explained
from service.following import following
from service.jobs import Jobs
from service.metrics import Metrics
from service.middleware import Envelope
from service.parts import Once
from service.problems import PROBLEM_RESPONSE, install
from service.release import release
from service.replies import KeptReplies
from service.routes import exports, health, hubs, imports, pages, papers, questions, reports, search

FORM_BYTES = 100_000  # of an upload, beside its file
WRITING = 32  # language models' replies that are waited for at the same time
# Of those who read through the index at the same time: one more than there are cores, so that none is idle while a
# reply is handed on (16 clients got 118 replies a second instead of 110).
TURNS = (os.cpu_count() or 1) + 1


def create_app(engine: Engine) -> FastAPI:
    """Serves `engine`, which stays the caller's to close after the application has shut down."""
    app = FastAPIOffline(
        title="citers",
        summary="Search, question and read the papers that cite a paper.",
        version=release(),
        openapi_url="/v1/openapi.json",
        lifespan=working,
        redirect_slashes=False,
        responses={"default": PROBLEM_RESPONSE},
    )
    app.state.engine, app.state.metrics = engine, Metrics()
    app.state.jobs = Jobs(engine, explained)
    app.state.writing = anyio.CapacityLimiter(WRITING)
    app.state.turns, app.state.long_turns = anyio.CapacityLimiter(TURNS), anyio.CapacityLimiter(1)
    upload_bytes = engine.settings.max_upload_mb * 1_000_000 + FORM_BYTES
    app.add_middleware(BodyLimit, limit=lambda path: upload_bytes if path == "/v1/imports" else LIMITS["json_bytes"])
    app.add_middleware(KeptReplies, engine=engine)
    app.add_middleware(Compressed)
    app.add_middleware(Envelope, metrics=app.state.metrics)
    install(app)
    for routes in (imports, exports, reports, hubs, search, papers, questions, health, pages):
        app.include_router(routes.router, dependencies=[Once])
    return app


@asynccontextmanager
async def working(app: FastAPI) -> AsyncIterator[None]:
    """Jobs that a crash left go on from here; those under way at the end wait for the next start."""
    engine: Engine = app.state.engine
    async with anyio.create_task_group() as beside:
        if engine.writes:
            await run_in_threadpool(app.state.jobs.start)
        else:
            beside.start_soon(following, engine)
        yield
        beside.cancel_scope.cancel()
    await run_in_threadpool(app.state.jobs.stop)
