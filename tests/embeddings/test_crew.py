"""A crew does everything it is given once, keeps few things ready ahead of it, and ends with what is raised."""

from collections.abc import Iterator
from threading import get_ident

import pytest

from embeddings.crew import Crew


def test_everything_given_is_done_once_and_by_other_threads() -> None:
    done: list[tuple[int, int]] = []
    Crew(3).do(lambda n: done.append((n, get_ident())), range(100))
    assert sorted(n for n, _ in done) == list(range(100))
    assert get_ident() not in {thread for _, thread in done}


def test_nothing_is_made_ready_long_before_it_is_its_turn() -> None:
    done: list[int] = []
    ahead: list[int] = []

    def given() -> Iterator[int]:
        for n in range(50):
            ahead.append(n - len(done))
            yield n

    Crew(2).do(done.append, given())
    assert max(ahead) <= 4


def test_what_the_work_raises_ends_it() -> None:
    done: list[int] = []

    def work(n: int) -> None:
        if n == 3:
            raise OSError("the third is broken")
        done.append(n)

    crew = Crew(1)
    with pytest.raises(OSError, match="the third is broken"):
        crew.do(work, range(100))
    assert done[:3] == [0, 1, 2]
    assert len(done) < 6
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
