"""A second thread for a search that is alone: it takes over what the first can do without or do later."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock, local
from typing import TypeVar

T = TypeVar("T")

PART = 4096  # rows scanned at a time, in a fifth of a millisecond: that long one may wait for the other

_here = local()
_second = ThreadPoolExecutor(1, thread_name_prefix="beside", initializer=lambda: setattr(_here, "second", True))
_counting = Lock()
_searches = 0


@contextmanager
def searching() -> Iterator[None]:
    """Around a search, counts it: where there are several, their own threads keep the processor's cores busy."""
    global _searches  # of this process, as its cores are
    with _counting:
        _searches += 1
    try:
        yield
    finally:
        with _counting:
            _searches -= 1


def shared(work: Callable[[slice], None], n: int) -> None:
    """Does the work for n rows part by part, which must neither depend on each other nor hold the interpreter's lock.

    Whoever is free takes the next part, so that a second thread that is kept waiting keeps nobody waiting. What the
    second thread does by itself it does at once: for each part it would wait until the first one lets go of Python.
    """
    if _searches != 1 or n <= PART or hasattr(_here, "second"):
        work(slice(0, n))
        return
    parts = iter([slice(start, start + PART) for start in range(0, n, PART)])

    def some() -> None:
        for part in parts:
            work(part)

    other = _second.submit(some)
    some()
    if not other.cancel():
        other.result()


def meanwhile(work: Callable[[], T]) -> Callable[[], T]:
    """Has the work done while the caller waits for something else; what is returned waits for its end, or does it
    where nobody has begun."""
    if _searches != 1:
        return work
    other = _second.submit(work)
    return lambda: work() if other.cancel() else other.result()
