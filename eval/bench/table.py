"""What one run measured as tables of a Markdown page: every figure beside what it is a multiple of."""

from collections.abc import Iterable, Iterator

from eval.bench.arriving import Arrival
from eval.bench.layers import IN_TURN
from eval.bench.processes import Memory
from eval.bench.profiling import Share
from eval.bench.timing import Latency, ratio
from eval.bench.values import Bench, Layer, Served
from eval.tables import tabulated

UNKNOWN = "not known"
SHARES = ("function, with what it calls of others", "share of the time", "in the limit")
LAYERS = ("layer", "queries", "p50, ms", "p99, ms", "× the layer below, p50", "p99")
REQUESTS = ("request", "requests", "p50, ms", "p99, ms", "× a search over HTTP, p50", "p99")
PEERS = ("service", "requests", "one client: p50, ms", "p99, ms", "clients", "replies/s, new queries",
         "replies/s, repeated queries", "ready, s", "MiB, started", "MiB, asked", "its own",
         "papers taken in/s")  # fmt: skip


def bench_tables(bench: Bench) -> dict[str, str]:
    """By the name of their marks."""
    own = bench.services[0]
    return {
        "bench run": tabulated(("what", "value", "beside"), run_rows(bench)),
        "bench layers": tabulated(LAYERS, layer_rows(bench.layers, bench.layers)),
        "bench requests": tabulated(REQUESTS, layer_rows(bench.requests, bench.layers)),
        "bench arrival": tabulated(("what", "idle", "while papers arrive", "ratio"), arrival_rows(bench.arrival)),
        "bench searching": tabulated(SHARES, share_rows(bench.searching)),
        "bench importing": tabulated(SHARES, share_rows(bench.importing)),
        "bench services": tabulated(PEERS, (service_row(served, own) for served in bench.services)),
    }


def share_rows(shares: Iterable[Share]) -> Iterator[tuple[str, str, str]]:
    for share in shares:
        yield (f"`{share.function}`", f"{share.share:.1%}", "yes" if share.unavoidable else "")


def layer_rows(layers: Iterable[Layer], known: Iterable[Layer]) -> Iterator[tuple[str, ...]]:
    latencies = {layer.name: layer.latency for layer in known}
    for layer in layers:
        below = latencies.get(layer.below or "")
        yield (layer.name, str(layer.latency.n), *shown(layer.latency), *times_below(layer.latency, below))


def shown(latency: Latency) -> tuple[str, str]:
    return (f"{latency.p50:.1f}", f"{latency.p99:.1f}")


def times_below(latency: Latency, below: Latency | None) -> tuple[str, str]:
    if below is None:
        return ("", "")
    return (f"{ratio(latency.p50, below.p50):.2f}", f"{ratio(latency.p99, below.p99):.2f}")


def run_rows(bench: Bench) -> Iterator[tuple[str, str, str]]:
    own = bench.services[0]
    docs = own.docs or 0.0
    yield ("papers", f"{bench.papers:,}", "")
    yield ("queries", f"{bench.queries:,}", "")
    yield ("processor cores", str(bench.cores), "")
    yield ("`citers --version`", f"{bench.version:.2f} s", "")
    yield ("start of `citers serve` to its first 200", f"{own.ready:.2f} s", "")
    yield ("papers taken in a second, embedder alone", f"{bench.embedded:.1f}", "")
    yield ("papers taken in a second, whole import", f"{docs:.1f}", f"{ratio(docs, bench.embedded):.2f} × the embedder")
    yield (
        f"replies a second, new queries, {bench.beside.clients} clients, with a reader beside the service",
        f"{bench.beside.qps:.1f}",
        f"{ratio(bench.beside.qps, own.many.qps):.2f} × the service alone",
    )
    yield (
        f"replies a second, if all cores computed {IN_TURN}, and nothing else",
        f"{room(bench):.1f}",
        f"{ratio(own.many.qps, room(bench)):.2f} × of that by the service",
    )
    yield ("share of a core that asking took", f"{own.many.generator:.2f}", f"with {own.many.clients} clients")


def room(bench: Bench) -> float:
    """Queries a second for which the cores have room, where each takes what half of them take at most in one thread."""
    whole = next((layer.latency.p50 for layer in bench.layers if layer.name == IN_TURN), 0.0)
    return ratio(1000 * bench.cores, whole)


def service_row(served: Served, own: Served) -> tuple[str, ...]:
    """Of a peer, each figure with how many times ours it is."""
    pairs = (
        (served.one.latency.p50, own.one.latency.p50, 1),
        (served.one.latency.p99, own.one.latency.p99, 1),
        (served.many.qps, own.many.qps, 1),
        (served.repeated.qps, own.repeated.qps, 1),
        (served.ready, own.ready, 1),
        (all_of(served.start), all_of(own.start), 0),
        (all_of(served.after), all_of(own.after), 0),
        (own_of(served.after), own_of(own.after), 0),
        (served.docs, own.docs, 1),
    )
    cells = [compared(value, ours, digits, alone=served is own) for value, ours, digits in pairs]
    return (served.title, str(served.one.latency.n), *cells[:2], str(served.many.clients), *cells[2:])


def arrival_rows(found: Arrival) -> Iterator[tuple[str, ...]]:
    idle, meanwhile = found.idle, found.meanwhile
    yield (f"{found.papers:,} papers found by words, after", "", seconds(found.found), "")
    yield ("embedded, after", "", seconds(found.embedded), "")
    yield ("replies", f"{idle.latency.n:,}", f"{meanwhile.latency.n:,}", "")
    for what, before, after, unit in (
        ("replies a second", idle.qps, meanwhile.qps, ""),
        ("a search, p50", idle.latency.p50, meanwhile.latency.p50, " ms"),
        ("a search, p99", idle.latency.p99, meanwhile.latency.p99, " ms"),
        ("resident", all_of(found.before), all_of(found.after), " MiB"),
        ("its own, not of files", own_of(found.before), own_of(found.after), " MiB"),
    ):
        cells = [UNKNOWN if value is None else f"{value:,.1f}{unit}" for value in (before, after)]
        yield (what, *cells, "" if before is None or after is None else f"{ratio(after, before):.2f}")


def seconds(value: float | None) -> str:
    return "longer than was waited for" if value is None else f"{value:.1f} s"


def all_of(held: Memory | None) -> float | None:
    return None if held is None else held.all


def own_of(held: Memory | None) -> float | None:
    return None if held is None else held.own


def compared(value: float | None, ours: float | None, digits: int, *, alone: bool) -> str:
    if value is None:
        return UNKNOWN
    written = f"{value:,.{digits}f}"
    return written if alone or ours is None else f"{written} ({ratio(value, ours):.2f} ×)"
