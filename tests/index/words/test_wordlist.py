"""Every word is found under its number, and no other word is, in lists shorter and longer than what is held of them."""

from pathlib import Path

import pytest

from index.words.wordlist import MARKS, Words, write_words


@pytest.mark.parametrize("count", [0, 1, 2, MARKS - 1, MARKS, MARKS + 1, 3 * MARKS + 5])
def test_a_word_is_found_under_its_number_alone(count: int, tmp_path: Path) -> None:
    words = sorted(f"w{2 * number}" for number in range(count))
    write_words(tmp_path, "list", words)
    held = Words(tmp_path, "list")
    assert [held.number(word) for word in words] == list(range(count))
    assert not [
        word
        for word in ("", "a", "w", *(f"w{2 * number + 1}" for number in range(count)), "x")
        if held.number(word) is not None
    ]
    assert held.all() == list(held) == words
