"""A paper answers where it is likely to or search finds it relevant, and never where search all but rules it out."""

import pytest

from answers.evidence import Evidence, Scored, telling
from answers.questions.own_names import own_names
from answers.questions.question import read_question
from answers.questions.shapes import Sides
from answers.refusal import (
    ANSWERS,
    answering,
    chance,
    comparing,
    fits,
    holding,
    of_its_names,
    of_its_settings,
    uncompared,
    unstated,
)
from answers.sentences import Sentence
from index.searcher import Searcher
from index.values import SearchRequest


@pytest.mark.parametrize(
    ("cosine", "probability", "answers"),
    [
        (0.9, 0.1, True),
        (0.9, 0.0999, False),
        (0.0, 0.3999, False),
        (0.0, 0.4, True),
    ],
)
def test_what_search_reports_decides_where_the_sentences_do_not(
    cosine: float, probability: float, answers: bool
) -> None:
    one = Evidence(0, cosine, cosine, (), whole=cosine, probability=probability)
    assert (chance(one, 3_000) >= ANSWERS) is (cosine > 0)
    assert answering([one], 3_000) == ([one] if answers else [])


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("Smoke does not calm guard bees.", True),
        ("Smoke calms guard bees.", False),
        ("Bees do not dance at night.", True),
        ("Queens do not dance at night.", False),
        ("Smoke is used instead of water.", False),
    ],
)
def test_a_sentence_disputes_what_is_named_only_if_it_names_a_third_of_it(
    searcher: Searcher, said: str, so: bool
) -> None:
    hits = searcher.search(SearchRequest(query="smoke", hubs=("local:hives",), limit=1)).hits
    scored = Scored(0, Sentence("abstract", said, 0, len(said)), None, 0.0)
    assert fits(read_question("smoke calms bees"), "dispute", scored, hits, {"smoke", "calm", "bee"}) is so


def test_words_that_most_papers_hold_do_not_tell_which_of_them_disputes() -> None:
    papers = [Evidence(at, 0.5, 0.5, (), frozenset({"bee", "smoke"} if at else {"bee"})) for at in range(4)]
    assert telling({"bee": 0.3, "calm": 0.7}, [one.held for one in papers]) == {"calm"}
    assert telling({"bee": 0.3, "smoke": 0.7}, [one.held for one in papers]) == {"bee", "smoke"}


@pytest.mark.parametrize(
    ("asked", "said", "so"),
    [
        ("When did the trial end?", "The trial ended in 1998.", True),
        ("When did the trial end?", "The trial ended after 14 months.", True),
        ("When did the trial end?", "The trial of HIVE-2019 ended.", False),
        ("What is the accuracy of mite counting?", "Counting reaches 0.93.", True),
        ("What is the accuracy of mite counting?", "Three keepers counted 40 mites.", False),
        ("What percentage of hives swarmed?", "Of the hives 12 % swarmed.", True),
        ("What percentage of hives swarmed?", "Of the 40 hives 5 swarmed.", False),
        ("What F1 score was reached?", "It reached 93 points.", True),
        ("What is the accuracy of mite counting?", "Counting of COMB-19 is accurate.", False),
        ("What rank did the drone team get?", "Our team ranks 20th of 85.", True),
        ("What rank did the drone team get?", "It came in second.", True),
        ("What rank did the drone team get?", "The first team has 20 drones.", False),
        ("How much money did the hives save?", "They saved $2 million.", True),
        ("What share of queens is calm?", "We see 68\\% calm queens.", True),
        ("How much money did the hives save?", "They saved 20 hours.", False),
        ("By how much does smoke reduce stings?", "It reduces them by 20-30x.", True),
        ("By how much does smoke reduce stings?", "Stings are halved.", True),
        ("By how much does smoke reduce stings?", "It reduces them in 40 hives.", False),
    ],
)
def test_a_date_or_an_amount_asked_for_is_in_the_sentence(asked: str, said: str, so: bool) -> None:
    scored = Scored(0, Sentence("abstract", said, 0, len(said)), None, 0.0)
    assert fits(read_question(asked), "open", scored, (), ()) is so
    assert ("date" if "When" in asked else "amount") in unstated(read_question(asked), "open").reason


def test_a_paper_answers_that_names_both_things_compared_in_one_sentence() -> None:
    both, apart = "Smoke calms bees and so does water.", "Smoke calms bees."
    judged = [
        Evidence(at, 0.1, 0.1, (Scored(at, Sentence("abstract", said, 0, len(said)), None, 0.0),))
        for at, said in enumerate([apart, both])
    ]
    assert comparing(read_question("Is smoke better than water?"), judged) == judged[1:]
    assert comparing(read_question("Is smoke good?"), judged) == []


def test_an_amount_is_told_of_what_the_question_is_set_in() -> None:
    wild, tame = (
        Evidence(at, 0.5, 0.5, (), frozenset({"surviv", "bee", kind})) for at, kind in enumerate(["wild", "tame"])
    )
    asked = read_question("What is the incidence of wild bees?")
    weights = {"surviv": 0.2, "wild": 0.5, "bee": 0.3}
    assert of_its_settings(asked, weights, [wild, tame]) == [wild]
    assert of_its_settings(read_question("How do wild bees survive?"), weights, [wild, tame]) == [wild, tame]


def test_an_amount_is_that_of_what_is_named_where_a_paper_holds_the_name() -> None:
    named, other = (Evidence(at, 0.5, 0.5, (), frozenset({held})) for at, held in enumerate(("hivecorp", "waxbank")))
    asked = read_question("How many hours of buzzing does HiveCorp hold?")
    assert of_its_names(asked, [named, other], [named, other]) == [named]
    assert of_its_names(asked, [named, other], [other]) == []
    assert of_its_names(asked, [other], [other]) == [other]
    assert of_its_names(read_question("What does HiveCorp hold?"), [named, other], [other]) == [other]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("When were HiveCorp and WaxBank released?", [0, 1]),
        ("How many hours of buzzing do BeeSet, HiveCorp, or the WaxBank hold?", [0, 1]),
        ("How many hours of buzzing do BeeSet and HiveCorp hold?", [0]),
        ("How many hours of buzzing of HiveCorp does WaxBank hold?", []),
    ],
)
def test_an_amount_is_that_of_one_of_names_in_a_row(text: str, told: list[int]) -> None:
    held = [Evidence(at, 0.5, 0.5, (), frozenset({stem})) for at, stem in enumerate(("hivecorp", "waxbank", "smoke"))]
    assert [one.hit for one in of_its_names(read_question(text), held, held)] == told


def test_papers_asked_for_by_a_name_hold_it() -> None:
    judged = [Evidence(at, 0.5, 0.5, (), frozenset(held)) for at, held in enumerate([{"hive9"}, {"hive"}])]
    assert holding(frozenset({"hive9"}), judged) == judged[:1]
    assert holding(frozenset(), judged) == judged


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Which papers use HIVE-9 as a baseline?", {"hive9"}),
        ("Which papers train on CombNet?", {"combnet"}),
        ("Which papers use R2D2?", {"r2d2"}),
        ("Which papers use MTS?", set()),  # which may be spelt out
        ("Which papers compare MTSs?", set()),
        ("Hives are weighed daily by HIVE-9: which papers find smoke in early spring lowers their weight?", set()),
        ("Which papers are about Spain?", set()),
    ],
)
def test_names_that_nothing_else_is_written_for(asked: str, names: set[str]) -> None:
    assert own_names(read_question(asked)) == names


def test_a_comparison_that_was_not_found_is_no_claim_about_every_paper() -> None:
    said_no = uncompared(Sides("smoke", "water"))
    assert said_no.reason == "no citing paper compares “smoke” with “water”"
    assert said_no.missing == "No citing paper found compares “smoke” with “water”."
