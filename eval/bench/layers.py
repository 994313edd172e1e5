"""Our layers above the limit, and other requests beside them, in turns: other work on the machine then hits all."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from eval.bench.asking import HITS, ask, ours
from eval.bench.limit import Limit
from eval.bench.load import PATIENCE, Plan
from eval.bench.timing import Latency, latency_of, timed
from eval.bench.values import Layer
from index.values import SearchRequest, SearchResult

ROUNDS = 5
LIMIT, IN_TURN = "the limit: their sum", "the three, one after another"
SEARCH, HTTP = "search, in process", "search, over HTTP"
BELOW = {IN_TURN: LIMIT, SEARCH: LIMIT, HTTP: SEARCH}

Times = dict[str, list[float]]
Search = Callable[[SearchRequest], SearchResult]


def layers(
    queries: Sequence[str], limit: Limit, search: Search, port: int, others: Mapping[str, Sequence[str]]
) -> tuple[tuple[Layer, ...], tuple[Layer, ...]]:
    """The layers of a search and the `others`, kinds of requests by name with their paths, which stand on HTTP.

    Queries and paths are shared out over the rounds, so that none is asked twice of anything.
    """
    times: Times = {}
    beside: Times = {}
    for place, part in enumerate(rounds(queries, ROUNDS)):
        for name, measured in one_round(part, limit, search, port):
            times.setdefault(name, []).extend(measured)
        for name, paths in others.items():
            beside.setdefault(name, []).extend(asked(port, paths[place::ROUNDS]))
    found = tuple(Layer(name, latency, BELOW.get(name)) for name, latency in summed(times).items())
    return found, tuple(Layer(name, latency_of(each), HTTP) for name, each in beside.items() if each)


def rounds(queries: Sequence[str], count: int) -> list[Sequence[str]]:
    return [part for start in range(count) if (part := queries[start::count])]


def one_round(queries: Sequence[str], limit: Limit, search: Search, port: int) -> Iterator[tuple[str, list[float]]]:
    limit.prepare(queries)
    yield "query embedded", timed(limit.embed, queries)
    yield "vectors scanned once", timed(limit.scan, queries)
    yield "bm25s", timed(limit.words, queries)
    yield IN_TURN, timed(limit.whole, queries)
    yield SEARCH, timed(lambda query: search(SearchRequest(query=query, limit=HITS)), queries)
    yield HTTP, asked(port, [ours(query) for query in queries])


def asked(port: int, paths: Sequence[str]) -> list[float]:
    """Milliseconds of each, by one client."""
    return ask(Plan(port, paths, 1, PATIENCE)).times if paths else []


def summed(times: Mapping[str, Sequence[float]]) -> dict[str, Latency]:
    """Each layer's latency, and after the three of the limit that of their sum, query by query."""
    first = {name: each for name, each in times.items() if name not in BELOW}
    together = [sum(each) for each in zip(*first.values(), strict=True)]
    rest = {name: each for name, each in times.items() if name in BELOW}
    return {name: latency_of(each) for name, each in {**first, LIMIT: together, **rest}.items()}
