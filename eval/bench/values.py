"""What one run measured: small values, and their JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.bench.arriving import Arrival
from eval.bench.asking import Load
from eval.bench.processes import Memory
from eval.bench.profiling import Share
from eval.bench.timing import Latency

FORMAT = "citers-bench/3"


@dataclass(frozen=True, slots=True)
class Layer:
    """One step of a search. `below` names the layer that it stands on; none: it is part of the limit."""

    name: str
    latency: Latency
    below: str | None = None


@dataclass(frozen=True, slots=True)
class Served:
    """A service under load. `ready` are seconds, `start` and `after` what it held before and after it was asked.

    `docs` are papers a second that it takes in, their vectors included. What a system does not say is None.
    """

    name: str
    title: str
    ready: float
    start: Memory | None
    after: Memory | None
    one: Load
    many: Load
    repeated: Load
    docs: float | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """`version` are seconds of `citers --version`; `embedded` are papers a second of the embedder by itself.

    `beside` is the load, of new queries, on our service and a second one that reads the same folder, together.
    `services` are ours first, then the peers that were measured; `searching` and `importing` are where time went.
    """

    papers: int
    queries: int
    cores: int
    layers: tuple[Layer, ...]
    requests: tuple[Layer, ...]
    services: tuple[Served, ...]
    version: float
    embedded: float
    beside: Load
    arrival: Arrival
    searching: tuple[Share, ...] = ()
    importing: tuple[Share, ...] = ()


def as_json(bench: Bench) -> str:
    return json.dumps({"format": FORMAT} | asdict(bench), ensure_ascii=False, indent=1) + "\n"


def read_bench(path: Path) -> Bench:
    """Raises ValueError where the file is not what `as_json` wrote."""
    content = json.loads(path.read_text("utf-8"))
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise ValueError(f"{path} should be the --json of `citers bench` ({FORMAT}) and is not; measure again")
    layers, requests = (tuple(map(_layer, content.pop(name))) for name in ("layers", "requests"))
    services = tuple(map(_served, content.pop("services")))
    arrival, beside = arrival_from(content.pop("arrival")), _load(content.pop("beside"))
    searching, importing = (tuple(Share(**each) for each in content.pop(name)) for name in ("searching", "importing"))
    return Bench(
        **content,
        layers=layers,
        requests=requests,
        services=services,
        beside=beside,
        arrival=arrival,
        searching=searching,
        importing=importing,
    )


def _layer(content: Mapping[str, Any]) -> Layer:
    return Layer(**{**content, "latency": Latency(**content["latency"])})


def _served(content: Mapping[str, Any]) -> Served:
    loads = {name: _load(content[name]) for name in ("one", "many", "repeated")}
    return Served(**{**content, **loads, **{name: memory_from(content[name]) for name in ("start", "after")}})


def arrival_from(content: Mapping[str, Any]) -> Arrival:
    loads = {name: _load(content[name]) for name in ("idle", "meanwhile")}
    return Arrival(**{**content, **loads, **{name: memory_from(content[name]) for name in ("before", "after")}})


def memory_from(content: Mapping[str, float] | None) -> Memory | None:
    return None if content is None else Memory(**content)


def _load(content: Mapping[str, Any]) -> Load:
    return Load(**{**content, "latency": Latency(**content["latency"])})
