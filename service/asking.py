"""A question on its way through the service: turns are taken for what reads the index, not while a model writes."""

from __future__ import annotations

import threading
from collections.abc import Awaitable
from typing import TYPE_CHECKING

import anyio
from anyio.to_thread import run_sync
from starlette.requests import Request

from answers.values import Answer
from service.asked_question import AskBody
from service.view import View

if TYPE_CHECKING:
    from answers.models.generated import Asked


async def put(request: Request, view: View, body: AskBody) -> Answer | Asked:
    """Searches, and answers where no language model is needed for it."""
    async with request.app.state.turns:
        return await run_sync(view.put, body.request())


async def told(request: Request, view: View, asked: Answer | Asked) -> Answer:
    """The answer; a cancelled wait has the model stop writing."""
    if isinstance(asked, Answer):
        return asked
    left = threading.Event()
    try:
        reply = await run_sync(
            view.answerer.reply_to, asked, left.is_set, abandon_on_cancel=True, limiter=request.app.state.writing
        )
    finally:
        left.set()
    async with request.app.state.turns:
        return await run_sync(view.answerer.told, asked, reply)


async def unless_left(request: Request, work: Awaitable[Answer]) -> Answer | None:
    """What the work comes to; None where the client left before, which cancels it.

    The body of the request must have been read.
    """
    found: list[Answer] = []
    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(_cancel_when_left, request, tasks.cancel_scope)
            found.append(await work)
            tasks.cancel_scope.cancel()
    except BaseExceptionGroup as group:
        (error,) = group.exceptions  # of the work: nothing goes wrong in waiting for the other
        raise error from None
    return found[0] if found else None


async def _cancel_when_left(request: Request, scope: anyio.CancelScope) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    scope.cancel()
