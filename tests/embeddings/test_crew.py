"""A crew does everything it is given once, beside whoever gave it, and ends with what is raised."""

from collections.abc import Iterator
from threading import Event, Timer, get_ident

import pytest

from embeddings.crew import Crew


def test_everything_given_is_done_once_and_by_other_threads() -> None:
    done: list[tuple[int, int]] = []
    Crew(3).do(lambda n: done.append((n, get_ident())), range(100))
    assert sorted(n for n, _ in done) == list(range(100))
    assert get_ident() not in {thread for _, thread in done}


def test_who_begins_something_is_not_kept_waiting() -> None:
    going = Event()
    job = Crew(1).begin(lambda _: going.wait(60), [1, 2])
    assert not any(part.done() for part in job.parts)
    going.set()
    job.end()
    assert all(part.done() for part in job.parts)


def test_what_is_cancelled_is_left_where_nobody_has_begun() -> None:
    begun, going = Event(), Event()
    done: list[int] = []

    def work(n: int) -> None:
        begun.set()
        going.wait(60)
        done.append(n)

    job = Crew(1).begin(work, range(10))
    begun.wait(60)
    Timer(0.05, going.set).start()
    job.cancel()
    assert done == [0]


def test_what_the_work_raises_ends_it() -> None:
    done: list[int] = []
    never = Event()

    def work(n: int) -> None:
        if n == 3:
            raise OSError("the third is broken")
        if n == 4:
            never.wait(1)  # until the others have been left
        done.append(n)

    crew = Crew(1)
    with pytest.raises(OSError, match="the third is broken"):
        crew.do(work, range(100))
    assert done in ([0, 1, 2], [0, 1, 2, 4])
    crew.do(done.append, [7])
    assert done[-1] == 7


def test_what_giving_raises_ends_it_when_all_that_has_begun_is_done() -> None:
    done: list[int] = []

    def given() -> Iterator[int]:
        yield from range(4)
        raise ValueError("there is no fifth")

    crew = Crew(1)
    with pytest.raises(ValueError, match="there is no fifth"):
        crew.do(done.append, given())
    held = list(done)
    crew.do(done.append, [7])
    assert done == [*held, 7]
