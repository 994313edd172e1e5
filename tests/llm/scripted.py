"""A server on this machine that speaks OpenAI's chat completions and says what a test's script has it say."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]
SSE = {"Content-Type": "text/event-stream"}


@dataclass(frozen=True, slots=True)
class Said:
    """One response: its status, headers, and the pieces of its body as they are sent."""

    pieces: Iterable[bytes]
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: dict(SSE))


Script = Callable[[Body], Said]


def event(content: Any) -> bytes:
    return b"data: " + (content if isinstance(content, str) else json.dumps(content)).encode() + b"\n\n"


def chunk(text: str) -> Body:
    delta = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
    return {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "scripted-1", "choices": [delta]}


def written(text: str, piece: int = 40) -> Said:
    """The text in pieces, with a count of tokens after them, as servers stream it."""
    usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    pieces = [event(chunk(text[at : at + piece])) for at in range(0, len(text), piece)]
    return Said([*pieces, event({**chunk(""), "choices": [], "usage": usage}), event("[DONE]")])


def claims(*told: tuple[str, list[str]]) -> Said:
    return written(json.dumps({"claims": [{"text": text, "sources": sources} for text, sources in told]}))


def excerpts(body: Body) -> list[Body]:
    """The sources that a request quotes: their ids and sentences."""
    lines = body["messages"][-1]["content"].splitlines()
    return [json.loads(line) for line in lines if line.startswith('{"id"')]


@dataclass(slots=True)
class Server:
    """`url` is the base that a client is given; `asked` holds the bodies of all requests; `hung_up` counts clients that
    left while they were being answered."""

    url: str
    asked: list[Body] = field(default_factory=list)
    hung_up: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append({**body, "path": self.path, "key": self.headers["Authorization"]})
            said = script(body)
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for piece in said.pieces:
                    self.wfile.write(piece)
                    self.wfile.flush()
            except OSError:
                server.hung_up.release()

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads, http.block_on_close = True, False
        server = Server(f"http://127.0.0.1:{http.server_port}/v1")
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()
