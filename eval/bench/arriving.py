"""Papers that arrive while others search: how soon they are found, and what the searches then take."""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from corpus.values import Paper
from eval.bench.asking import Load, ask, load_of
from eval.bench.load import Measured, Plan
from eval.bench.processes import BenchFailed, Memory, free_port, memory_of, running

PAPERS, CLIENTS = 500, 8  # that arrive, and that search meanwhile
MARK = "zqarrow"  # a word of all papers that arrive and of no other; its stem is itself
IDLE = 3  # loads before the papers come; the first, in which pages are read for the first time, does not count
PATHS = 2_000  # of one load at most
PATIENCE = 300  # seconds that the papers are waited for
EVERY = 0.2  # seconds between two looks for them

Serve = Callable[[int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Arrival:
    """So many papers imported over HTTP while clients search; `found` and `embedded` are seconds after the
    acknowledgement, None where that took longer than was waited for.

    `idle` is their load before, `meanwhile` that until the papers are embedded; `before` and `after` is the memory held
    by the service and the processes that it started.
    """

    papers: int
    found: float | None
    embedded: float | None
    idle: Load
    meanwhile: Load
    before: Memory | None
    after: Memory | None


def measure_arrival(
    serve: Serve, papers: Sequence[Paper], paths: Sequence[str], seconds: float, log: Path, patience: float = PATIENCE
) -> Arrival:
    """Serves what `serve` does and has it take in the papers under other names; `seconds` are those of one load."""
    port, asked = free_port(), cycle(paths)
    with running("citers serve", serve(port), port, "/readyz", log) as service, ThreadPoolExecutor(1) as beside:
        idle = merged([_ask(port, asked, seconds) for _ in range(IDLE)][1:])
        before = memory_of(service.pid)
        location, begun = post(port, arriving(papers)), perf_counter()
        watching = beside.submit(_watched, port, location, len(papers), begun, begun + patience)
        loads = [_ask(port, asked, seconds)]
        while not watching.done():
            loads.append(_ask(port, asked, seconds))
        found, embedded = watching.result()
        after = memory_of(service.pid)
    plan = Plan(port, (), CLIENTS, seconds)
    return Arrival(len(papers), found, embedded, load_of(plan, idle), load_of(plan, merged(loads)), before, after)


def arriving(papers: Sequence[Paper]) -> bytes:
    """Lines to import: the texts of these papers, each as one that is not held yet."""
    lines = (
        {"id": f"arrival-{n}", "title": f"{paper.title} {MARK}", "abstract": paper.abstract, "year": paper.year}
        for n, paper in enumerate(papers)
    )
    return "".join(f"{json.dumps(line)}\n" for line in lines).encode()


def post(port: int, file: bytes) -> str:
    """The path of the job that the service acknowledged."""
    edge = "arriving-papers"
    head = 'Content-Disposition: form-data; name="file"; filename="arriving.jsonl"'
    body = b"".join((f"--{edge}\r\n{head}\r\n\r\n".encode(), file, f"\r\n--{edge}--\r\n".encode()))
    status, reply = _reply(port, "POST", "/v1/imports", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})
    if status != 202:
        raise BenchFailed(f"expected 202 for an import, found {status}: {reply}")
    return f"/v1/jobs/{reply['id']}"


def merged(loads: Sequence[Measured]) -> Measured:
    """Several loads, one after the other, as one."""
    times = [time for load in loads for time in load.times]
    return Measured(times, sum(load.seconds for load in loads), sum(load.cpu for load in loads), loads[0].first)


def _ask(port: int, paths: Iterator[str], seconds: float) -> Measured:
    return ask(Plan(port, list(islice(paths, PATHS)), CLIENTS, seconds))


def _watched(port: int, job: str, count: int, begun: float, until: float) -> tuple[float | None, float | None]:
    """Seconds from `begun` until so many papers are found by their mark, and until the job has embedded them."""
    marked = f"/v1/search?q=%22{MARK}%22&mode=lexical&limit=1"

    def held() -> bool:
        _finished(_get(port, job))  # one that has failed would be waited for in vain
        return bool(_get(port, marked)["total"] == count)

    return _first(held, begun, until), _first(lambda: _finished(_get(port, job)), begun, until)


def _first(true: Callable[[], bool], begun: float, until: float) -> float | None:
    while not true():
        if perf_counter() > until:
            return None
        sleep(EVERY)
    return perf_counter() - begun


def _finished(job: dict[str, Any]) -> bool:
    if job["state"] in ("failed", "cancelled"):
        raise BenchFailed(f"expected the import to succeed, found {job}")
    return bool(job["state"] == "succeeded")


def _get(port: int, path: str) -> Any:
    status, reply = _reply(port, "GET", path)
    if status != 200:
        raise BenchFailed(f"expected 200 for {path}, found {status}: {reply}")
    return reply


def _reply(
    port: int, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
) -> tuple[int, Any]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, headers or {})
        reply = connection.getresponse()
        return reply.status, json.loads(reply.read())
    finally:
        connection.close()
