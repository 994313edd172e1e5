"""A topic's name is what most of its papers speak of and few others do."""

from collections import Counter
from itertools import product
from zlib import crc32

import numpy as np

from corpus.values import Paper
from index.topics.topic_names import Term, _longer, name_topics
from tests.ending import ends


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


def test_a_topic_of_nothing_but_symbols_still_has_a_name() -> None:
    assert named(["\u2026"], ["Oak trees", "Of oak trees"]) == ["other", "oak trees"]


FAR_APART = [
    "Oaks",
    "Elms",
    "Firs",
    "Ashes",
    "Limes",
    "Yews",
    "Pines",
    "Palms",
    "Larches",
    "Maples",
    "Beeches",
    "Alders",
]


def test_a_topic_of_many_subjects_is_named_by_what_two_of_its_papers_share() -> None:
    many = ["Tree kernels", "On tree kernels", *(f"{tree} of {n}" for n, tree in enumerate(2 * FAR_APART))]
    assert named(many, 20 * ["Speech recognition"]) == ["tree kernels", "speech recognition"]


def test_a_single_word_that_few_of_its_papers_use_names_no_topic() -> None:
    papers = [Paper(f"local:{n}", title) for n, title in enumerate(["A law of oaks", *FAR_APART[:5]])]
    papers[1] = Paper("local:1", "Elms", tldr="There is no law.")
    papers[2:4] = [Paper(f"local:{n}", FAR_APART[n + 6], tldr="With reasoning traces.") for n in (2, 3)]
    others = [Paper("local:8", "Speech recognition"), Paper("local:9", "On speech recognition")]
    assert name_topics(papers + others, np.repeat([0, 1], [6, 2])) == ["reasoning traces", "speech recognition"]


def test_a_name_is_spelt_as_a_noun_where_its_adjective_is_used_more() -> None:
    semantics = ["Semantic nets of oaks", "Semantic graphs of elms", "Lexical semantics", "On semantics"]
    assert named(semantics, 4 * ["Speech recognition"]) == ["semantics", "speech recognition"]


def test_meetings_and_years_name_no_topic() -> None:
    assert named(
        ["Oak trees at TreeTalk 2012", "TreeTalk 2012: of oak trees", "TreeTalk in 2012", "On TreeTalk-2013 again"],
        ["Speech recognition", "On speech recognition"],
    ) == ["oak trees", "speech recognition"]


def test_two_topics_do_not_share_their_head_where_there_is_another_name() -> None:
    assert named(
        ["Oak forest fires", "On oak forest fires", "Of oak forest fires"],
        ["Elm forest fires and bark beetles", "Bark beetles in elm forest fires", "Of elm forest fires, bark beetles"],
    ) == ["oak forest fires", "bark beetles"]


def test_corpora_and_generation_name_something_only_beside_another_word() -> None:
    assert named(
        ["Parallel corpora", "Parallel corpora or not", *4 * ["Corpora"]],
        ["Dialogue generation", "Dialogue generation or not", *4 * ["Generation"]],
    ) == ["parallel corpora", "dialogue generation"]


def test_names_give_way_to_longer_ones_as_by_comparing_each_with_each() -> None:
    words = ["oak", "elm", "fir", "ash", "yew", "lime"]
    keys = [key for length in (1, 2, 3, 5) for key in product(words, repeat=length) if hash_of(key) % 7 == 0]
    held = Counter({key: float(1 + hash_of(key) % 5) for key in keys})
    terms = [Term(key, 1.0) for key in keys]
    longer = _longer(held, terms)
    for key in keys:
        holding = [other for other in keys if len(other) > len(key) and f" {' '.join(key)} " in f" {' '.join(other)} "]
        assert longer.get(key, 0.0) == max((held[other] for other in holding), default=0.0)


def hash_of(key: tuple[str, ...]) -> int:
    return crc32(" ".join(key).encode())


def test_a_long_text_is_named_in_a_time_that_grows_with_it() -> None:
    assert ends(LONG_TEXT) == "2\n"


LONG_TEXT = """
from itertools import product
import numpy as np
from corpus.values import Paper
from tests.ending import ends
from index.topics.topic_names import name_topics
from tests.ending import ends
text = ", ".join("w" + "".join(each) + "x" for each in product("abcdef", repeat=6))
print(len(name_topics([Paper("local:0", "Oaks", text), Paper("local:1", "Elms")], np.array([0, 1]))))
"""


def told(*topics: list[tuple[str, str]]) -> list[str]:
    """The names of topics of papers, each given by its title and abstract."""
    papers = [Paper(f"local:{n}", title, said) for n, (title, said) in enumerate(one for own in topics for one in own)]
    return name_topics(papers, np.repeat(np.arange(len(topics)), [len(own) for own in topics]))


def test_what_the_other_topics_use_half_as_often_names_none_where_anything_else_does() -> None:
    dances = ["Bee dances one", "Bee dances two", "Bee dances three", "Bee dances, oak pollen", "Oak pollen five"]
    assert named(dances, ["Bee dances", "Bee dances", "Bee swarms", "Elms", "Ash"])[0] == "oak pollen"


def test_a_phrase_made_of_words_that_the_other_topics_use_names_none() -> None:
    drones = [
        "Hive drones",
        "Hive drones two",
        "Hive drones three",
        "Hive drones four",
        "Oak pollen",
        "Oak pollen",
        "A",
        "B",
    ]
    others = ["Hive drones", *["Drones of a hive"] * 4, "Elms", "Ash", "Firs"]
    assert named(drones, others)[0] == "oak pollen"


LOCAL = "una colmena grande tiene muchas abejas obreras jóvenes que vuelan hacia flores cercanas durante días cálidos "


def test_a_topic_of_texts_in_other_languages_says_so() -> None:
    foreign = [(f"Abejas {n}", LOCAL + LOCAL) for n in range(3)]
    assert told(
        [*foreign, ("Bee dances", "Bees dance on the comb.")], [("Oaks", "Oaks stand."), ("Of oaks", "Oaks.")]
    ) == [
        "texts not in English",
        "oaks",
    ]


def test_a_few_texts_in_other_languages_name_no_topic() -> None:
    topic = [("Abejas", LOCAL + LOCAL), ("Bee dances", "All bee dances end."), ("On bee dances", "They do.")]
    assert told(topic, [("Oaks", "Oaks stand."), ("Of oaks", "Oaks.")]) == ["bee dances", "oaks"]


def test_a_capital_that_a_word_has_only_within_names_is_left_out_beside_small_words() -> None:
    said = "We count by Round Dance Decoding (RDD). Each dance is seen by a Bayesian learner and the decoding of it."
    papers = [("Round dance decoding", said), ("On round dance decoding", said)]
    assert told(papers, [("Oaks", "Oaks stand."), ("Of oaks", "Oaks.")])[0] == "round dance decoding (RDD)"
    learners = [("Bayesian learners", said), ("On Bayesian learners", said)]
    assert "Bayesian learner" in told(learners, [("Oaks", "Oaks stand."), ("Of oaks", "Oaks.")])[0]


def test_a_name_does_not_reach_across_against() -> None:
    assert named(["Pollen against wasps", "More pollen against wasps"], ["Elms", "Of elms"])[0] == "pollen, wasps"
