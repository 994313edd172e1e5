"""Which limits are read from a question, and which years and verbs stay in it."""

from dataclasses import replace

import pytest

from answers.questions.asked_filters import filters_asked
from answers.questions.known import Known
from index.values import Filters

BASELINE = Filters(role=("baseline",))
KNOWN = Known(venues=("Apiary", "Bees"), roles=("baseline", "extension"), polarities=("contrast", "support"))
WRITTEN = replace(KNOWN, authored=lambda name: name in ("Huber", "Anna Maria Huber"))


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("Which papers since 2020 treat mites?", "Which papers treat mites?", Filters(year_from=2020)),
        ("How many papers after 2020 treat mites?", "How many papers treat mites?", Filters(year_from=2021)),
        ("Which papers before 2020 treat mites?", "Which papers treat mites?", Filters(year_to=2019)),
        ("How many papers in 2023 treat mites?", "How many papers treat mites?", Filters(year_from=2023, year_to=2023)),
        ("papers between 2018 and 2020", "papers", Filters(year_from=2018, year_to=2020)),
        ("Since 2024, which papers treat mites?", "which papers treat mites?", Filters(year_from=2024)),
        (
            "What has changed in queen rearing since 2019?",
            "What has changed in queen rearing?",
            Filters(year_from=2019),
        ),
        ("Which papers since 2015 but before 2019?", "Which papers?", Filters(year_from=2015, year_to=2018)),
        ("Which papers in 2022 or later treat mites?", "Which papers treat mites?", Filters(year_from=2022)),
        ("papers from 2020 and earlier", "papers", Filters(year_to=2020)),
        (
            "Which papers from the 2010s treat mites?",
            "Which papers treat mites?",
            Filters(year_from=2010, year_to=2019),
        ),
        ("How many papers are from 2024?", "How many papers are?", Filters(year_from=2024, year_to=2024)),
        ("How many papers date from 2024?", "How many papers?", Filters(year_from=2024, year_to=2024)),
        ("How many are from before 2024?", "How many are?", Filters(year_to=2023)),
        ("How many since 2024?", "How many?", Filters(year_from=2024)),
        ("How many of them are from 2024?", "How many of them are?", Filters(year_from=2024, year_to=2024)),
        ("How many bees died in 2024?",) * 2 + (Filters(),),
        ("papers from 2019 on mites", "papers on mites", Filters(year_from=2019, year_to=2019)),
        ("papers from 2019 on", "papers", Filters(year_from=2019)),
        ("papers from 2019 on that treat mites", "papers that treat mites", Filters(year_from=2019)),
        ("Which papers published in 2022 or after treat mites?", "Which papers treat mites?", Filters(year_from=2022)),
        ("Which papers before 2015 and after 2020 treat mites?",) * 2 + (Filters(),),
        ("Which papers about online dating since 2020?", "Which papers about online dating?", Filters(year_from=2020)),
        (
            "How many papers treat mites and are from 2024?",
            "How many papers treat mites?",
            Filters(year_from=2024, year_to=2024),
        ),
        ("Which papers are newer than 2024?", "Which papers are?", Filters(year_from=2025)),
        ("Which papers appeared before 2020 or after 2022?",) * 2 + (Filters(),),
        ("Which papers were published in Bees or Apiary?", "Which papers were?", Filters(venue=("Bees", "Apiary"))),
        ("Which papers published at Apiary treat mites?", "Which papers treat mites?", Filters(venue=("Apiary",))),
        (
            "Which papers that use it as a baseline treat mites?",
            "Which papers treat mites?",
            Filters(role=("baseline",)),
        ),
        ("How many papers compare with this work?", "How many papers?", Filters(role=("baseline",))),
        ("Who disputes it?", "?", Filters(polarity=("contrast",))),
    ],
)
def test_what_limits_the_papers_is_taken_out(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, KNOWN) == (left, found)


@pytest.mark.parametrize(
    ("asked", "left", "name"),
    [
        ("Which papers by Huber treat mites?", "Which papers treat mites?", "Huber"),
        ("Which papers written by Anna Maria Huber treat mites?", "Which papers treat mites?", "Anna Maria Huber"),
        ("What do papers by Huber et al. say of mites?", "What do papers say of mites?", "Huber"),
        ("What does Huber find about mites?", "What about mites?", "Huber"),
    ],
)
def test_an_author_of_a_paper_in_scope_is_taken_out(asked: str, left: str, name: str) -> None:
    assert filters_asked(asked, WRITTEN) == (left, Filters(author=(name,)))


def test_several_authors_are_taken_out_and_one_that_wrote_nothing_goes_with_them() -> None:
    known = replace(KNOWN, authored=lambda name: name in ("Huber", "Maeterlinck"))
    both = Filters(author=("Huber", "Maeterlinck"))
    assert filters_asked("papers by Huber and Maeterlinck on mites", known) == ("papers on mites", both)
    assert filters_asked("What do Huber, Maeterlinck say?", known) == ("What do say?", both)
    assert filters_asked("papers by Huber, Anderson on mites", known)[0] == "papers Anderson on mites"
    assert filters_asked("papers by Huber and Langstroth on mites", known) == (
        "papers on mites",
        Filters(author=("Huber",)),
    )


def test_a_hub_of_which_there_is_a_second_part_is_not_meant_by_it() -> None:
    known = replace(KNOWN, hubs=("Hives: a survey",))
    assert filters_asked("How many papers cite Hives?", known) == ("How many papers?", Filters())
    assert filters_asked("How many papers cite Hives 2?", known) == ("How many papers cite Hives 2?", Filters())


@pytest.mark.parametrize(
    "asked", ["Which papers by Langstroth treat mites?", "Are mites killed by huber?", "Did Huber treat mites?"]
)
def test_a_name_of_no_author_and_a_name_that_wrote_nothing_stay(asked: str) -> None:
    assert filters_asked(asked, WRITTEN) == (asked, Filters())


@pytest.mark.parametrize(
    "asked",
    [
        "Which papers analyse hives lost since 2020?",
        "Did colonies recover after 2008?",
        "papers on the 2016 drought",
        "Which papers evaluate on HiveBench 2014?",
        "Which papers use data from 2015?",
        "Which papers study swarms in 2016?",
        "Which papers extend this paper to wasps?",
        "Which papers use it as a dataset?",
        "Do bees support it?",
        "Which papers mention Bees?",
    ],
)
def test_what_papers_are_about_stays_in_the_question(asked: str) -> None:
    assert filters_asked(asked, KNOWN) == (asked, Filters())


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("How many papers are not by Huber?", "How many papers?", Filters(not_author=("Huber",))),
        ("Papers on mites excluding those by Huber", "Papers on mites", Filters(not_author=("Huber",))),
        ("papers on mites except Huber", "papers on mites", Filters(not_author=("Huber",))),
        ("Which papers on mites are not in Apiary?", "Which papers on mites?", Filters(not_venue=("Apiary",))),
        ("Papers not published in Apiary", "Papers", Filters(not_venue=("Apiary",))),
        ("Which papers not published in 2021 treat mites?", "Which papers treat mites?", Filters(not_year=(2021,))),
        ("Papers not from 2023", "Papers", Filters(not_year=(2023,))),
        ("papers on mites excluding 2021 and 2022", "papers on mites", Filters(not_year=(2021, 2022))),
        (
            "Which papers in Apiary are not by Huber?",
            "Which papers?",
            Filters(venue=("Apiary",), not_author=("Huber",)),
        ),
    ],
)
def test_a_limit_can_be_turned_around(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, WRITTEN) == (left, found)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("Which papers are from the last five years?", "Which papers are?", Filters(year_from=2021)),
        ("papers of the past decade on mites", "papers on mites", Filters(year_from=2016)),
        ("Which papers of this year treat mites?", "Which papers of this year treat mites?", Filters()),
        ("Which papers treat mites this year?",) * 2 + (Filters(),),
        ("papers of this year on mites", "papers on mites", Filters(year_from=2026, year_to=2026)),
        ("Which papers follow hives over the past year?",) * 2 + (Filters(),),
        ("Which papers treat bees in the last year of life?",) * 2 + (Filters(),),
        ("Which papers use data from 2015 to 2018?",) * 2 + (Filters(),),
        ("Which papers study rainfall in 2015-2018?",) * 2 + (Filters(),),
        ("papers from 2020, 2021 or 2022", "papers", Filters(year_from=2020, year_to=2022)),
        ("papers from last year", "papers", Filters(year_from=2025, year_to=2025)),
        (
            "What has been found about mites in the last 3 years?",
            "What has been found about mites?",
            Filters(year_from=2023),
        ),
        ("papers from 2016-2018 on mites", "papers on mites", Filters(year_from=2016, year_to=2018)),
        ("papers 2010-2012", "papers", Filters(year_from=2010, year_to=2012)),
        ("papers from the early 2010s", "papers", Filters(year_from=2010, year_to=2013)),
        ("papers from the late 2010s", "papers", Filters(year_from=2016, year_to=2019)),
        ("Which papers came out in 2016?", "Which papers?", Filters(year_from=2016, year_to=2016)),
        (
            "What did the literature say about mites in 2021?",
            "What did the literature say about mites?",
            Filters(year_from=2021, year_to=2021),
        ),
        ("What did papers say in 2021?", "What did papers say?", Filters(year_from=2021, year_to=2021)),
        ("Do colonies recover in the last five years of their life?",) * 2 + (Filters(),),
        ("Did yields fall in the last decade?",) * 2 + (Filters(),),
        ("Did the 2010-2012 drought kill bees?",) * 2 + (Filters(),),
    ],
)
def test_spans_of_years_that_papers_appeared_in(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, replace(KNOWN, today=2026)) == (left, found)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("Which papers are from Apiary?", "Which papers are?", Filters(venue=("Apiary",))),
        ("Are there any Apiary papers?", "Are there any papers?", Filters(venue=("Apiary",))),
        ("What do the Bees papers say of mites?", "What do the papers say of mites?", Filters(venue=("Bees",))),
        ("Which papers were accepted at Bees?", "Which papers were?", Filters(venue=("Bees",))),
        ("Which papers treat mites in Bees?",) * 2 + (Filters(),),
        ("Bees papers on mites",) * 2 + (Filters(),),
        ("Which papers from May treat mites?",) * 2 + (Filters(),),
        ("Which papers treat mites in bees?",) * 2 + (Filters(),),
        ("Which bees papers treat mites?",) * 2 + (Filters(),),
        ("What has Huber written?", "What has?", Filters(author=("Huber",))),
        ("How many papers did Huber write?", "How many papers did?", Filters(author=("Huber",))),
        ("Did Huber write about mites?", "Did about mites?", Filters(author=("Huber",))),
        ("Papers from Huber", "Papers", Filters(author=("Huber",))),
        ("What does Huber argue?", "What does?", Filters(author=("Huber",))),
        ("Which papers by Huber and treat mites?", "Which papers and treat mites?", Filters(author=("Huber",))),
    ],
)
def test_more_ways_to_name_a_venue_or_an_author(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, WRITTEN) == (left, found)


@pytest.mark.parametrize(
    ("asked", "left", "found"),
    [
        ("mites since 2020", "mites", Filters(year_from=2020)),
        ("What about mites since 2020?", "What about mites?", Filters(year_from=2020)),
        ("mites in 2020",) * 2 + (Filters(),),
        ("hive deaths since 2020",) * 2 + (Filters(),),
        ("mites before 2021", "mites", Filters(year_to=2020)),
        ("mites of bees in Spain since 2020", "mites of bees in Spain", Filters(year_from=2020)),
        ("mites since 1998",) * 2 + (Filters(),),
        ("Did mites spread since 2020?",) * 2 + (Filters(),),
        ("the 2020 drought",) * 2 + (Filters(),),
        ("hives lost in 2020",) * 2 + (Filters(),),
    ],
)
def test_a_bare_topic_is_dated_by_years_that_papers_are_of(asked: str, left: str, found: Filters) -> None:
    assert filters_asked(asked, replace(KNOWN, years=(2019, 2020, 2021))) == (left, found)


def test_a_venue_at_the_end_is_meant_where_papers_do_not_speak_of_it() -> None:
    known = replace(KNOWN, spoken=lambda _: False)
    assert filters_asked("Which papers treat mites in Bees?", known) == (
        "Which papers treat mites?",
        Filters(venue=("Bees",)),
    )


@pytest.mark.parametrize(
    ("asked", "left", "names"),
    [
        ("papers by Ada Lovelace on mites", "papers on mites", ("A. Lovelace",)),
        ("papers by A. Lovelace on mites", "papers on mites", ("A. Lovelace",)),
        ("papers by F. Huber on mites", "papers on mites", ("Francois Huber", "Frieda Huber")),
        ("What does F. Huber say about mites?", "What about mites?", ("Francois Huber", "Frieda Huber")),
        ("papers by G. Huber on mites", "papers by G. Huber on mites", ()),
        ("papers by Fanny Huber on mites", "papers by Fanny Huber on mites", ()),
    ],
)
def test_an_initial_stands_for_a_first_name_that_begins_like_it(asked: str, left: str, names: tuple[str, ...]) -> None:
    held = ("A. Lovelace", "Francois Huber", "Frieda Huber")
    known = replace(
        KNOWN,
        authored=lambda name: name in (*held, "F."),
        signed=lambda last: [name for name in held if name.endswith(last)],
    )
    assert filters_asked(asked, known) == (left, Filters(author=names))
