"""Times in milliseconds, and what is said of many of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter
from typing import TypeVar

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Latency:
    """Of `n` calls, in milliseconds."""

    n: int
    p50: float
    p99: float


def percentile(times: Sequence[float], share: float) -> float:
    """The least of the times that `share` percent of them do not exceed; always one that was measured."""
    ordered = sorted(times)
    return ordered[max(1, ceil(share / 100 * len(ordered))) - 1]


def latency_of(times: Sequence[float]) -> Latency:
    return Latency(len(times), percentile(times, 50), percentile(times, 99))


def ratio(value: float, limit: float) -> float:
    """How many times the limit; nothing is infinitely many times a limit of 0, so that is 0."""
    return value / limit if limit else 0.0


def timed(call: Callable[[Given], object], given: Iterable[Given]) -> list[float]:
    """Milliseconds of each call, one after the other."""
    times = []
    for each in given:
        begun = perf_counter()
        call(each)
        times.append(1000 * (perf_counter() - begun))
    return times


def seconds_of(call: Callable[[], object]) -> float:
    begun = perf_counter()
    call()
    return perf_counter() - begun
