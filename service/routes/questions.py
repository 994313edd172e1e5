"""Questions, answered from the citing papers with quotes from them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from pydantic import RootModel
from sse_starlette.event import ServerSentEvent
from sse_starlette.sse import EventSourceResponse
from starlette.requests import Request
from starlette.responses import Response

from answers.values import Answer
from service.asked_question import AskBody
from service.asking import put, told, unless_left
from service.parts import JsonBody, NoParameters, ViewDep
from service.schemas import AnswerOut, SourceOut
from service.view import View

if TYPE_CHECKING:
    from answers.models.generated import Asked

Sources = RootModel[list[SourceOut]]
router = APIRouter(prefix="/v1", tags=["questions"])
GONE = 499  # for the log: nobody reads the reply to a client that has left
STREAMED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The reply; with `stream`, as the events sources, claim (one for each) and done.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


@router.post("/ask", dependencies=[JsonBody, NoParameters], response_model=AnswerOut, responses=STREAMED)
async def ask(body: AskBody, view: ViewDep, request: Request) -> AnswerOut | Response:
    """Answers a question from the citers of a hub, or of all hubs; refuses when they do not answer it."""
    asked = await put(request, view, body)
    if body.stream:
        return EventSourceResponse(events(request, view, asked))
    found = await unless_left(request, told(request, view, asked))
    return Response(status_code=GONE) if found is None else AnswerOut.of(found, view.index_id)


async def events(request: Request, view: View, asked: Answer | Asked) -> AsyncIterator[ServerSentEvent]:
    """Ended by the response when the client leaves, and with it whatever is waited for."""
    for event in parts(AnswerOut.of(await told(request, view, asked), view.index_id)):
        yield event


def parts(reply: AnswerOut) -> Iterator[ServerSentEvent]:
    yield ServerSentEvent(event="sources", data=Sources(reply.sources).model_dump_json())
    for claim in reply.claims:
        yield ServerSentEvent(event="claim", data=claim.model_dump_json())
    yield ServerSentEvent(event="done", data=reply.model_dump_json())
