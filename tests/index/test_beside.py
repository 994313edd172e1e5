"""Every part of the work is done once, whoever does it, and a second thread is asked only where a search is alone."""

import threading

import numpy as np

from index.beside import PART, meanwhile, searching, shared


def done(n: int) -> tuple[list[int], set[str]]:
    """How often each row came, and the threads that did the work."""
    counts, names = np.zeros(n, dtype=np.int64), set()

    def work(part: slice) -> None:
        counts[part] += 1
        names.add(threading.current_thread().name)

    shared(work, n)
    return sorted(set(counts.tolist())), names


def test_every_row_comes_once() -> None:
    for n in (0, 1, PART, PART + 1, 5 * PART + 7):
        with searching():
            assert done(n)[0] == ([1] if n else [])


def test_outside_a_search_and_beside_another_one_thread_does_all() -> None:
    own = {threading.current_thread().name}
    assert done(5 * PART) == ([1], own)
    with searching(), searching():
        assert done(5 * PART) == ([1], own)


def test_a_second_thread_takes_its_part_while_the_first_waits() -> None:
    met = threading.Barrier(2, timeout=60)
    with searching():
        shared(lambda _: met.wait() and None, 2 * PART)
    assert not met.broken


def test_what_a_part_raises_is_raised() -> None:
    def work(part: slice) -> None:
        raise ArithmeticError(str(part.start))

    with searching():
        try:
            shared(work, 4 * PART)
        except ArithmeticError as error:
            raised = error
    assert str(raised) in {str(start) for start in range(0, 4 * PART, PART)}


def test_what_is_done_meanwhile_is_answered_once_by_whoever_did_it() -> None:
    begun, leave = threading.Event(), threading.Event()

    def name() -> str:
        begun.set()
        leave.wait(60)
        return threading.current_thread().name

    with searching():
        answer = meanwhile(name)
        assert begun.wait(60)
        leave.set()
        assert answer() != threading.current_thread().name
    assert meanwhile(name)() == threading.current_thread().name


def test_what_nobody_has_begun_is_done_by_whoever_needs_it() -> None:
    leave = threading.Event()
    with searching():
        busy = meanwhile(lambda: leave.wait(60))
        assert meanwhile(threading.current_thread)() is threading.current_thread()
        leave.set()
        assert busy()


def test_what_the_second_thread_does_by_itself_it_does_at_once() -> None:
    begun, parts = threading.Event(), list[slice]()

    def work() -> str:
        begun.set()
        shared(parts.append, 3 * PART)
        return threading.current_thread().name

    with searching():
        answer = meanwhile(work)
        assert begun.wait(60)
        assert answer() != threading.current_thread().name
    assert parts == [slice(0, 3 * PART)]
