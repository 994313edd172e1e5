"""Large replies sent compressed to those who take that; streams of events and small replies as they are."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware, IdentityResponder
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALLEST = 2_000  # bytes that are compressed: fewer go in one or two packets as they are
LEVEL = 1
BESIDE = 32_000  # bytes from which it is done in a thread, so that nobody waits for it


class Compressed:
    """What is compressed has other bytes than what its tag names: those who take that get weak tags, of all replies, so
    that a 304 and a HEAD bear the tag that a GET would. Who may keep a large reply for others is told that it varies,
    also where it is not compressed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._compressing = GZipMiddleware(app, SMALLEST, LEVEL, BESIDE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def weakened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                if headers.get("etag", "").startswith('"'):
                    headers["etag"] = f"W/{headers['etag']}"
            await send(message)

        if scope["type"] == "http" and takes_gzip(scope):
            await self._compressing(scope, receive, weakened)
        elif scope["type"] == "http":
            await IdentityResponder(self._app, SMALLEST)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def takes_gzip(scope: Scope) -> bool:
    """Whether the caller names gzip, and not in order to refuse it."""
    for coding in ",".join(Headers(scope=scope).getlist("accept-encoding")).split(","):
        name, _, weight = coding.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return weight.strip("0.") != "" or not weight
    return False
