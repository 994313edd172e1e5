"""What was measured of the whole product at one size: small values, their JSON, and their tables."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.bench.arriving import Arrival
from eval.bench.processes import Memory
from eval.bench.table import all_of, arrival_rows, own_of
from eval.bench.timing import Latency, ratio
from eval.bench.values import arrival_from, memory_from
from eval.tables import tabulated

FORMAT = "citers-filled/1"
SIZES = ("papers", "real", "store, MB", "index, MB", "build, s", "peak memory / index", "ready, s", "MiB, started",
         "its own", "MiB, asked", "its own")  # fmt: skip
REQUESTS = ("papers", "request", "of", "requests", "p50, ms", "p99, ms", "× a search of all, p50")
ARRIVAL = ("papers", "what", "idle", "while papers arrive", "ratio")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of request by one client; `among` are the papers that it is about."""

    name: str
    among: int
    latency: Latency


@dataclass(frozen=True, slots=True)
class Filled:
    """A folder of so many papers, of which `real` are held ones, and how it was served.

    `stored` are bytes of the index, `store` those of the database; `build` are seconds, `peak` the most bytes that the
    building process held, mapped files included; `ready` are seconds. `start` and `after` what the service held before
    and after it was asked.
    """

    papers: int
    real: int
    cores: int
    store: int
    stored: int
    build: float
    peak: int
    ready: float
    start: Memory | None
    after: Memory | None
    kinds: tuple[Kind, ...]
    arrival: Arrival


def as_json(filled: Filled) -> str:
    return json.dumps({"format": FORMAT} | asdict(filled), indent=1) + "\n"


def read_filled(path: Path) -> Filled:
    """Raises ValueError where the file is not what `as_json` wrote."""
    content = json.loads(path.read_text("utf-8"))
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise ValueError(f"{path} should be the --json of `citers bench --fill` ({FORMAT}) and is not; measure again")
    kinds = tuple(map(_kind, content.pop("kinds")))
    start, after = (memory_from(content.pop(name)) for name in ("start", "after"))
    arrival = arrival_from(content.pop("arrival"))
    return Filled(**content, start=start, after=after, kinds=kinds, arrival=arrival)


def filled_tables(found: Sequence[Filled]) -> dict[str, str]:
    """By the name of their marks."""
    return {
        "filled sizes": tabulated(SIZES, map(_size, found)),
        "filled requests": tabulated(REQUESTS, (row for each in found for row in _requests(each))),
        "filled arrival": tabulated(ARRIVAL, ((_papers(each), *row) for each in found for row in _arrival(each))),
    }


def _size(found: Filled) -> tuple[str, ...]:
    held = [f"{value:,.0f}" if value is not None else "" for value in (
        all_of(found.start), own_of(found.start), all_of(found.after), own_of(found.after))]  # fmt: skip
    disk = [f"{size / 1e6:,.0f}" for size in (found.store, found.stored)]
    built = (f"{found.build:,.0f}", f"{ratio(found.peak, found.stored):.2f}", f"{found.ready:.1f}")
    return (_papers(found), f"{found.real:,}", *disk, *built, *held)


def _requests(found: Filled) -> Iterator[tuple[str, ...]]:
    whole = found.kinds[0].latency.p50
    for kind in found.kinds:
        times = (f"{kind.latency.p50:.1f}", f"{kind.latency.p99:.1f}", f"{ratio(kind.latency.p50, whole):.2f}")
        yield (_papers(found), kind.name, f"{kind.among:,}", str(kind.latency.n), *times)


def _arrival(found: Filled) -> Iterator[tuple[str, ...]]:
    return arrival_rows(found.arrival)


def _papers(found: Filled) -> str:
    return f"{found.papers:,}"


def _kind(content: Mapping[str, Any]) -> Kind:
    return Kind(**{**content, "latency": Latency(**content["latency"])})
