"""`citers bench --fill`: a data folder of so many papers, made of those held, and the whole product measured on it."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from eval.bench.filled import Filled
from eval.bench.filling import measure_arrived, measure_served
from eval.bench.growing import most_held
from eval.bench.made_papers import Stock, fill
from eval.bench.recalled import Recalled
from index.files.manifest import FORMAT
from index.version import IndexVersion, open_current
from service.choice import index_of, plan_of, store_of
from service.making import Step, make, show
from service.reading import Readers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from service.settings import Settings

MADE = "made.json"  # beside the folder: what it was made of, and what making it took
OURSELVES = (sys.executable, "-P", "-c", "from service.cli import main; main()")


def serving(data: Path, port: int) -> list[str]:
    """The command that serves a data folder on a port."""
    return [*OURSELVES, "serve", "--data", str(data), "--port", str(port)]


@dataclass(frozen=True, slots=True)
class Making:
    """Of which index and papers the folder was made, in which format of the index; seconds and bytes of the build."""

    index_id: str
    format: int
    papers: int
    seconds: float
    peak: int


def filled(
    settings: Settings, model: str, count: int, work: Path, queries: Sequence[str], seconds: float,
    watch: Callable[[str], None],
) -> Filled:  # fmt: skip
    """What is made is kept in `work` for another time; a copy of it is served."""
    place = work / f"filled-{count}"
    made = _made(settings, model, count, place, watch)
    data = replace(settings, data=place / "data")
    version = _opened(data, model)
    served = place / "served"

    serve = partial(serving, served)
    _linked(data.data, served)
    found = measure_served(serve, version, queries, seconds, place / "logs" / "served.log", watch)
    watch("papers that arrive")
    arrival = measure_arrived(serve, version, queries, seconds, place / "logs" / "arriving.log")
    stored = sum(path.stat().st_size for path in (index_of(data) / "versions" / version.index_id).rglob("*"))
    shutil.rmtree(served)
    return Filled(
        papers=version.snapshot.held,
        real=min(count, sum(1 for _ in Stock(_opened(settings, model)).papers)),
        cores=os.cpu_count() or 1,
        store=(data.data / "store.sqlite").stat().st_size,
        stored=stored,
        build=made.seconds,
        peak=made.peak,
        ready=found.ready,
        start=found.start,
        after=found.after,
        kinds=found.kinds,
        arrival=arrival,
    )


def _made(settings: Settings, model: str, count: int, place: Path, watch: Callable[[str], None]) -> Making:
    """Made in processes of their own, so that the build's memory is that of the build alone."""
    index_id, note = _opened(settings, model).index_id, place / MADE
    known = Making(**json.loads(note.read_text("utf-8"))) if note.is_file() else None
    if known is not None and (known.index_id, known.papers, known.format) == (index_id, count, FORMAT):
        return known
    data = replace(settings, data=place / "data")
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), max_tasks_per_child=1) as process:
        if known is None or (known.index_id, known.papers) != (index_id, count):
            watch(f"{count:,} papers")
            process.submit(put_papers, settings, data, model, count).result()
        watch(f"the index of {count:,} papers")
        took, peak = process.submit(build, settings, data, model).result()
    made = Making(index_id, FORMAT, count, took, peak)
    note.write_text(json.dumps(asdict(made)), "utf-8")
    return made


def put_papers(held: Settings, to: Settings, model: str, count: int) -> None:
    shutil.rmtree(to.data, ignore_errors=True)
    to.data.mkdir(parents=True)
    if (held.data / "models").is_dir():
        shutil.copytree(held.data / "models", to.data / "models")
    with ExitStack() as parts:
        fill(store_of(to, parts), Stock(_opened(held, model)), count, lambda _done: None)


def build(held: Settings, to: Settings, model: str) -> tuple[float, int]:
    """Seconds, and the most bytes that this process held at once."""
    shutil.rmtree(index_of(to), ignore_errors=True)
    embedder = Recalled(_opened(held, model), model)
    begun = perf_counter()
    with ExitStack() as parts:
        store = store_of(to, parts)
        made = make(
            Step(), index_of(to), store, Readers(embedder), lambda _stage, _done, _total: None, plan=plan_of(to)
        )
        show(made, index_of(to), store)
    return perf_counter() - begun, most_held()


def _opened(settings: Settings, model: str) -> IndexVersion:
    version = open_current(index_of(settings), model=model)
    assert version is not None, "there is an index: the command has looked, or it was just built"  # noqa: S101
    return version


def _linked(data: Path, to: Path) -> None:
    """A copy to serve. Files of an index never change, so they are in both."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(data / "index", to / "index", copy_function=os.link)
    for name in ("models", "store.sqlite"):
        if (data / name).is_dir():
            shutil.copytree(data / name, to / name)
        elif (data / name).is_file():
            shutil.copy2(data / name, to / name)
