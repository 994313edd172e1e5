"""Around every request: its id, its time, its log line, its counters, and HEAD answered as a GET without a body."""

import logging
import re
import time
import uuid
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.metrics import Metrics

log = logging.getLogger("service.access")
_SANE_ID = re.compile(r"[\x20-\x7e]{1,128}")


class Envelope:
    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = request_id_of(scope)
        method = scope["method"]
        scope.setdefault("state", {}).update(request_id=request_id, method=method)
        # The server goes by its own scope, in which a HEAD stays one: there it expects no body.
        asked = {**scope, "method": "GET"} if method == "HEAD" else scope
        started, status = time.perf_counter(), 500

        async def sealed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(raw=message["headers"])
                headers["X-Request-Id"] = request_id
                headers["Server-Timing"] = f"total;dur={1000 * (time.perf_counter() - started):.1f}"
            elif method == "HEAD":
                message = {**message, "body": b""}
            await send(message)

        try:
            await self._app(asked, receive, sealed)
        finally:
            seconds = time.perf_counter() - started
            self._metrics.count(method, route_of(asked), status, seconds)
            log.info("%s %s %d %.1fms id=%s", method, quote(scope["path"]), status, 1000 * seconds, request_id)


def request_id_of(scope: Scope) -> str:
    """The caller's id when it is 1 to 128 printable ASCII characters, else a new one."""
    given = Headers(scope=scope).get("x-request-id", "")
    return given if _SANE_ID.fullmatch(given) else uuid.uuid4().hex


def route_of(scope: Scope) -> str:
    """The route's template, so that counters do not grow with the ids asked for."""
    return getattr(scope.get("route"), "path", "none")
