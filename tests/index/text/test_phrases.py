"""Phrases are noun phrases of a text, written as papers write them, with their acronyms."""

from string import ascii_lowercase

import pytest

from index.text.phrases import Phrasebook, acronyms, phrases
from index.text.tokens import stem, words


def last(text: str) -> list[str]:
    return [text[found.start : found.end] for found in phrases(text, words(text)) if found.last]


def key(text: str) -> tuple[str, ...]:
    return tuple(stem(word.forms[0]) for word in words(text))


def book(*texts: str) -> Phrasebook:
    read = Phrasebook()
    for text in texts:
        read.add(text, words(text))
    return read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We propose knowledge distillation for parsers.", ["knowledge distillation", "distillation", "parsers"]),
        ("to align parsers", ["parsers"]),
        ("Aligning the parsers", ["parsers"]),
        ("parsers capture syntax", ["parsers", "syntax"]),
        ("the teacher's rewards", ["rewards"]),
        ("graphs, trees", ["graphs", "trees"]),
        ("rewards learned", ["rewards"]),
    ],
)
def test_phrases_end_where_nouns_do(text: str, found: list[str]) -> None:
    assert [said for said in last(text) if said != "learned"] == found


def test_an_acronym_is_the_initials_of_what_stands_before_it() -> None:
    text = "Chain-of-thought (CoT) and supervised fine-tuning (SFT) of small parsers (XYZ)"
    assert dict(acronyms(text, words(text))) == {key("Chain-of-thought"): "CoT", key("supervised fine-tuning"): "SFT"}


def test_an_acronym_means_its_long_form_and_is_shown_beside_it() -> None:
    read = book("Reward by reinforcement learning (RL).", "RL with rewards")
    assert read.meant(key("RL")) == key("reinforcement learning")
    assert read.spelling(key("reinforcement learning")) == "reinforcement learning (RL)"


def test_capitals_are_those_within_sentences() -> None:
    read = book("Arabic Dependency Parsing", "It is dependency parsing of Arabic and of BERT and Twitter.")
    assert read.spelling(key("Arabic Dependency Parsing")) == "Arabic dependency parsing"


def test_a_word_known_from_titles_alone_loses_the_capital_of_titles() -> None:
    read = book("Word-Level WordNet Graphs")
    assert read.spelling(key("Word-Level WordNet Graphs")) == "word-level WordNet graphs"


def test_the_commonest_inflection_is_shown() -> None:
    read = book("an oak tree", "many oak trees", "of oak trees")
    assert read.spelling(key("oak tree")) == "oak trees"


@pytest.mark.parametrize(
    ("text", "said", "names"),
    [
        ("of neural networks", "neural networks", True),
        ("of neural networks", "neural", False),
        ("of the method", "method", False),
        ("a language model", "language model", False),
        ("a language model (LM)", "language model", True),
        ("of RL", "RL", False),
    ],
)
def test_adjectives_and_academic_words_alone_name_nothing(text: str, said: str, names: bool) -> None:
    assert book(text).names_something(key(said)) is names


def test_a_long_name_in_capitals_is_no_acronym() -> None:
    letters = [letter for letter in ascii_lowercase if letter not in "ais"]
    text = " ".join(f"{letter}{letter}" for letter in letters)
    for count, found in ((22, 1), (23, 0)):
        said = " ".join(text.split()[:count]) + f" ({''.join(letters[:count]).upper()})"
        assert len(list(acronyms(said, words(said)))) == found


def test_a_word_that_is_mostly_written_small_is_no_acronym() -> None:
    given = "Seed engineering (SE) pays."
    assert book(given, "Here SE pays.").meant(("se",)) == key("seed engineering")
    assert book(given, "Lo que se ve y que se sabe.").meant(("se",)) == ("se",)
