"""Progress of long work on stderr: bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from index.progress import Progress

SECONDS = 5.0  # between two lines about one stage


@contextmanager
def watched(stream: TextIO) -> Iterator[Progress]:
    """A progress to hand to the engine; the bars are taken away when the work is over."""
    if stream.isatty():
        with _bars(stream) as progress:
            yield progress
    else:
        yield PlainProgress(stream)


class PlainProgress:
    """A line when a stage begins, and while it lasts one every few seconds."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._stage, self._said = "", 0.0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if stage != self._stage:
            self._stage = stage
            self._say(f"{stage} ...")
        elif self._clock() - self._said >= SECONDS:
            self._say(f"{stage}: {done:,}" + (f" of {total:,}" if total else ""))

    def _say(self, line: str) -> None:
        self._said = self._clock()
        self._stream.write(f"{line}\n")
        self._stream.flush()


@contextmanager
def _bars(stream: TextIO) -> Iterator[Progress]:
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("{task.description}", markup=False),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=Console(file=stream), transient=True) as shown:
        tasks: dict[str, bars.TaskID] = {}

        def show(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = shown.add_task(stage, total=None)
            shown.update(tasks[stage], completed=done, total=total)

        yield show
