"""A process beside the service that makes versions of its index, and gives way to all others."""

import logging
import multiprocessing
import os
import signal
import sys
from contextlib import ExitStack
from multiprocessing.connection import Connection
from types import FrameType

from corpus.store_errors import StoreBusy
from embeddings.models import DeviceUnavailable, WeightsDiffer
from index.files.manifest import IndexDamaged
from index.progress import Progress
from service.choice import EmbedderOpener, cache_of, index_of, plan_of, readers_of, store_of
from service.making import Made, Step, make
from service.settings import Settings

LAST = 10  # niceness: about a tenth of a core beside a search that wants it, all of it otherwise
PATIENCE = 10.0  # seconds that it has to leave
EVERY = 0.5  # seconds after which whoever waits looks whether it is to go on
FORESEEN = (OSError, IndexDamaged, StoreBusy, DeviceUnavailable, WeightsDiffer)

log = logging.getLogger("service.beside")

Stage = tuple[str, int, int | None]
Message = Stage | Made | Exception


class MakingEnded(RuntimeError):
    """The process ended before it had made everything."""


class Beside:
    """One process that makes one version; what it takes of memory ends with it."""

    def __init__(self, settings: Settings, opener: EmbedderOpener, step: Step) -> None:
        context = multiprocessing.get_context("spawn")
        self._told, telling = context.Pipe(duplex=False)
        arguments = telling, settings, opener, step
        self._process = context.Process(target=_work, args=arguments, name="beside", daemon=True)
        self._process.start()
        telling.close()  # the child's end alone is open now, so that its death is the end of what is read

    def made(self, progress: Progress) -> Made:
        """What it made, once it has. `progress` is told again and again, and may raise to end it.

        Raises what the making raised, and MakingEnded where the process ended by itself.
        """
        try:
            return self._made(progress)
        finally:
            self.stop()
            self._told.close()

    def stop(self) -> None:
        """Ends the process, if it still runs; it takes away what it has not finished, for which it has so many seconds.

        It leaves by an exception, which Python drops where it is raised within a callback: the process would go on for
        ever, and whoever waits for it. What is left of one that was killed is cleared away at the next start.
        """
        self._process.terminate()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            log.warning("the process that made the index did not end within %g s, and was killed", PATIENCE)
            self._process.kill()
        self._process.join()  # nothing of it writes any more where others clear away

    def _made(self, progress: Progress) -> Made:
        last: Stage = ("reading", 0, None)  # until it says otherwise, so that an end is heard from the first moment on
        while True:
            message = self._received() if self._told.poll(EVERY) else last
            match message:
                case Made() as made:
                    return made
                case Exception() as error:
                    raise error
                case (stage, done, total):
                    last = stage, done, total
                    progress(*last)

    def _received(self) -> Message:
        try:
            message: Message = self._told.recv()
        except EOFError:
            self._process.join()
            raise MakingEnded(
                f"expected the process beside to make the index, but it ended with {self._process.exitcode}"
            ) from None
        return message


def _work(telling: Connection, settings: Settings, opener: EmbedderOpener, step: Step) -> None:
    os.nice(LAST)  # before the model is opened: a thread is as nice as the one that began it
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal: the service is told too, and ends this

    def told(stage: str, done: int, total: int | None) -> None:
        telling.send((stage, done, total))

    with ExitStack() as parts:
        try:
            store = store_of(settings, parts)
            readers = readers_of(settings, opener, opener(settings), cache_of(settings, parts))
            telling.send(make(step, index_of(settings), store, readers, told, plan=plan_of(settings)))
        except BrokenPipeError:  # the service was killed, and nobody is left to be told
            return
        except FORESEEN as error:
            telling.send(error)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """Ends as an error does, so that what is half written is taken away."""
    sys.exit(0)
