"""Surveys, case reports, meta-analyses and papers with code: by their titles and by what they say of themselves."""

import pytest

from answers.kinds import KINDS, kind_asked, of_kind
from corpus.values import Paper

BOOK, SURVEY, CASE, META, CODE = KINDS


@pytest.mark.parametrize(
    ("asked", "kind", "left"),
    [
        ("How many of the papers are surveys?", SURVEY, "How many of the papers are ?"),
        ("Which papers survey brood breaks?", SURVEY, "Which papers brood breaks?"),
        ("Which papers are systematic reviews of smoke?", SURVEY, "Which papers are systematic of smoke?"),
        ("Which papers are book reviews?", BOOK, "Which papers are ?"),
        ("Which papers are about book reviews?", None, "Which papers are about book reviews?"),
        ("Which papers are case reports?", CASE, "Which papers are ?"),
        ("Which papers used meta-analysis?", META, "Which papers used ?"),
        ("Which papers make their code available?", CODE, "Which papers make their ?"),
        ("Which papers release their code?", CODE, "Which papers ?"),
        ("Which papers use survey data?", None, "Which papers use survey data?"),
        ("Which papers are about surveys?", None, "Which papers are about surveys?"),
        ("Which papers study genetic code?", None, "Which papers study genetic code?"),
    ],
)
def test_the_kind_asked_for_is_taken_out_of_the_question(asked: str, kind: object, left: str) -> None:
    assert kind_asked(asked) == (kind, left)


@pytest.mark.parametrize(
    ("kind", "title", "said", "so"),
    [
        (SURVEY, "A survey of hives", "", True),
        (SURVEY, "On hives", "In this paper we review some ways to count mites.", True),
        (SURVEY, "On hives", "According to many survey reports, mites are on the rise.", False),
        (SURVEY, "On hives", "This was a retrospective review of 40 hives.", False),
        (SURVEY, "Book review: The hive", "", False),
        (BOOK, "Book review: The hive", "", True),
        (BOOK, "Review of The hive", "", True),
        (BOOK, "The hive, again", "The author reviews the latest book on hives.", True),
        (BOOK, "On hives", "We review ways to count mites.", False),
        (CASE, "Bee stings: a case report", "", True),
        (CASE, "Bee stings", "We report a rare case of bee stings.", True),
        (CASE, "Bee stings", "Of these cases 47 per cent were mild.", False),
        (META, "On hives", "A meta-analysis of nine trials was done.", True),
        (META, "On hives", "Nine trials were done.", False),
        (CODE, "On hives", "Our code is publicly available.", True),
        (CODE, "On hives", "Code-mixed tweets of keepers are available.", False),
    ],
)
def test_a_paper_is_of_a_kind_by_what_it_says_of_itself(kind: object, title: str, said: str, so: bool) -> None:
    assert of_kind(kind, Paper("local:a", title, abstract=said)) is so
