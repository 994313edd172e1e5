"""Strong entity tags: one index and one URL always give the same bytes, so the tag is known before the reply."""

import hashlib
from typing import Any

from fastapi import Depends, Response
from pydantic import BaseModel
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Scope

from service.parts import ViewDep
from service.release import release
from service.routing import sent_path


class NotModified(Exception):
    """The caller already has these bytes; the message is their tag."""


def tag(index_id: str, scope: Scope) -> str:
    """The tag of what this index replies to this request."""
    named = b"\n".join((release().encode(), index_id.encode(), sent_path(scope), scope["query_string"]))
    return f'"{hashlib.blake2b(named, digest_size=16).hexdigest()}"'


def held_by(scope: Scope, named: str) -> bool:
    """Whether the caller says that it has the bytes of this tag."""
    return named in _given(scope)


def has_any(scope: Scope) -> bool:
    """Whether the caller says that it has some bytes of whatever there is: of what there is not, nobody has any."""
    return _given(scope) == ["*"]


def _given(scope: Scope) -> list[str]:
    lines = Headers(scope=scope).getlist("if-none-match")
    return [one.strip().removeprefix("W/") for line in lines for one in line.split(",")]


async def tagged(request: Request, response: Response, view: ViewDep) -> None:
    """Put on a route, tags its replies and answers 304 to those who have them."""
    found = tag(view.index_id, request.scope)
    if held_by(request.scope, found):
        raise NotModified(found)
    response.headers["ETag"] = found


def tagged_by_content(request: Request, reply: BaseModel) -> Response:
    """A reply that no index alone decides, tagged by its bytes; 304 to those who have them."""
    body = reply.model_dump_json().encode()
    found = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    if held_by(request.scope, found) or has_any(request.scope):
        raise NotModified(found)
    return Response(body, headers={"ETag": found}, media_type="application/json")


Tagged = Depends(tagged)
UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "The caller has these bytes already."}}
