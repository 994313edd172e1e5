"""Merges the parts of an index into a whole one beside the service, in a process that gives way to all others."""

import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection

from index.build import Prepared, prepare
from service.choice import EmbedderOpener, index_of, plan_of, store_of, writing_models
from service.settings import Settings

log = logging.getLogger("service.merging")
LAST = 19  # the niceness of what may wait for everything else


@dataclass(frozen=True, slots=True)
class Merged:
    """A whole version of all that the store held in that revision; not current yet."""

    prepared: Prepared
    revision: int


Done = Callable[["Merging", Merged | None], None]


class Merging:
    """One merge under way. `done` is told of its end, in a thread of this process, with what it made, if anything."""

    def __init__(self, settings: Settings, opener: EmbedderOpener, done: "Done") -> None:
        context = multiprocessing.get_context("spawn")
        self._done = done
        self._told, telling = context.Pipe(duplex=False)
        self._process = context.Process(target=_merge, args=(telling, settings, opener), name="merge", daemon=True)
        self._process.start()
        telling.close()  # the child's end alone is open now, so that its death is the end of what is read
        self._waiting = threading.Thread(target=self._wait, name="merging", daemon=True)
        self._waiting.start()

    def stop(self) -> None:
        """Ends the process, if it still runs; what it wrote is cleared away with other unfinished builds."""
        self._process.terminate()
        self._process.join()  # nothing of it writes any more where others clear away

    def join(self) -> None:
        """Returns when `done` has been told."""
        self._waiting.join()

    def _wait(self) -> None:
        merged = _received(self._told)
        self._process.join()
        if merged is None:
            log.info("merging the index was ended, with exit status %s", self._process.exitcode)
        self._done(self, merged)


def _received(told: Connection) -> Merged | None:
    try:
        merged: Merged = told.recv()
    except EOFError:
        return None
    return merged


def _merge(telling: Connection, settings: Settings, opener: EmbedderOpener) -> None:
    os.nice(LAST)
    with ExitStack() as parts:
        store = store_of(settings, parts)
        models = writing_models(settings, opener, parts)
        with store.changes(0) as everything:
            prepared = prepare(
                index_of(settings),
                papers=everything.papers,
                citations=everything.citations,
                hubs=everything.hubs,
                embedder=models.embedder,
                plan=plan_of(settings),
            )
            telling.send(Merged(prepared, everything.revision))
