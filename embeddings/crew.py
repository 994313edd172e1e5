"""Several threads at work on one thing after another, while whoever handed them out does something else."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from typing import Any, TypeVar

T = TypeVar("T")


class Crew:
    """Threads that several callers may share; they are begun when they are first needed."""

    def __init__(self, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="crew")

    def do(self, work: Callable[[T], object], given: Iterable[T]) -> None:
        """Returns when the work is done for each thing given."""
        self.begin(work, given).end()

    def begin(self, work: Callable[[T], object], given: Iterable[T]) -> "Job":
        """Hands out the work for each thing given, in this order, and leaves nobody at it if giving them raises."""
        job = Job()
        with ExitStack() as undo:
            undo.callback(job.cancel)
            for each in given:
                job.parts.append(self._threads.submit(work, each))
            undo.pop_all()
        return job


class Job:
    """Work that was handed out."""

    def __init__(self) -> None:
        self.parts: list[Future[Any]] = []

    def end(self) -> None:
        """Returns when all is done; what one part raises ends it, and those that nobody has begun are left."""
        try:
            for part in self.parts:
                part.result()
        finally:
            self.cancel()

    def cancel(self) -> None:
        """Leaves what nobody has begun, and waits for what somebody has."""
        for part in self.parts:
            part.cancel()
        wait(self.parts)
