"""Refuses bodies that are coded, and those that are too large: at once where they say so, else when they go over."""

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CODED = "expected a body as it is, found Content-Encoding {!r}; send it without"
TOO_LARGE = "the body should have at most {:,} bytes; send less at a time"


class BodyLimit:
    """`limit` gives the most bytes for a path."""

    def __init__(self, app: ASGIApp, limit: Callable[[str], int]) -> None:
        self._app, self._limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit, read = self._limit(scope["path"]), 0
        headers = Headers(scope=scope)
        told, coding = headers.get("content-length", ""), headers.get("content-encoding", "identity")
        announced = int(told) if told.isdecimal() else 0
        # A request without a body is listened to as well, for whether its sender is still there.
        coded = coding.strip().lower() not in ("", "identity") and (announced > 0 or "transfer-encoding" in headers)

        async def counted() -> Message:
            nonlocal read
            if coded:
                raise HTTPException(415, CODED.format(coding))
            if announced > limit:
                raise HTTPException(413, TOO_LARGE.format(limit))
            message = await receive()
            read += len(message.get("body", b""))
            if read > limit:
                raise HTTPException(413, TOO_LARGE.format(limit))
            return message

        await self._app(scope, counted, send)
