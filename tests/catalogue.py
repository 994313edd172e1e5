"""Catalogues on this machine that tell of invented papers over HTTP, as Semantic Scholar and OpenAlex do."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

Entry = dict[str, Any]
HUB = {
    "paperId": "f" * 40,
    "externalIds": {"ArXiv": "2001.00001", "DOI": "10.48550/arXiv.2001.00001", "CorpusId": 77},
    "title": "Lanterns",
    "abstract": "Small lights for large rooms.",
    "year": 2020,
    "authors": [{"authorId": "1", "name": "Ann Oak"}],
    "citationCount": 5,
    "tldr": {"model": "tldr@v2.0.0", "text": "Small lights."},
}
SUMMARIES = {f"{2:040x}": {"model": "tldr@v2.0.0", "text": "Two lamps."}}
HUB_WORK = {
    "id": "https://openalex.org/W1000001",
    "doi": "https://doi.org/10.48550/arxiv.2001.00001",
    "title": "Lanterns",
    "publication_year": 2020,
    "cited_by_count": 4,
}


@dataclass(frozen=True, slots=True)
class Request:
    """One request: the path without its slash, its parameters, its headers in small letters, and the JSON posted."""

    path: str
    params: dict[str, str]
    headers: dict[str, str]
    told: Any = None


@dataclass(frozen=True, slots=True)
class Reply:
    """`cut` leaves out the end of the body."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False

    def content(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


Script = Callable[[Request], Reply]
BUSY = Reply({"message": "Too Many Requests"}, 429, {"Retry-After": "0"})
BROKEN = Reply({"message": "Endpoint request timed out"}, 504, {"Retry-After": "0"})


@dataclass(slots=True)
class Catalogue:
    """`url` is its base; `asked` are all requests. What stands in `instead` under a place (an offset or a cursor, `hub`
    for the hub itself, `batch` for summaries) is replied there, one after another, before what the catalogue has."""

    url: str
    asked: list[Request] = field(default_factory=list)
    instead: dict[str, Iterator[Reply]] = field(default_factory=dict)

    def places(self) -> list[str]:
        """Where was asked, but for summaries."""
        return [where for where in map(place, self.asked) if where != "batch"]


def place(request: Request) -> str:
    if request.told is not None:
        return "batch"
    return request.params.get("offset") or request.params.get("cursor") or "hub"


def citer(n: int, **more: Any) -> Entry:
    """The n-th citing paper, as Semantic Scholar tells it."""
    paper = {"paperId": f"{n:040x}", "title": f"Paper number {n}", "year": 2021, "externalIds": {"DOI": f"10.1000/{n}"}}
    how = {"contexts": [f"We use [1] {n} times."], "contextsWithIntent": [], "intents": ["methodology"]}
    return {**how, "isInfluential": False, "citingPaper": {**paper, "abstract": f"Lamps, {n} of them.", **more}}


def work(n: int, **more: Any) -> Entry:
    """The n-th citing paper, as OpenAlex tells it."""
    told = {"id": f"https://openalex.org/W200000{n}", "doi": f"https://doi.org/10.1000/{n}"}
    return {**told, "title": f"Paper number {n}", "publication_year": 2021, **more}


def semantic_scholar(citers: Iterable[Entry], hub: Entry | None = None, most: int = 2) -> Script:
    """Tells of the citers in pages of so many."""
    listed, known = list(citers), hub or HUB

    def reply(request: Request) -> Reply:
        if request.told is not None:
            return Reply([{"paperId": one, "tldr": SUMMARIES.get(one)} for one in request.told["ids"]])
        if "offset" not in request.params:
            return Reply(known)
        at = int(request.params["offset"])
        until = at + min(most, int(request.params["limit"]))
        more = {"next": until} if until < len(listed) else {}
        return Reply({"offset": at, **more, "data": listed[at:until]})

    return reply


def openalex(works: Iterable[Entry], hub: Entry | None = None, most: int = 2) -> Script:
    listed, known = list(works), hub or HUB_WORK

    def reply(request: Request) -> Reply:
        if "cursor" not in request.params:
            return Reply(known)
        at = int(request.params["cursor"].replace("*", "0"))
        until = at + most
        meta = {"count": len(listed), "next_cursor": str(until) if at < len(listed) else None}
        return Reply({"meta": meta, "results": listed[at:until]})

    return reply


def unknown(_: Request) -> Reply:
    return Reply({"error": "Paper with id ARXIV:2001.00001 not found"}, 404)


@contextmanager
def serving(script: Script) -> Iterator[Catalogue]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def do_GET(self) -> None:
            self.answer(None)

        def answer(self, told: Any) -> None:
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Request(unquote(parts.path).removeprefix("/"), dict(parse_qsl(parts.query)), headers, told)
            catalogue.asked.append(request)
            reply = next(catalogue.instead.get(place(request), iter(())), None) or script(request)
            content = reply.content()
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(content)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.close_connection = reply.cut
            self.wfile.write(content[: len(content) // 2] if reply.cut else content)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads, http.block_on_close = True, False
        catalogue = Catalogue(f"http://127.0.0.1:{http.server_port}")
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield catalogue
        finally:
            http.shutdown()
            thread.join()
