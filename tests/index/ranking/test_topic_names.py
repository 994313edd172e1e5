"""A topic's name is what most of its papers speak of and few others do."""

import numpy as np

from corpus.values import Paper
from index.topic_names import name_topics


def named(*topics: list[str]) -> list[str]:
    papers = [Paper(f"local:{n}", title) for n, title in enumerate(title for titles in topics for title in titles)]
    return name_topics(papers, np.repeat(np.arange(len(topics)), [len(titles) for titles in topics]))


def test_labels_are_the_terms_that_tell_topics_apart() -> None:
    assert named(
        ["Knowledge distillation of LLMs", "Better knowledge distillation"],
        ["Image captions", "Captions for an image"],
    ) == ["knowledge distillation", "captions, image"]


def test_what_every_topic_speaks_of_names_none() -> None:
    assert named(
        ["Citation graphs for parsing", "Parsing of citation graphs"],
        ["Citation graphs for speech recognition", "Speech recognition by citation graphs"],
    ) == ["parsing", "speech recognition"]


def test_a_longer_name_is_preferred_to_its_part() -> None:
    assert named(
        ["Generative adversarial networks", "On generative adversarial networks"],
        ["Oak trees", "Of oak trees"],
    ) == ["generative adversarial networks", "oak trees"]


def test_the_acronym_stands_beside_its_long_form() -> None:
    assert named(
        ["Reinforcement learning (RL) of gaits", "Walking by RL"],
        ["Oak trees", "Of oak trees"],
    ) == ["reinforcement learning (RL)", "oak trees"]


def test_the_second_term_adds_another_word() -> None:
    assert named(["A statistical parser, parsing", "A statistical parser for parsing"], ["Oaks"]) == [
        "statistical parser",
        "oaks",
    ]


def test_a_topic_of_nothing_but_symbols_still_has_a_name_and_no_two_are_alike() -> None:
    assert named(["\u2026"], ["\u2026"]) == ["other", "other (2)"]
