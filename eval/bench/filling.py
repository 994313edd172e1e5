"""The whole product at one size: how long each kind of request takes over HTTP, and papers that arrive meanwhile."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter
from urllib.parse import quote

import numpy as np

from eval.bench.arriving import PAPERS, Arrival, Serve, measure_arrival
from eval.bench.asking import HITS, ours
from eval.bench.filled import Kind
from eval.bench.handed import spread
from eval.bench.processes import BenchFailed, Memory, free_port, memory_of, running
from eval.bench.requests import related, spans
from eval.bench.timing import latency_of, timed
from index.files.snapshot import Snapshot
from index.version import IndexVersion

COUNT, FIRST = 60, 5  # requests of a kind that are timed, and that go before
SHARES = (0.5, 0.05, 0.001)  # of the papers, that filters keep

Watch = Callable[[str], None]
Asked = tuple[str, object | None]  # a path, and what is posted to it if anything is


@dataclass(frozen=True, slots=True)
class Served:
    """What the service took to start, what it held before and after it was asked, and what it was asked."""

    ready: float
    start: Memory | None
    after: Memory | None
    kinds: tuple[Kind, ...]


def measure_served(
    serve: Serve, version: IndexVersion, queries: Sequence[str], seconds: float, log: Path, watch: Watch
) -> Served:
    """Each kind for `seconds` at most."""
    port = free_port()
    with running("citers serve", serve(port), port, "/readyz", log) as service:
        start, found = memory_of(service.pid), []
        for name, among, asked in kinds(version, queries):
            latency = latency_of(asked_one_by_one(port, asked, seconds))
            watch(f"{name}, {among:,} papers: {latency.p50:.1f} ms")
            found.append(Kind(name, among, latency))
        return Served(service.ready, start, memory_of(service.pid), tuple(found))


def measure_arrived(serve: Serve, version: IndexVersion, queries: Sequence[str], seconds: float, log: Path) -> Arrival:
    return measure_arrival(serve, spread(version, PAPERS), [ours(query) for query in queries], seconds, log)


def kinds(version: IndexVersion, queries: Sequence[str]) -> Iterator[tuple[str, int, Sequence[Asked]]]:
    """The kinds of requests in order, the first a plain search of all: a name, the papers it is about, the requests.

    No kind is asked what another was, as long as there are queries: the service remembers.
    """
    snapshot, told = version.snapshot, iter(_slices(queries))
    everything = int(snapshot.held)
    yield "search", everything, [(ours(query), None) for query in next(told)]
    for keep, years in filters(snapshot):
        yield "search with a filter", keep, [(f"{ours(query)}&{years}", None) for query in next(told)]
    yield "search, a word misspelt", everything, [(ours(misspelt(query)), None) for query in next(told)]
    yield (
        "list with a filter, facets counted",
        everything,
        [(f"/v1/search?limit={HITS}&year_from={first}&year_to={last}", None) for first, last in spans(version)],
    )
    yield "related papers", everything, [(path, None) for path in related(version)]
    yield "question", everything, [("/v1/ask", {"question": query}) for query in next(told)]
    for hub in sorted(snapshot.hub_ids, key=lambda each: len(snapshot.members(each).rows)):
        among, named = len(snapshot.members(hub).rows), quote(hub, safe="")
        within = f"/v1/hubs/{named}"
        asked = [f"{within}/citers?q={quote(query, safe='')}&limit={HITS}" for query in next(told)]
        yield "search in a hub", among, [(path, None) for path in asked]
        yield (
            "list of a hub with a filter",
            among,
            [
                (f"{within}/citers?limit={HITS}&year_from={first}&year_to={last}", None)
                for first, last in spans(version)
            ],
        )
        yield "related papers in a hub", among, [(f"{path}&hub={named}", None) for path in related(version)]
        yield "question in a hub", among, [("/v1/ask", {"question": query, "hub": hub}) for query in next(told)]
        yield "hub page, once", among, [(within, None)]


def filters(snapshot: Snapshot) -> Iterator[tuple[int, str]]:
    """Years that keep about these shares of the papers: how many they do keep, and the filter."""
    years = snapshot.years[snapshot.rows()]
    known = np.unique(years[years > 0])
    ranges = [(first, last) for place, first in enumerate(known) for last in known[place:]]
    counts = np.concatenate([[0], np.cumsum([np.count_nonzero(years == year) for year in known])])
    place = {int(year): at for at, year in enumerate(known)}
    kept = [int(counts[place[int(last)] + 1] - counts[place[int(first)]]) for first, last in ranges]
    for share in SHARES:
        at = int(np.argmin(np.abs(np.array(kept) - share * len(years))))
        yield kept[at], f"year_from={ranges[at][0]}&year_to={ranges[at][1]}"


def misspelt(query: str) -> str:
    """With two letters of its longest word changed over."""
    longest = max(query.split(), key=len)
    middle = len(longest) // 2
    wrong = longest[: middle - 1] + longest[middle] + longest[middle - 1] + longest[middle + 1 :]
    return query.replace(longest, wrong, 1) if len(longest) > 2 else query


def asked_one_by_one(port: int, asked: Sequence[Asked], seconds: float) -> list[float]:
    """Milliseconds of each on one kept-open connection; the first few are not counted where there are more."""
    connection = HTTPConnection("127.0.0.1", port, timeout=600)
    try:
        ahead = asked[:FIRST] if len(asked) > FIRST else ()
        timed(partial(_ask, connection), ahead)
        return timed(partial(_ask, connection), _within(asked[len(ahead) :][:COUNT], seconds))
    finally:
        connection.close()


def _ask(connection: HTTPConnection, asked: Asked) -> None:
    path, body = asked
    if body is None:
        connection.request("GET", path)
    else:
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    reply = connection.getresponse()
    said = reply.read()
    if reply.status != 200:
        raise BenchFailed(f"expected 200 for {path}, found {reply.status}: {said[:200].decode(errors='replace')}")


def _within(asked: Sequence[Asked], seconds: float) -> Iterator[Asked]:
    until = perf_counter() + seconds
    for place, each in enumerate(asked):
        if place and perf_counter() > until:
            return
        yield each


def _slices(queries: Sequence[str]) -> Iterator[Sequence[str]]:
    """So many queries after so many, from the start again where they are all asked."""
    start = 0
    while True:
        yield [queries[(start + at) % len(queries)] for at in range(min(COUNT + FIRST, len(queries)))]
        start += COUNT + FIRST
