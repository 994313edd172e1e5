"""Whose turn it is to change the data folder: one thread at a time; what takes long gives way to what does not."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TypeVar

from index.progress import Progress

T = TypeVar("T")


class GaveWay(RuntimeError):
    """Raised by a progress to have long work left for now, since somebody waits for the turn."""


class WritingTurn:
    """A context in which nobody else changes the folder; a thread that has the turn may take it again."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._waiting = 0
        self._changed = threading.Condition()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()

    @contextmanager
    def soon(self) -> Iterator[None]:
        """The turn for something short, for which `at_length` is interrupted."""
        self._count(1)
        try:
            with self:
                yield
        finally:
            self._count(-1)

    def at_length(self, work: Callable[[Progress], T], progress: Progress) -> T:
        """What the work comes to, which may be begun more than once: it takes up where it was left.

        The caller must not have the turn.
        """

        def told(stage: str, done: int, total: int | None) -> None:
            if self._waiting:
                raise GaveWay(f"{stage} was left for something short")
            progress(stage, done, total)

        while True:
            with self._changed:
                self._changed.wait_for(lambda: not self._waiting)
            try:
                with self:
                    return work(told)
            except GaveWay:
                continue

    def _count(self, one: int) -> None:
        with self._changed:
            self._waiting += one
            self._changed.notify_all()
