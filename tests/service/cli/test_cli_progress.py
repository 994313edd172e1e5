"""Progress of long work: plain lines in a log, bars on a terminal that leave nothing behind."""

import io
import itertools

from service.progress import PlainProgress, watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_a_terminal_each_stage_gets_a_line_and_another_every_five_seconds() -> None:
    log, seconds = io.StringIO(), itertools.count()
    progress = PlainProgress(log, lambda: float(next(seconds)))
    for done in range(9):
        progress("reading", done, None)
    for done in range(0, 2001, 250):
        progress("embedding", done, 2000)
    assert log.getvalue() == "reading ...\nreading: 5\nembedding ...\nembedding: 1,250 of 2,000\n"


def test_quick_stages_say_no_more_than_their_names() -> None:
    log = io.StringIO()
    with watched(log) as progress:
        for done in range(100):
            progress("reading", done, 100)
        progress("words", 0, 100)
    assert log.getvalue() == "reading ...\nwords ...\n"


def test_on_a_terminal_there_are_bars() -> None:
    terminal = Terminal()
    with watched(terminal) as progress:
        progress("embedding", 3, 30)
    shown = terminal.getvalue()
    assert "embedding" in shown
    assert "3/30" in shown
