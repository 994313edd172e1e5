"""A text that is held in part: on which line a place is, and what stands before it, also where that was let go."""

import json

from corpus.importers.cutting import cut
from corpus.importers.held_text import HeldText
from corpus.importers.lines import LONGEST_LINE, Line


def held(text: bytes) -> HeldText:
    told = HeldText()
    told.held = text
    return told


def test_lines_are_counted_on_where_less_is_let_go_than_was_counted() -> None:
    told = held(b"a\nb\nc\nd")
    assert told.line(6) == 4
    told.let_go(2)
    assert [told.line(at) for at in (0, 2, 4)] == [2, 3, 4]


def test_what_stands_before_is_found_behind_any_number_of_blanks() -> None:
    told = held(b'"x":' + b" " * 500 + b"{")
    assert (told.before(504), told.before(4), told.before(0)) == (b":", b":", b"")
    told.let_go(500)
    assert (told.before(4), told.before(0)) == (b":", b":")


def test_an_object_within_a_paper_that_is_too_long_is_none_of_its_own_wherever_it_is_cut() -> None:
    text = json.dumps({"title": "A", "abstract": "a" * LONGEST_LINE, "cites": {"title": "B"}}).encode()
    within = text.index(b'{"title": "B"')
    fault = f"longer than {LONGEST_LINE:,} bytes ({len(text):,})"
    assert list(cut([text[:within], text[within:]])) == [Line(1, b"", fault)]
