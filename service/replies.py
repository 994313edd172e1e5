"""Replies kept for those who ask again: one index and one URL always give the same bytes, and their tag names them."""

from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.engine import Engine
from service.etag import has_any, held_by, tag

KEPT_BYTES = 16_000_000  # of all replies together, the longest unused forgotten first
LARGEST_BYTES = 500_000  # of one reply: a page of a hundred hits has fewer

NOTHING: Message = {"type": "http.response.body", "body": b""}

RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A reply as it was sent, and the route that it came from, by which requests are counted."""

    headers: RawHeaders
    body: bytes
    route: Any

    @property
    def size(self) -> int:
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


class KeptReplies:
    """Answers a GET with what was sent before under the same tag; what was tagged and is not too large is kept.

    All of it happens in the event loop, without waiting.
    """

    def __init__(self, app: ASGIApp, engine: Engine) -> None:
        self._app, self._engine = app, engine
        self._kept: LRUCache[str, Kept] = LRUCache(KEPT_BYTES, getsizeof=lambda kept: kept.size)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        named = tag(self._engine.view().index_id, scope)
        kept = self._kept.get(named)
        if kept is None:
            asked_for_head = scope.get("state", {}).get("method") == "HEAD"  # then the body is not what a GET gets
            await self._app(scope, receive, send if asked_for_head else Listening(self, named, scope, send))
            return
        scope["route"] = kept.route
        if held_by(scope, named) or has_any(scope):
            await send(not_modified(named))
            await send(NOTHING)
        else:
            await send({"type": "http.response.start", "status": 200, "headers": list(kept.headers)})
            await send({"type": "http.response.body", "body": kept.body})

    def keep(self, named: str, kept: Kept) -> None:
        if kept.size <= LARGEST_BYTES:
            self._kept[named] = kept


def not_modified(named: str) -> Message:
    return {"type": "http.response.start", "status": 304, "headers": [(b"etag", named.encode())]}


class Listening:
    """Passes a reply on, and has it kept when it is whole and bears the tag that was expected.

    Who has whatever there is gets no bytes of what there turns out to be.
    """

    def __init__(self, replies: KeptReplies, named: str, scope: Scope, send: Send) -> None:
        self._replies, self._named, self._scope, self._send = replies, named, scope, send
        self._headers: RawHeaders | None = None
        self._body = bytearray()
        self._unwanted = has_any(scope)
        self._left_out = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            tagged = Headers(raw=message["headers"]).get("etag") == self._named
            self._headers = list(message["headers"]) if message["status"] == 200 and tagged else None
        elif message["type"] == "http.response.body" and self._headers is not None:
            self._listen(self._headers, message)
        await self._pass_on(message)

    async def _pass_on(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self._unwanted and self._headers is not None:
            self._left_out = True
            await self._send(not_modified(self._named))
        elif not self._left_out:
            await self._send(message)
        elif not message.get("more_body", False):
            await self._send(NOTHING)

    def _listen(self, headers: RawHeaders, message: Message) -> None:
        self._body += message.get("body", b"")
        if len(self._body) > LARGEST_BYTES:
            self._headers = None
        elif not message.get("more_body", False):
            self._replies.keep(self._named, Kept(headers, bytes(self._body), self._scope.get("route")))
