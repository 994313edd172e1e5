"""How many of the papers a survey cites: as many as make the most of precision and recall together."""

import pytest

from answers.citing import best_count, that_define, to_cite
from answers.evidence import Evidence
from answers.questions.question import read_question
from tests.answers.test_together import saying


def evidence(cosine: float, coverage: float = 0.0, probability: float = 0.5) -> Evidence:
    return Evidence(0, cosine, coverage, (), whole=cosine, probability=probability)


@pytest.mark.parametrize(
    ("chances", "count"),
    [
        ([], 0),
        ([0.9], 1),
        ([0.9, 0.1, 0.1, 0.1], 1),
        ([0.9, 0.8, 0.1, 0.1], 2),
        ([0.9, 0.9, 0.9, 0.6], 4),
        ([0.3, 0.3, 0.3, 0.3], 4),
    ],
)
def test_the_highest_f1_that_can_be_expected_says_how_many(chances: list[float], count: int) -> None:
    assert best_count(chances) == count


def test_of_a_few_papers_that_all_are_about_the_question_all_are_cited() -> None:
    few = [evidence(0.5), evidence(0.6), evidence(0.45)]
    assert to_cite(few, 3, 10, terse=False) == [few[1], few[0], few[2]]


def test_of_many_papers_the_one_that_stands_out_is_cited_alone() -> None:
    many = [evidence(0.15), evidence(0.7, 0.9), evidence(0.2), evidence(0.1)]
    assert to_cite(many, 500, 10, terse=False) == [many[1]]


def test_no_more_are_cited_than_may_be() -> None:
    few = [evidence(0.5), evidence(0.6), evidence(0.45)]
    assert to_cite(few, 3, 2, terse=False) == [few[1], few[0]]


def test_a_terse_question_wants_papers_that_search_finds_likely() -> None:
    found = [evidence(0.6, 0.5), evidence(0.6, 0.5, probability=0.1)]
    assert to_cite(found, 500, 10, terse=True) == [found[0]]


def test_a_paper_that_defines_what_is_asked_is_cited_beside_others() -> None:
    texts = ("A brood break is a pause in laying.", "The brood break helps.")
    judged = [saying(text) for text in texts]
    assert that_define(read_question("What is a brood break?"), judged, []) == judged[:1]
    assert that_define(read_question("What is a brood break?"), judged, judged[:1]) == []
    assert that_define(read_question("Does a brood break help?"), judged, []) == []


def test_nothing_judged_is_nothing_cited() -> None:
    assert to_cite([], 0, 10, terse=False) == []
