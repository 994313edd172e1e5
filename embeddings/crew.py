"""Several threads at work on one thing after another, a few ahead of whoever hands them out."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")

WAITING = 1  # for each thread, so that none waits for the next thing to be made ready


class Crew:
    """Threads that several callers may share; they are begun when they are first needed."""

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="crew")
        self._most = threads * (1 + WAITING)

    def do(self, work: Callable[[T], None], given: Iterable[T]) -> None:
        """Does the work for each thing given, which is asked for in this thread, and only when a place is free for it.

        What one of them raises, or giving them, ends it all: what has not begun is left, what has begun is waited for.
        """
        under_way = deque[Future[None]]()
        try:
            for each in given:
                if len(under_way) == self._most:
                    under_way[0].result()
                    under_way.popleft()
                under_way.append(self._threads.submit(work, each))
            for future in under_way:
                future.result()
        finally:
            for future in under_way:
                future.cancel()
            wait(under_way)
