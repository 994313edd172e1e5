"""A process beside the service makes what this one would, and leaves nothing when it is ended."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from embeddings.cache import CacheUnusable
from index.progress import no_progress
from service.beside import LAST, Beside, MakingEnded, _work
from service.choice import index_of
from service.engine import Engine
from service.intake import Stopped
from service.making import Step, make
from service.reading import Readers
from service.settings import Settings
from tests.service.conftest import LettersEmbedder, open_letters

Many = Callable[..., Path]
Open = Callable[..., Engine]


def open_nothing(_settings: Settings) -> LettersEmbedder:
    raise CacheUnusable("expected a folder, found a file")


def leave(_settings: Settings) -> LettersEmbedder:
    os._exit(7)


def stay(settings: Settings) -> LettersEmbedder:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    (settings.data / "deaf").touch()
    time.sleep(60)
    return LettersEmbedder()


class Nice(LettersEmbedder):
    """Says how nice the process is that it reads in."""

    name = "nice"

    def __init__(self) -> None:
        beside = os.getpriority(os.PRIO_PROCESS, os.getppid())
        if os.nice(0) != min(19, beside + LAST):
            raise CacheUnusable(f"expected to give way to {beside}, found niceness {os.nice(0)}")


def open_nice(_settings: Settings) -> Nice:
    return Nice()


@pytest.fixture
def held(open_engine: Open, many: Many, settings: Settings) -> Settings:
    """A store with three papers and their index."""
    with open_engine() as engine:
        engine.import_file(many(3))
    return settings


def unfinished(settings: Settings) -> list[Path]:
    return list((index_of(settings) / "versions").glob(".unfinished-*"))


def test_a_version_made_beside_is_the_one_made_here(open_engine: Open, held: Settings) -> None:
    beside = Beside(held, open_letters, Step()).made(no_progress)
    with open_engine() as engine:
        here = make(Step(), index_of(held), engine.store, Readers(LettersEmbedder()), no_progress)
    assert beside == here
    assert beside.prepared.index_id


def test_the_model_reads_in_a_process_that_gives_way(held: Settings) -> None:
    assert Beside(held, open_nice, Step()).made(no_progress).revision == 1


def test_who_watches_may_end_it_and_nothing_is_left(held: Settings) -> None:
    def stop(stage: str, _done: int, _total: int | None) -> None:
        raise Stopped(f"enough {stage}")

    beside = Beside(held, open_nice, Step())
    with pytest.raises(Stopped, match=r"enough (?:reading|papers)"):
        beside.made(stop)
    assert not beside._process.is_alive()
    assert unfinished(held) == []


def test_one_that_does_not_leave_is_killed(held: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.beside.PATIENCE", 0.2)

    def stop(_stage: str, _done: int, _total: int | None) -> None:
        if (held.data / "deaf").exists():
            raise Stopped("enough")

    beside = Beside(held, stay, Step())
    with pytest.raises(Stopped, match="enough"):
        beside.made(stop)
    assert beside._process.exitcode == -signal.SIGKILL


def test_what_fails_there_is_raised_here(held: Settings) -> None:
    with pytest.raises(CacheUnusable, match="expected a folder, found a file"):
        Beside(held, open_nothing, Step()).made(no_progress)


def test_a_process_that_ends_by_itself_is_said(held: Settings) -> None:
    with pytest.raises(MakingEnded, match="but it ended with 7"):
        Beside(held, leave, Step()).made(no_progress)


def test_a_process_whose_service_was_killed_ends_without_a_word(held: Settings) -> None:
    context = multiprocessing.get_context("spawn")
    told, telling = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(telling, held, open_letters, Step()))
    told.close()
    process.start()
    telling.close()
    process.join(60)
    assert process.exitcode == 0
