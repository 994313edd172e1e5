"""A process beside the service that makes versions of its index, and gives way to all others."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection
from types import FrameType

from corpus.store_engine import StoreBusy
from embeddings.cache import CachedEmbedder
from embeddings.models import DeviceUnavailable, WeightsDiffer
from embeddings.unread import as_kept
from index.manifest import IndexDamaged
from service.choice import EmbedderOpener, cache_of, index_of, store_of
from service.intake import Progress
from service.making import Made, Step, make
from service.settings import Settings

LAST = 19  # the niceness of what may wait for everything else
EVERY = 0.5  # seconds after which whoever waits looks whether it is to go on
FORESEEN = (OSError, IndexDamaged, StoreBusy, DeviceUnavailable, WeightsDiffer)

Model = tuple[str, int]  # its name and dimension, for what is made without it
Message = tuple[str, int, int | None] | Made | Exception


class MakingEnded(RuntimeError):
    """The process ended before it had made everything."""


class Beside:
    """One process at work on `steps`, one after the other; what it takes of memory ends with it."""

    def __init__(self, settings: Settings, opener: EmbedderOpener, model: Model, steps: Sequence[Step]) -> None:
        context = multiprocessing.get_context("spawn")
        self._told, telling = context.Pipe(duplex=False)
        arguments = telling, settings, opener, model, tuple(steps)
        self._process = context.Process(target=_work, args=arguments, name="beside", daemon=True)
        self._steps = len(steps)
        self._process.start()
        telling.close()  # the child's end alone is open now, so that its death is the end of what is read

    def made(self, progress: Progress) -> Generator[Made, None, None]:
        """What it makes, in the order of the steps. `progress` is told again and again, and may raise to end it.

        Raises what a step raised, and MakingEnded where the process ended by itself.
        """
        try:
            for _ in range(self._steps):
                yield self._next(progress)
        finally:
            self.stop()
            self._told.close()

    def stop(self) -> None:
        """Ends the process, if it still runs; it takes away what it has not finished."""
        self._process.terminate()
        self._process.join()  # nothing of it writes any more where others clear away

    def _next(self, progress: Progress) -> Made:
        last: tuple[str, int, int | None] | None = None
        while True:
            if not self._told.poll(EVERY):
                if last is not None:
                    progress(*last)
                continue
            match self._received():
                case Made() as made:
                    return made
                case Exception() as error:
                    raise error
                case told:
                    last = told
                    progress(*told)

    def _received(self) -> Message:
        try:
            message: Message = self._told.recv()
        except EOFError:
            self._process.join()
            raise MakingEnded(
                f"expected the process beside to make the index, but it ended with {self._process.exitcode}"
            ) from None
        return message


def _work(telling: Connection, settings: Settings, opener: EmbedderOpener, model: Model, steps: Sequence[Step]) -> None:
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal: the service is told too, and ends this
    with ExitStack() as parts:
        try:
            for made in _steps(telling, settings, opener, model, steps, parts):
                telling.send(made)
        except FORESEEN as error:
            telling.send(error)


def _steps(
    telling: Connection,
    settings: Settings,
    opener: EmbedderOpener,
    model: Model,
    steps: Sequence[Step],
    parts: ExitStack,
) -> Iterator[Made]:
    root, store, cache = index_of(settings), store_of(settings, parts), cache_of(settings, parts)

    def told(stage: str, done: int, total: int | None) -> None:
        telling.send((stage, done, total))

    for step in steps:
        if step.words_only:
            yield make(step, root, store, as_kept(*model, cache), lambda *_: None)
        else:
            give_way()
            yield make(step, root, store, CachedEmbedder(opener(settings), cache), told)


def give_way() -> None:
    """Before the model is opened: a thread is as nice as the one that began it."""
    os.setpriority(os.PRIO_PROCESS, 0, LAST)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """Ends as an error does, so that what is half written is taken away."""
    sys.exit(0)
