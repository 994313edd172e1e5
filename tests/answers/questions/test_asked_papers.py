"""Questions for papers that are put in other words."""

import pytest

from answers.questions.asked_papers import kind_behind


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("How many surveys are there?", "How many papers are surveys?"),
        ("How many surveys of smoke are there?", "How many papers are surveys of smoke?"),
        ("Which surveys exist on smoke?", "Which papers are surveys on smoke?"),
        ("Are there any case reports of stings?", "Which papers are case reports of stings?"),
        ("List the surveys", "Which papers are surveys?"),
        ("Which meta-analyses from 2020 are there?", "Which papers are meta-analyses from 2020?"),
        ("Which book reviews are there?", "Which papers are book reviews?"),
        ("Which surveys were filled in?", None),
        ("How many reviews of films were read?", None),
        ("How many reviews were collected?", None),
        ("What do surveys show?", None),
        ("Are there differences?", None),
    ],
)
def test_papers_of_a_kind_are_asked_for_as_papers(asked: str, plainly: str | None) -> None:
    assert kind_behind(asked) == (plainly or asked)
