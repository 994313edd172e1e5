"""The nearest spelling is what comparing with every word would find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from index.spellings import LONG, NEAREST, Spellings, nearest

LETTERS = st.text("abc\u00e9\u4e00\U00020000", min_size=1, max_size=10)


@settings(max_examples=300, deadline=None)
@given(words=st.sets(LETTERS, max_size=30), word=LETTERS, held=st.integers(1, 3))
def test_the_nearest_is_found_as_if_every_word_were_compared(words: set[str], word: str, held: int) -> None:
    every = sorted(words)
    wrong = 1 if len(word) < LONG else 2
    near = sorted((OSA.distance(word, other), place) for place, other in enumerate(every))[:NEAREST]
    counts = {other: len(other) % (held + 1) for other in every}
    want = [(far, -counts[every[place]], every[place]) for far, place in near if far <= wrong and counts[every[place]]]
    parts = [Spellings(lambda: every[::2]), Spellings(lambda: every[1:])]
    found = nearest(parts, word, lambda spelling: counts[spelling])
    assert found == (min(want)[2] if want else None)


@pytest.mark.parametrize(
    ("wrong", "meant"), [("parsnig", "parsing"), ("lemmatizaiton", "lemmatization"), ("xyz", None)]
)
def test_letters_may_be_exchanged_left_out_or_added(wrong: str, meant: str | None) -> None:
    assert nearest([Spellings(lambda: ["lemmatization", "parse", "parsing", "tagging"])], wrong, lambda _: 1) == meant
