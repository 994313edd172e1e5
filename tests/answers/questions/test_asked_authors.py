"""Which authors are read from a question, with the years behind their names, and who is none."""

from dataclasses import replace

import pytest

from answers.questions.asked_filters import filters_asked
from answers.questions.known import Known
from index.values import Filters

HELD = ("Anna Huber", "Rob van der Burg", "Eva Hand")


def signs(name: str) -> bool:
    """Whether words of a name held stand beside each other like these."""
    return any(f" {name.casefold()} " in f" {held.casefold()} " for held in HELD)


KNOWN = Known(authored=signs, passes=lambda filters: filters.year_from == 2020, today=2026, years=(2020, 2021))


def by(*names: str, year: int | None = None) -> Filters:
    return Filters(author=names, year_from=year, year_to=year)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("papers by Anna Huber in 2020", "papers", by("Anna Huber", year=2020)),
        ("Which papers did Anna Huber publish in 2020?", "Which papers did?", by("Anna Huber", year=2020)),
        ("What did Anna Huber publish in 2020?", "What did?", by("Anna Huber", year=2020)),
        ("What does Huber (2020) say of mites?", "What does say of mites?", by("Huber", year=2020)),
        ("papers by Huber between 2018 and 2020", "papers", replace(by("Huber"), year_from=2018, year_to=2020)),
        ("Which papers by Huber since 2019?", "Which papers?", replace(by("Huber"), year_from=2019)),
    ],
)
def test_years_behind_an_author_go_with_the_name(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)


def test_a_venue_behind_an_author_is_taken_as_well() -> None:
    known = replace(KNOWN, venues=("HIVE",))
    assert filters_asked("Which papers by Huber in HIVE in 2020 treat mites?", known) == (
        "Which papers treat mites?",
        replace(by("Huber", year=2020), venue=("HIVE",)),
    )


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("papers by anna huber", "papers", by("anna huber")),
        ("how many papers by huber on mites?", "how many papers on mites?", by("huber")),
        ("papers by huber and hand", "papers", by("huber", "hand")),
        ("articles by rob van der burg about mites", "articles about mites", by("rob van der burg")),
        ("papers by Rob van der Burg", "papers", by("Rob van der Burg")),
        ("papers by hand picking", "papers by hand picking", Filters()),
        ("Are mites picked by hand?", "Are mites picked by hand?", Filters()),
        ("papers by langstroth", "papers by langstroth", Filters()),
    ],
)
def test_an_author_may_be_written_in_small_letters(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("huber 2020", "papers", by("huber", year=2020)),
        ("Huber et al. 2020 on mites", "papers on mites", by("Huber", year=2020)),
        ("Huber (2020)", "papers", by("Huber", year=2020)),
        ("Huber 2021",) * 2 + (Filters(),),
        ("Huber 2020 traps",) * 2 + (Filters(),),
        ("Mites 2020",) * 2 + (Filters(),),
        ("who is Anna Huber", "papers", by("Anna Huber")),
        ("Who was huber?", "papers", by("huber")),
        ("Anna Huber", "papers", by("Anna Huber")),
        ("Huber",) * 2 + (Filters(),),
        ("Who is Langstroth?",) * 2 + (Filters(),),
    ],
)
def test_a_name_alone_or_cited_with_its_year_asks_for_papers(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("Did Huber et al. claim that mites fly?", "Is it so that mites fly?", by("Huber")),
        ("Does Huber claim that mites fly?", "Is it so that mites fly?", by("Huber")),
        ("What did Huber and colleagues find about mites?", "What about mites?", by("Huber")),
        ("Do Huber et al. use traps?", "Do use traps?", by("Huber")),
        ("According to Huber et al., do mites fly?", "do mites fly?", by("Huber")),
        ("Do mites fly, according to Huber?", "Do mites fly?", by("Huber")),
        ("Which papers build on Huber et al.?",) * 2 + (Filters(),),
        ("Has the trap of Huber et al. been tried elsewhere?",) * 2 + (Filters(),),
        ("Did Langstroth et al. claim that mites fly?",) * 2 + (Filters(),),
    ],
)
def test_what_authors_say_is_asked_of_their_papers(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)
