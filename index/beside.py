"""A second thread for a search that is alone: it takes over what the first can do without or do later."""

import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock, local
from typing import Any, TypeVar

T = TypeVar("T")

PART = 4096  # rows scanned at a time, in a fifth of a millisecond: that long one may wait for the other

_here = local()
_second = ThreadPoolExecutor(1, thread_name_prefix="beside", initializer=lambda: setattr(_here, "second", True))
_counting = Lock()
_searches = 0
_handed: "weakref.ref[Future[Any]] | None" = None  # what the second thread was given last, while it is wanted


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

    Whoever is free takes the next part, so that a second thread that is kept waiting keeps nobody waiting. Where the
    other thread has its own to do, all is done at once: before each part one would wait until that lets go of Python.
    """
    if _searches != 1 or n <= PART or _apart():
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


def _apart() -> bool:
    """Whether each of the two threads has its own to do."""
    handed = _handed() if _handed else None
    return hasattr(_here, "second") or (handed is not None and not handed.done())


def meanwhile(work: Callable[[], T]) -> Callable[[], T]:
    """Has the work done while the caller waits for something else; what is returned waits for its end, or does it
    where nobody has begun."""
    global _handed  # by the one search that there is
    if _searches != 1:
        return work
    other = _second.submit(work)
    _handed = weakref.ref(other)
    return lambda: work() if other.cancel() else other.result()
