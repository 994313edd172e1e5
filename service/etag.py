"""Strong entity tags: one index and one URL always give the same bytes, so the tag is known before the reply."""

import hashlib
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Response
from starlette.requests import Request

from service.parts import ViewDep
from service.release import release
from service.schemas import SearchOut


class NotModified(Exception):
    """The caller already has these bytes; the message is their tag."""


def tag(index_id: str, request: Request) -> str:
    named = f"{release()}\n{index_id}\n{request.url.path}\n{request.url.query}"
    return f'"{hashlib.blake2b(named.encode(), digest_size=16).hexdigest()}"'


async def tagged(request: Request, response: Response, view: ViewDep) -> None:
    """Put on a route, tags its replies and answers 304 to those who have them."""
    found = tag(view.index_id, request)
    held = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if found in held:
        raise NotModified(found)
    response.headers["ETag"] = found


async def settling(response: Response) -> Callable[[SearchOut], SearchOut]:
    """Takes the tag off a degraded reply: in health the same URL gives other bytes."""

    def settled(reply: SearchOut) -> SearchOut:
        if reply.degraded:
            del response.headers["ETag"]
        return reply

    return settled


Tagged = Depends(tagged)
Settled = Annotated[Callable[[SearchOut], SearchOut], Depends(settling)]
