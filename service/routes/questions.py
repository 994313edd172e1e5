"""Questions, answered from the citing papers with quotes from them."""

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter
from pydantic import RootModel
from sse_starlette.event import ServerSentEvent
from sse_starlette.sse import EventSourceResponse

from service.asked import AskBody
from service.parts import JsonBody, NoParameters, Turn, ViewDep
from service.schemas import AnswerOut, SourceOut
from service.view import View

Sources = RootModel[list[SourceOut]]
router = APIRouter(prefix="/v1", tags=["questions"])
STREAMED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The reply; with `stream`, as the events sources, claim (one for each) and done.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


@router.post("/ask", dependencies=[JsonBody, NoParameters, Turn], response_model=AnswerOut, responses=STREAMED)
def ask(body: AskBody, view: ViewDep) -> AnswerOut | EventSourceResponse:
    """Answers a question from the citers of a hub, or of all hubs; refuses when they do not answer it."""
    reply = answer(body, view)
    return EventSourceResponse(events(reply)) if body.stream else reply


def answer(body: AskBody, view: View) -> AnswerOut:
    found = view.ask(
        body.question,
        hub=body.hub,
        filters=body.filters.filters(),
        max_sources=body.max_sources,
        generator=body.generator,
        earlier=body.earlier(),
    )
    return AnswerOut.of(found, view.index_id)


def events(reply: AnswerOut) -> Iterator[ServerSentEvent]:
    yield ServerSentEvent(event="sources", data=Sources(reply.sources).model_dump_json())
    for claim in reply.claims:
        yield ServerSentEvent(event="claim", data=claim.model_dump_json())
    yield ServerSentEvent(event="done", data=reply.model_dump_json())
