"""Texts, authors, aliases and hubs in shapes of other makers; and of two names for one thing, the one not read."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from corpus.store import Store
from corpus.values import Citation, ExternalId, Hub, Paper, Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]


def one(read: Read, **told: Any) -> tuple[Record, list[str]]:
    _, (record,), problems = read(json.dumps({"title": "One", **told}))
    return record, [problem.message.removesuffix(" (the paper is kept)") for problem in problems]


@pytest.mark.parametrize(
    ("abstract", "text"),
    [
        (["First.", "", "Second."], "First. Second."),
        ([{"label": "AIMS", "text": "First."}, {"text": "Second."}], "First. Second."),
        ([], None),
    ],
)
def test_an_abstract_may_be_a_list_of_paragraphs(read: Read, abstract: list[Any], text: str | None) -> None:
    record, said = one(read, abstract=abstract)
    assert (record.paper.abstract, said) == (text, [])


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ({"0": {"name": "Ann Bee"}, "1": {"name": "Cy Dee"}}, ("Ann Bee", "Cy Dee")),
        ({"1": "Ann Bee", "2": "Cy Dee"}, ("Ann Bee", "Cy Dee")),
        ({"name": "Ann Bee"}, ("Ann Bee",)),
        ({"given": "Ann", "family": "Bee"}, ("Ann Bee",)),
        ({"author": [{"name": "Ann Bee"}, {"name": "Cy Dee"}]}, ("Ann Bee", "Cy Dee")),
    ],
)
def test_authors_may_be_one_object(read: Read, told: dict[str, Any], names: tuple[str, ...]) -> None:
    record, said = one(read, authors=told)
    assert (record.paper.authors, said) == (names, [])


def test_a_list_of_one_is_what_is_in_it(read: Read) -> None:
    told = {"venue": ["Here"], "url": ["https://example.org/1"], "doi": ["10.1000/x"], "hub": ["local:h"]}
    record, said = one(read, **told)
    paper = record.paper
    assert (paper.venue, paper.url, paper.ids) == ("Here", "https://example.org/1", (ExternalId("doi", "10.1000/x"),))
    assert (record.citation and record.citation.hub, said) == ("local:h", [])


def test_one_citing_sentence_needs_no_list(read: Read) -> None:
    record, said = one(read, hub="local:h", contexts="As told there.")
    assert record.citation is not None
    assert ([sentence.text for sentence in record.citation.contexts], said) == (["As told there."], [])


@pytest.mark.parametrize("ids", ["10.1000/X", ["10.1000/x"], ["arxiv:nonsense", "10.1000/x"]])
def test_ids_may_be_a_list_or_a_text(read: Read, ids: object) -> None:
    record, said = one(read, ids=ids)
    assert record.paper.ids == (ExternalId("doi", "10.1000/x"),)
    assert len(said) == (isinstance(ids, list) and len(ids) > 1)


def test_names_may_be_in_capitals(read: Read) -> None:
    told = {
        "TITLE": "One",
        "Abstract": "At length.",
        "Year": 2001,
        "Authors": ["Ann Bee"],
        "Tags": ["x"],
        "DOI": "10.1000/X",
    }
    _, (record,), problems = read(json.dumps(told))
    paper = record.paper
    assert (paper.title, paper.abstract, paper.year, paper.authors) == ("One", "At length.", 2001, ("Ann Bee",))
    assert (paper.id, record.unread, problems) == ("doi:10.1000/x", ("Tags",), [])
    record, _ = one(read, Title="Another")
    assert (record.paper.title, record.unread) == ("One", ("Title",))


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("2001-05-30", 2001),
        ("20010530", 2001),
        (20010530, 2001),
        (20019930, None),
        (10**30, None),
        ("May 2001", 2001),
        ("31/12/2001", 2001),
        ("c. 2001", 2001),
        ("2001?", 2001),
        ("10 or 11 May", None),
        ("1999, 2001", None),
        ("120011", None),
        ("n.d.", None),
    ],
)
def test_a_date_tells_its_year_wherever_that_stands(read: Read, told: object, year: int | None) -> None:
    record, said = one(read, date=told)
    assert (record.paper.year, len(said)) == (year, year is None)


def test_halves_of_surrogate_pairs_and_numbers_without_end_cost_nothing_else(read: Read) -> None:
    _, records, problems = read('{"title": "On\\ud83d"}\n{"title": "Two", "score": 1e999}\n', name="file.jsonl")
    assert ([(record.paper.title, record.unread) for record in records], problems) == (
        [("On", ()), ("Two", ("score",))],
        [],
    )


def test_papers_of_a_search_engine_are_in_its_hits(read: Read) -> None:
    hits = [{"_id": "1", "_source": {"title": "One"}}, {"_id": "2", "_source": {"title": "Two"}}]
    _, records, problems = read(json.dumps({"took": 5, "hits": {"total": {"value": 2}, "hits": hits}}))
    assert ([record.paper.title for record in records], problems) == (["One", "Two"], [])


def test_authors_that_are_told_as_nothing_are_nothing_to_tell_of(read: Read) -> None:
    record, said = one(read, authors={}, author=["Ann Bee"])
    assert (record.paper.authors, said) == (("Ann Bee",), [])


def test_aliases_may_be_objects_of_ids(read: Read) -> None:
    record, said = one(read, aliases=[{"doi": "10.1000/X"}, {"arxiv": "nonsense", "isbn": "1"}])
    assert record.paper.ids == (ExternalId("doi", "10.1000/x"),)
    assert record.unread == ("aliases.isbn",)
    assert said == ["arxiv: expected an id of the scheme arxiv, found 'nonsense'; left out"]


def test_an_object_that_names_nobody_is_told(read: Read) -> None:
    record, said = one(read, authors={"count": 3})
    assert (record.paper.authors, said) == ((), ["authors: expected a list of names, found {'count': 3}; left out"])


@pytest.mark.parametrize("told", ["not an id", "MAG:123", 5, "https://example.org/1"])
def test_an_alias_that_is_no_id_is_told(read: Read, told: object) -> None:
    record, said = one(read, aliases=["local:a", told, "10.1000/X"])
    assert record.paper.aliases == ("local:a",)
    assert record.paper.ids == (ExternalId("doi", "10.1000/x"),)
    assert said == [f"aliases: expected an id of the paper with its scheme, or a DOI, found {told!r}; left out"]


def test_of_several_names_for_one_thing_those_that_say_something_else_are_told(read: Read) -> None:
    told = {
        "name": "Another",
        "year": 2001,
        "date": "2003-01-01",
        "published": {"date-parts": [[2001, 5]]},
        "venue": "Here",
        "journal": {"name": "There"},
        "booktitle": " Here ",
        "authors": ["Ann Bee"],
        "author": [{"given": "Ann", "family": "Bee"}],
        "authorships": [{"author": {"display_name": "A. Bee"}}],
        "hub": "local:h",
        "cites": "local:other",
        "influential": True,
        "isInfluential": False,
        "contexts": [{"text": "As told.", "context": "Told."}],
    }
    record, said = one(read, **told)
    assert record.paper.year == 2001
    assert record.unread == (*("authorships", "cites", "contexts.context", "date", "isInfluential", "journal", "name"),)
    assert said == []


@pytest.mark.parametrize(
    ("hub", "cited", "told"),
    [
        (
            {"title": "The Hub", "externalIds": {"DOI": "10.1000/h", "ArXiv": "2001.00001"}, "year": 2020},
            "arxiv:2001.00001",
            Paper(
                "arxiv:2001.00001",
                "The Hub",
                year=2020,
                ids=(ExternalId("arxiv", "2001.00001"), ExternalId("doi", "10.1000/h")),
            ),
        ),
        ({"title": "The Hub"}, "local:the-hub", Paper("local:the-hub", "The Hub")),
        (
            {"doi": "10.1000/h"},
            "doi:10.1000/h",
            Paper("doi:10.1000/h", "doi:10.1000/h", ids=(ExternalId("doi", "10.1000/h"),)),
        ),
        ({"id": "h"}, "local:h", Paper("local:h", "local:h")),
        ({"value": "10.1000/h"}, "doi:10.1000/h", None),
    ],
)
def test_a_hub_may_be_told_as_an_object(read: Read, hub: dict[str, Any], cited: str, told: Paper | None) -> None:
    record, said = one(read, hub=hub)
    assert record.citation is not None
    assert (record.citation.hub, record.hub, said) == (cited, told and Hub(told), [])


def test_what_cannot_be_used_of_such_a_hub_is_told(read: Read) -> None:
    record, said = one(read, hub={"title": "The Hub", "year": "soon", "tags": ["x"]})
    assert (record.unread, said) == (("hub.tags",), ["hub.year: expected a year, found 'soon'; left out"])


@pytest.mark.parametrize("name", ["known_total", "citationCount", "cited_by_count"])
def test_such_a_hub_tells_how_many_papers_cite_it(read: Read, name: str) -> None:
    record, said = one(read, hub={"title": "The Hub", name: 1204})
    assert (record.hub and record.hub.known_total, record.unread, said) == (1204, (), [])
    record, said = one(read, hub={"title": "The Hub", name: "many"})
    assert (record.hub and record.hub.known_total) is None
    assert said == [f"hub.{name}: expected a number of papers, found 'many'; left out"]


def test_an_object_that_names_no_hub_is_told(read: Read) -> None:
    record, said = one(read, hub={"kind": "paper"})
    assert record.citation is None
    assert [told[:19] for told in said] == ["hub: expected text,", "hub: kept without a"]


def test_the_store_holds_what_a_record_tells_of_its_hub(store: Store) -> None:
    doi = ExternalId("doi", "10.1000/h")
    told = Paper("doi:10.1000/h", "The Hub", year=2020, ids=(doi,))
    store.put(None, [Record(Paper("local:a", "A"), Citation("doi:10.1000/h", "local:a"))])
    store.put(None, [Record(Paper("local:b", "B"), Citation("doi:10.1000/h", "local:b"), hub=Hub(told, 7))])
    with store.changes(0) as changes:
        assert [(hub.paper.title, hub.paper.year, hub.known_total) for hub in changes.hubs] == [("The Hub", 2020, 7)]
        assert changes.size.papers == 3


def test_a_hub_told_by_its_title_is_the_one_that_is_held(store: Store) -> None:
    held = Hub(Paper("doi:10.1000/h", "Lamps for Reading at Night", ids=(ExternalId("doi", "10.1000/h"),)))
    named = Paper("local:lamps-for-reading-at-night", "Lamps for reading at night")
    store.put(held, [])
    store.put(None, [Record(Paper("local:a", "A"), Citation(named.id, "local:a"), hub=Hub(named))])
    with store.changes(0) as changes:
        assert [hub.paper.id for hub in changes.hubs] == ["doi:10.1000/h"]


@pytest.mark.parametrize(
    ("told", "venue", "unread"),
    [
        ({"Venue": "Lamps"}, "Lamps", ()),
        ({"Venue": "Lamps", "VENUE": "Oil"}, "Lamps", ("VENUE",)),
        ({"Venue": "Oil", "venue": "Lamps"}, "Lamps", ("Venue",)),
        ({"venue": "", "Venue": "Lamps"}, "Lamps", ()),
        ({"venue": None, "Venue": "Lamps"}, "Lamps", ()),
        ({"venue": "Lamps", "Venue": None}, "Lamps", ()),
    ],
)
def test_of_several_spellings_of_a_name_one_that_says_something_counts(
    read: Read, told: dict[str, Any], venue: str, unread: tuple[str, ...]
) -> None:
    record, said = one(read, **told)
    assert (record.paper.venue, record.unread, said) == (venue, unread, [])


def test_a_text_within_many_lists_is_no_text(read: Read) -> None:
    deep: Any = "Deep"
    for _ in range(900):
        deep = [deep]
    record, said = one(read, abstract=deep)
    assert (record.paper.abstract, said) == (None, ["abstract: expected text, found [[[[[[[...]]]]]]]; left out"])


def test_an_empty_subtitle_leaves_no_colon(read: Read) -> None:
    assert read(json.dumps({"title": ["Lamps", ""]}))[1][0].paper.title == "Lamps"
