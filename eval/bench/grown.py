"""What was measured while a corpus grew: small values, their JSON, and their tables."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.bench.timing import Latency, ratio
from eval.tables import tabulated

FORMAT = "citers-growth/1"
SIZES = ("vectors", "candidates", "p50, ms", "p99, ms", "replies/s", "FAISS flat: p50, ms", "p99, ms", "× ours, p50",
         "recall@10")  # fmt: skip
BUILDS = ("vectors", "build, s", "bytes a vector", "of these codes", "peak memory / stored")
FILTERS = ("vectors", "a filter keeps", "p50, ms", "recall@10")
HUBS = ("vectors", "members of the hub", "p50, ms", "FAISS, these rows where they lie, p50, ms", "× that",
        "FAISS flat, a copy of these rows, p50, ms", "× that", "recall@10")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filtered:
    """A search where a filter keeps this share of the rows."""

    share: float
    latency: Latency
    recall: float


@dataclass(frozen=True, slots=True)
class HubScan:
    """A search in a hub of so many members that lie anywhere.

    `there` is FAISS's inner product with just these rows, `beside` its exact scan of a copy in which they lie together.
    """

    members: int
    latency: Latency
    there: Latency
    beside: Latency
    recall: float


@dataclass(frozen=True, slots=True)
class Size:
    """One size of the corpus. `candidates` is 0 where every vector is read; `seconds` are those of the build.

    `stored` and `codes` are bytes, of all that is searched and of what stands beside the vectors; `peak` are the most
    bytes that the building process held, mapped files included. `qps` are replies a second with a client for each core.
    """

    vectors: int
    candidates: int
    seconds: float
    stored: int
    codes: int
    peak: int
    latency: Latency
    qps: float
    flat: Latency
    recall: float
    filters: tuple[Filtered, ...]
    hubs: tuple[HubScan, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """`real` of the vectors are papers', which come first; the others are noise around these."""

    real: int
    dim: int
    queries: int
    cores: int
    sizes: tuple[Size, ...]


def as_json(growth: Growth) -> str:
    return json.dumps({"format": FORMAT} | asdict(growth), indent=1) + "\n"


def read_growth(path: Path) -> Growth:
    """Raises ValueError where the file is not what `as_json` wrote."""
    content = json.loads(path.read_text("utf-8"))
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise ValueError(f"{path} should be the --json of `citers bench --grow` ({FORMAT}) and is not; measure again")
    return Growth(**{**content, "sizes": tuple(map(_size, content["sizes"]))})


def growth_tables(growth: Growth) -> dict[str, str]:
    """By the name of their marks."""
    return {
        "growth sizes": tabulated(SIZES, map(_searched, growth.sizes)),
        "growth builds": tabulated(BUILDS, (_built(size) for size in growth.sizes if size.candidates)),
        "growth filters": tabulated(FILTERS, _filtered(growth)),
        "growth hubs": tabulated(HUBS, _hubs(growth)),
    }


def _searched(size: Size) -> tuple[str, ...]:
    beside = f"{ratio(size.flat.p50, size.latency.p50):.1f}"
    candidates = f"{size.candidates:,}" if size.candidates else "all"
    ours, flat = (_shown(latency) for latency in (size.latency, size.flat))
    return (f"{size.vectors:,}", candidates, *ours, f"{size.qps:,.0f}", *flat, beside, f"{size.recall:.4f}")


def _built(size: Size) -> tuple[str, ...]:
    each = (f"{size.stored / size.vectors:,.0f}", f"{size.codes / size.vectors:,.0f}")
    return (f"{size.vectors:,}", f"{size.seconds:,.0f}", *each, f"{ratio(size.peak, size.stored):.2f}")


def _filtered(growth: Growth) -> Iterator[tuple[str, ...]]:
    for size in growth.sizes:
        for each in size.filters:
            yield (f"{size.vectors:,}", f"{each.share:.1%}", _shown(each.latency)[0], f"{each.recall:.4f}")


def _hubs(growth: Growth) -> Iterator[tuple[str, ...]]:
    for size in growth.sizes:
        for hub in size.hubs:
            limits = [
                (f"{each.p50:.3f}", f"{ratio(hub.latency.p50, each.p50):.2f}") for each in (hub.there, hub.beside)
            ]
            ours = f"{hub.latency.p50:.3f}"
            yield (f"{size.vectors:,}", f"{hub.members:,}", ours, *limits[0], *limits[1], f"{hub.recall:.4f}")


def _shown(latency: Latency) -> tuple[str, str]:
    return (f"{latency.p50:.2f}", f"{latency.p99:.2f}")


def _size(content: Mapping[str, Any]) -> Size:
    filters = tuple(Filtered(**_timed(each, "latency")) for each in content["filters"])
    hubs = tuple(HubScan(**_timed(each, "latency", "there", "beside")) for each in content["hubs"])
    return Size(**{**_timed(content, "latency", "flat"), "filters": filters, "hubs": hubs})


def _timed(content: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**content, **{name: Latency(**content[name]) for name in names}}
