"""One thread changes the folder at a time, and long work is left while somebody waits for something short."""

import threading

import pytest

from index.progress import Progress, no_progress
from service.turn import WritingTurn


def test_long_work_is_left_for_something_short_and_begun_again() -> None:
    turn, begun, did = WritingTurn(), threading.Event(), list[str]()

    def short() -> None:
        begun.wait(30)
        with turn.soon():
            did.append("short")

    def long(progress: Progress) -> str:
        did.append("long")
        begun.set()
        while did == ["long"]:  # until it is interrupted
            progress("vectors", 0, None)
        return "done"

    other = threading.Thread(target=short)
    other.start()
    assert turn.at_length(long, no_progress) == "done"
    other.join()
    assert did == ["long", "short", "long"]


def test_long_work_is_told_of_and_ended_as_its_progress_says() -> None:
    heard: list[tuple[str, int, int | None]] = []

    def told(stage: str, done: int, total: int | None) -> None:
        heard.append((stage, done, total))
        if done:
            raise KeyError(stage)

    def work(progress: Progress) -> None:
        progress("vectors", 0, 2)
        progress("vectors", 1, 2)

    turn = WritingTurn()
    with pytest.raises(KeyError):
        turn.at_length(work, told)
    assert heard == [("vectors", 0, 2), ("vectors", 1, 2)]
    with turn, turn:  # it was given back, and who has it may take it again
        pass
