"""Which venues are read from a question, the years right behind them, and when a venue stays in the question."""

from dataclasses import replace

import pytest

from answers.questions.asked_filters import filters_asked
from answers.questions.known import Known
from index.values import Filters

KNOWN = Known(
    venues=("Bees", "HIVE", "WAX", "ArXiv", "arXiv.org", "Frontiers in Mites", "Frontiers in Wasps", "IBRA Reports"),
    today=2026,
    years=(2018, 2019, 2020, 2021),
)


def of(year: int, *venues: str) -> Filters:
    return Filters(venue=venues, year_from=year, year_to=year)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("How many papers were published at HIVE in 2020?", "How many papers were?", of(2020, "HIVE")),
        ("How many papers at HIVE are from 2020?", "How many papers are?", of(2020, "HIVE")),
        ("How many papers did HIVE publish in 2020?", "How many papers did?", of(2020, "HIVE")),
        ("How many papers were presented at HIVE 2020?", "How many papers were?", of(2020, "HIVE")),
        ("Which papers appeared in Bees, 2019?", "Which papers?", of(2019, "Bees")),
        ("papers in hive in 2020", "papers", of(2020, "HIVE")),
        ("Which HIVE-2020 papers treat mites?", "Which papers treat mites?", of(2020, "HIVE")),
        ("Any HIVE 2020 work on mites?", "Any work on mites?", of(2020, "HIVE")),
        ("Which HIVE 2020 papers treat mites?", "Which papers treat mites?", of(2020, "HIVE")),
        (
            "papers at HIVE from 2018 to 2020 on mites",
            "papers on mites",
            Filters(venue=("HIVE",), year_from=2018, year_to=2020),
        ),
        ("papers at HIVE since 2019", "papers", Filters(venue=("HIVE",), year_from=2019)),
        ("papers not published at HIVE in 2020", "papers", replace(of(2020), not_venue=("HIVE",))),
    ],
)
def test_years_behind_a_venue_go_with_it(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("HIVE 2020 mites", "mites", of(2020, "HIVE")),
        ("HIVE 2020: mites", "mites", of(2020, "HIVE")),
        ("HIVE 2020", "", of(2020, "HIVE")),
        ("mites HIVE 2020", "mites", of(2020, "HIVE")),
        ("mites at HIVE", "mites", Filters(venue=("HIVE",))),
        ("Which papers treat mites at HIVE?", "Which papers treat mites?", Filters(venue=("HIVE",))),
    ],
)
def test_a_venue_beside_a_bare_topic_limits_it(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)


def test_a_venue_of_another_year_than_any_paper_is_what_papers_are_about() -> None:
    of_2020 = replace(KNOWN, passes=lambda filters: filters.year_from == 2020)
    assert filters_asked("HIVE 2020", of_2020) == ("", of(2020, "HIVE"))
    assert filters_asked("HIVE 2018", of_2020) == ("HIVE 2018", Filters())
    assert filters_asked("papers at HIVE 2018", of_2020) == ("papers", of(2018, "HIVE"))


@pytest.mark.parametrize(
    "asked",
    [
        "Did the HIVE 2020 traps beat the baseline?",
        "Which team came first at HIVE-2020 Task 2?",
        "Which team came first at HIVE 2020?",
        "Which traps took part in HIVE 2020?",
        "What were the results at HIVE 2020?",
        "results of HIVE 2020",
        "HIVE 2020 shared task",
        "mites on HIVE 2020",
        "HIVE 2018 vs HIVE 2020",
        "Which papers evaluate on HIVE 2020?",
        "How many papers use the HIVE 2020 data?",
        "Bees 2020 mites",
        "hive 2020 mites",
        "Which papers treat mites in Bees?",
        "ISO 2015",
        "Ubuntu 2018 traps",
        "Which papers follow ISO 2015?",
    ],
)
def test_what_was_held_at_a_venue_is_told_by_other_papers_too(asked: str) -> None:
    assert filters_asked(asked, KNOWN) == (asked, Filters())


@pytest.mark.parametrize(
    ("asked", "left", "venues"),
    [
        ("Which WAX or HIVE papers treat mites?", "Which papers treat mites?", ("WAX", "HIVE")),
        ("Which HIVE, WAX and Bees papers treat mites?", "Which papers treat mites?", ("HIVE", "WAX", "Bees")),
        ("papers at WAX or HIVE", "papers", ("WAX", "HIVE")),
    ],
)
def test_every_venue_of_a_list_counts(asked: str, left: str, venues: tuple[str, ...]) -> None:
    assert filters_asked(asked, KNOWN) == (left, Filters(venue=venues))


@pytest.mark.parametrize("asked", ["Which arXiv papers treat mites?", "Which papers in arxiv.org treat mites?"])
def test_a_site_is_a_venue_with_its_ending_or_without(asked: str) -> None:
    assert filters_asked(asked, KNOWN) == ("Which papers treat mites?", Filters(venue=("ArXiv", "arXiv.org")))


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        (
            "Which papers were published in Frontiers in 2020?",
            "Which papers were?",
            of(2020, "Frontiers in Mites", "Frontiers in Wasps"),
        ),
        ("papers published by IBRA on mites", "papers on mites", Filters(venue=("IBRA Reports",))),
        ("papers not published in IBRA", "papers", Filters(not_venue=("IBRA Reports",))),
        ("papers published in Frontiers in mites", "papers", Filters(venue=("Frontiers in Mites",))),
        ("papers published in Frontiers in Ants",) * 2 + (Filters(),),
        ("papers published in IBRA Letters",) * 2 + (Filters(),),
        ("Which papers treat mites in IBRA?",) * 2 + (Filters(),),
    ],
)
def test_the_beginning_that_journals_share_names_all_of_them(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)


def test_an_acronym_in_small_letters_is_a_venue_where_it_is_no_word_of_the_papers() -> None:
    unspoken = replace(KNOWN, spoken=lambda word: word != "hive")
    assert filters_asked("which hive papers treat mites?", unspoken) == (
        "which papers treat mites?",
        Filters(venue=("HIVE",)),
    )
    assert filters_asked("which wax papers treat mites?", unspoken) == ("which wax papers treat mites?", Filters())


@pytest.mark.parametrize(
    ("asked", "left", "venue"),
    [
        ("Which papers were published at MiteNet 2020?", "Which papers were?", ("MiteNet2020",)),
        ("MiteNet 2020 papers on traps", "papers on traps", ("MiteNet2020",)),
        ("MiteNet2020 papers on traps", "papers on traps", ("MiteNet2020",)),
        ("mitenet-2020 papers on traps", "papers on traps", ("MiteNet2020",)),
        ("mothnet2020 papers on traps", "papers on traps", ("MothNet 2020",)),
        ("MiteNet 2019 papers on traps", "MiteNet 2019 papers on traps", ()),
    ],
)
def test_the_year_that_ends_a_venue_may_be_joined_in_any_way(asked: str, left: str, venue: tuple[str, ...]) -> None:
    known = replace(KNOWN, venues=("MiteNet2020", "MothNet 2020", "HIVE"))
    assert filters_asked(asked, known) == (left, Filters(venue=venue))
