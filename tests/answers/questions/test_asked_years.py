"""Which years are read from a question as those in which papers appeared."""

import pytest

from answers.questions.asked_years import asked_years
from index.values import Filters

HELD = (2018, 2019, 2020, 2021)


def read(text: str) -> tuple[str, tuple[int | None, int | None]]:
    left, found = asked_years(text, Filters(), today=2026, held=HELD)
    return left, (found.year_from, found.year_to)


@pytest.mark.parametrize(
    ("asked", "left", "years"),
    [
        ("How did traps change from 2018 to 2021?", "How did traps change?", (2018, 2021)),
        ("How have traps changed 2018-2021?", "How have traps changed?", (2018, 2021)),
        ("How did traps for mites evolve between 2018 and 2020?", "How did traps for mites evolve?", (2018, 2020)),
        ("What trends were there from 2019 to 2021?", "What trends were there?", (2019, 2021)),
        ("How did the climate change from 2018 to 2021?",) * 2 + ((None, None),),
        ("How did rainfall and hives change from 2018 to 2021?",) * 2 + ((None, None),),
        ("How did hives change from 1990 to 2010?",) * 2 + ((None, None),),
        ("Did hives change from 2018 to 2021?",) * 2 + ((None, None),),
        ("How many hives died from 2018 to 2021?",) * 2 + ((None, None),),
    ],
)
def test_how_a_field_went_on_is_asked_of_the_papers_of_these_years(
    asked: str, left: str, years: tuple[int | None, int | None]
) -> None:
    assert read(asked) == (left, years)


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("What's new in 2021?", (2021, 2021)),
        ("What happened in 2021?", (2021, 2021)),
        ("What is new since 2020?", (2020, None)),
        ("Anything new from 2018 to 2020?", (2018, 2020)),
    ],
)
def test_news_of_a_year_are_all_of_its_papers(asked: str, years: tuple[int | None, int | None]) -> None:
    assert read(asked) == ("What is new?", years)


@pytest.mark.parametrize(
    "asked", ["What happened in 1950?", "What happened in Norway in 2020?", "What happened to hives in 2020?"]
)
def test_what_happened_in_a_year_of_no_paper_or_to_something_is_no_limit(asked: str) -> None:
    assert read(asked) == (asked, (None, None))


@pytest.mark.parametrize(
    ("asked", "left", "years"),
    [
        ("how many papers in 2018 / 2019 / 2020?", "how many papers?", (2018, 2020)),
        ("papers from 2018/2019 on mites", "papers on mites", (2018, 2019)),
        ("papers 2018 & 2019", "papers", (2018, 2019)),
        ("papers 2020 on mites", "papers on mites", (2020, 2020)),
        ("papers on mites 2020",) * 2 + ((None, None),),
        ("papers on ISO 2015",) * 2 + ((None, None),),
    ],
)
def test_years_of_a_list_and_a_bare_year_right_behind_papers(
    asked: str, left: str, years: tuple[int | None, int | None]
) -> None:
    assert read(asked) == (left, years)
