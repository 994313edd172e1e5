"""The nearest spelling is what comparing with every word would find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from index.words.spellings import LONG, NEAREST, Spellings, closest, nearest

LETTERS = st.text("abc\u00e9\u4e00\U00020000", min_size=1, max_size=10)


@settings(max_examples=300)
@given(words=st.sets(LETTERS, max_size=30), word=LETTERS, held=st.integers(1, 3))
def test_the_nearest_is_found_as_if_every_word_were_compared(words: set[str], word: str, held: int) -> None:
    every = sorted(words)
    wrong = 1 if len(word) < LONG else 2
    near = sorted((OSA.distance(word, other), place) for place, other in enumerate(every) if other[0] == word[0])[
        :NEAREST
    ]
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


def test_the_names_closest_to_a_name_are_those_that_share_most_of_its_letters() -> None:
    names = ["local:orca-2", "arxiv:2306.02707", "local:orca", "arxiv:2306.02700", "local:hives"]
    assert closest("orca", names, 3) == ["local:orca", "local:orca-2"]
    assert closest("arxiv:2306.0270", names, 3) == ["arxiv:2306.02707", "arxiv:2306.02700"]
    assert closest("z", names, 3) == []


def test_names_closest_to_one_are_found_among_many() -> None:
    names = [f"arxiv:{2000 + n % 25}.{n:05}" for n in range(100_000)]
    assert closest("arxiv:2005.00005x", names, 1) == ["arxiv:2005.00005"]
    assert closest("arxiv:2005.00005" * 60, names, 1) == []


def test_a_first_letter_is_seldom_wrong() -> None:
    assert nearest([Spellings(lambda: ["deese", "geesy"])], "geese", len) == "geesy"
    assert nearest([Spellings(lambda: ["deese"])], "geese", len) is None
