"""Slips in the words by which a question asks."""

import pytest

from answers.questions.misspelt import spelt_right


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Wich papers adress mites?", "Which papers address mites?"),
        ("waht is the diference between mites and moths?", "what is the difference between mites and moths?"),
        ("Hwo many papres discus smoke?", "How many papers discuss smoke?"),
        ("Which papers were here?", "Which papers were here?"),
        ("Which dose calms bees?", "Which dose calms bees?"),  # another word, and no slip for "does"
        ("Which papers cite Wich?", "Which papers cite Wich?"),
        ("what is the WICH index?", "what is the WICH index?"),
        ("Which wich-traps are there?", "Which wich-traps are there?"),
    ],
)
def test_slips_in_words_that_ask_are_read_as_they_were_meant(written: str, meant: str) -> None:
    assert spelt_right(written, lambda _: False) == meant


def test_what_papers_speak_of_is_spelt_as_it_is() -> None:
    assert spelt_right("wich papers?", lambda word: word == "wich") == "wich papers?"
