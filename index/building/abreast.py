"""Work in a second thread beside that of the first: what either raises ends both."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import TypeVar

T = TypeVar("T")

Check = Callable[[], None]


class CalledOff(RuntimeError):
    """The work beside this has failed, or was stopped."""


class Going:
    """Whether work is still wanted."""

    def __init__(self) -> None:
        self._off = Event()

    def through(self, items: Iterable[T]) -> Iterator[T]:
        """These, for as long as the work is wanted; raises CalledOff then."""
        for item in items:
            if self._off.is_set():
                raise CalledOff("what this was made for has ended")
            yield item

    def call_off(self) -> None:
        self._off.set()


@contextmanager
def abreast(work: Callable[[Going], None]) -> Iterator[Check]:
    """Has the work done in another thread while the block runs, and waits for its end when the block has come to its.

    What the work raises, the block raises at its end, or when it calls what it is given. A block that raises calls the
    work off, which goes through its items by `Going.through` and so hears of it.
    """
    going = Going()
    with ThreadPoolExecutor(1, thread_name_prefix="abreast") as second:
        future = second.submit(work, going)

        def check() -> None:
            if future.done():
                future.result()

        try:
            yield check
            future.result()
        finally:
            going.call_off()
