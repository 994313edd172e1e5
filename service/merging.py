"""Merges the parts of an index into a whole one beside the service."""

import logging
import threading
from collections.abc import Callable

from service.beside import FORESEEN, Beside, MakingEnded
from service.choice import EmbedderOpener
from service.making import Made, Step
from service.settings import Settings

log = logging.getLogger("service.merging")

Done = Callable[["Merging", Made | None], None]


class Merging:
    """One merge under way. `done` is told of its end, in a thread of this process, with what it made, if anything."""

    def __init__(self, settings: Settings, opener: EmbedderOpener, done: "Done") -> None:
        self._done = done
        self._beside = Beside(settings, opener, Step())
        self._waiting = threading.Thread(target=self._wait, name="merging", daemon=True)
        self._waiting.start()

    def stop(self) -> None:
        """Ends the process, if it still runs."""
        self._beside.stop()

    def join(self) -> None:
        """Returns when `done` has been told."""
        self._waiting.join()

    def _wait(self) -> None:
        self._done(self, self._made())

    def _made(self) -> Made | None:
        try:
            return self._beside.made(_unwatched)
        except (*FORESEEN, MakingEnded) as error:
            log.info("merging the index was ended: %s", error)
            return None


def _unwatched(_stage: str, _done: int, _total: int | None) -> None:
    """A merge is watched by nobody."""
