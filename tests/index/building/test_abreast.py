"""Work abreast of other work ends with it, whichever of the two fails."""

from itertools import count
from threading import Event

import pytest

from index.building.abreast import CalledOff, Check, Going, abreast


def test_the_block_ends_when_the_work_has() -> None:
    done: list[int] = []
    with abreast(lambda going: done.extend(going.through(range(1000)))) as check:
        check()
    assert done == list(range(1000))


def test_what_the_work_raises_is_raised_at_the_end_of_the_block() -> None:
    def work(_: Going) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"), abreast(work):
        pass


def test_it_is_raised_before_that_where_the_block_asks() -> None:
    def work(_: Going) -> None:
        raise OSError("the disk is full")

    def ask(check: Check) -> None:
        while True:
            check()

    with pytest.raises(OSError, match="the disk is full"), abreast(work) as check:
        ask(check)


def test_a_block_that_raises_calls_the_work_off_and_waits_for_it() -> None:
    begun, ended = Event(), list[str]()

    def work(going: Going) -> None:
        try:
            for _ in going.through(count()):
                begun.set()
        except CalledOff:
            ended.append("called off")

    def fail() -> None:
        begun.wait()
        raise ValueError("the block is broken")

    with pytest.raises(ValueError, match="the block is broken"), abreast(work):
        fail()
    assert ended == ["called off"]
