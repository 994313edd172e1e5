"""Cursors say where to go on, and notice when they are bent or used elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.cursor import BadCursor, Cursor, read_cursor, write_cursor


@given(index_id=st.text(max_size=20), offset=st.integers(0, 10**9), asked=st.text(max_size=50))
def test_a_cursor_reads_as_it_was_written(index_id: str, offset: int, asked: str) -> None:
    cursor = Cursor(index_id, offset)
    assert read_cursor(write_cursor(cursor, asked), asked) == cursor


def test_other_parameters_refuse_it() -> None:
    text = write_cursor(Cursor("v1", 10), "q=lamps")
    with pytest.raises(BadCursor, match="was not made for this list with these parameters"):
        read_cursor(text, "q=wax")


@pytest.mark.parametrize("place", range(0, 30, 3))
def test_a_bent_character_is_noticed(place: int) -> None:
    text = write_cursor(Cursor("0123456789ab", 10), "q")
    bent = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
    with pytest.raises(BadCursor):
        read_cursor(bent, "q")


@pytest.mark.parametrize("text", ["", "x", "not a cursor", "é", "AAAA", "A" * 999])
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        read_cursor(text, "q")
