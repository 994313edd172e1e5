"""The text of a data set is searched for as words, whatever marks it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.plain import plain
from index.queries.query import read_query


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('what is "attention"?', "what is attention ?"),
        ("“deep” learning", "deep learning"),
        ("a - b -c --d e-f", "a - b c d e-f"),
        ("title:lamps and Author:Oak subtitle:x", "title lamps and Author Oak subtitle:x"),
        ('-"cold air"', "- cold air"),
    ],
)
def test_marks_of_syntax_are_taken_out(text: str, words: str) -> None:
    assert plain(text) == words


@given(
    st.text(alphabet='ab"“”«»-: \t', max_size=30)
    | st.from_regex(r'(-?(title|author|by):"?a"? ?-?){1,4}', fullmatch=True)
)
def test_nothing_is_left_that_the_syntax_would_read(text: str) -> None:
    query = read_query(plain(text))
    assert (query.clauses, query.warnings) == ((), ())
