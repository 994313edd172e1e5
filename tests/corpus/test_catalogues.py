"""Answers of Semantic Scholar, OpenAlex and Crossref as they come, and those recorded of the real services."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.importers.catalogues import role_of
from corpus.values import CitingSentence, ExternalId, Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]

CITING = {
    "contexts": ["It is used.", "It is known."],
    "contextsWithIntent": [{"context": "It is used.", "intents": ["methodology"]}],
    "intents": ["background", "methodology"],
    "isInfluential": True,
    "citingPaper": {"paperId": "a" * 40, "title": "A Citer", "venue": "", "authors": [{"name": "Ann Bee"}]},
}
WORK = {
    "id": "https://openalex.org/W2741809807",
    "title": "A Work",
    "display_name": "A Work",
    "publication_year": 2015,
    "abstract_inverted_index": {"We": [0, 3], "show.": [1], "Then": [2], "stop.": [4]},
    "authorships": [{"author": {"display_name": "Ann Bee"}, "countries": ["US"]}],
    "primary_location": {
        "landing_page_url": "https://example.org/1",
        "source": {"display_name": "Here"},
        "is_oa": True,
    },
}
ARTICLE = {
    "DOI": "10.1000/X",
    "title": ["An Article"],
    "container-title": ["There"],
    "author": [{"given": "Ann", "family": "Bee"}],
    "published": {"date-parts": [[2015, 12]]},
    "URL": "https://doi.org/10.1000/x",
}


@pytest.mark.parametrize("indent", [None, 2])
def test_a_page_of_citations(read: Read, indent: int | None) -> None:
    page = {"offset": 0, "next": 100, "data": [CITING]}
    _, (record,), (problem,) = read(json.dumps(page, indent=indent), hub="local:h")
    citation = record.citation
    assert citation is not None
    assert (record.paper.title, record.paper.authors, record.unread) == ("A Citer", ("Ann Bee",), ())
    assert (citation.role, citation.influential) == ("method", True)
    assert citation.contexts == (CitingSentence("It is used.", role="method"), CitingSentence("It is known."))
    assert (problem.line, problem.message) == (
        1,
        "one page of several: expected the whole list, found that it goes on (next: 100); import the others too",
    )


def test_entries_of_such_pages_may_stand_on_lines_of_their_own(read: Read) -> None:
    _, records, problems = read(json.dumps(CITING) + "\n" + json.dumps(CITING), hub="local:h")
    assert ([record.paper.title for record in records], problems) == (["A Citer", "A Citer"], [])


def test_all_pages_of_a_list_are_the_whole_of_it(read: Read) -> None:
    pages = [{"offset": 0, "next": 1, "data": [CITING]}, {"offset": 1, "data": [CITING]}]
    _, records, problems = read("\n".join(map(json.dumps, pages)), hub="local:h")
    assert (len(records), problems) == (2, [])


def test_papers_that_are_cited_cite_nothing(read: Read) -> None:
    _, records, (problem,) = read(
        json.dumps({"data": [{"contexts": [], "citedPaper": {"title": "Cited"}}]}), hub="local:h"
    )
    assert records == []
    assert problem.message.startswith("expected a paper that cites the hub, found one that is cited ('citedPaper'")


def test_authors_are_no_papers(read: Read) -> None:
    _, records, (problem,) = read(json.dumps({"data": [{"authorId": "1", "name": "Ann Bee"}]}))
    assert (records, problem.message[:32]) == ([], "expected a title, found an autho")


@pytest.mark.parametrize(
    "around", [lambda work: work, lambda work: {"meta": {"count": 1, "page": 1, "per_page": 25}, "results": [work]}]
)
def test_a_work_of_openalex(read: Read, around: Callable[[Any], Any]) -> None:
    _, (record,), problems = read(json.dumps(around(WORK)))
    paper = record.paper
    assert (paper.id, paper.title, paper.abstract) == ("openalex:W2741809807", "A Work", "We show. Then We stop.")
    assert (paper.authors, paper.year, paper.venue, paper.url) == (("Ann Bee",), 2015, "Here", "https://example.org/1")
    assert (record.unread, problems) == (("authorships.countries", "primary_location.is_oa"), [])


@pytest.mark.parametrize(
    "around", [lambda work: work, lambda work: {"message": work}, lambda work: {"message": {"items": [work]}}]
)
def test_an_article_of_crossref(read: Read, around: Callable[[Any], Any]) -> None:
    _, (record,), problems = read(json.dumps(around(ARTICLE)))
    paper = record.paper
    assert (paper.id, paper.title, paper.ids) == ("doi:10.1000/x", "An Article", (ExternalId("doi", "10.1000/x"),))
    assert (paper.authors, paper.year, paper.venue, paper.url) == (
        ("Ann Bee",),
        2015,
        "There",
        "https://doi.org/10.1000/x",
    )
    assert (record.unread, problems) == ((), [])


def test_a_title_and_its_subtitle_are_one_title(read: Read) -> None:
    titles = [["Lamps", "A Survey"], ["Lamps", "Lamps"], ["Lamps"]]
    _, records, problems = read("\n".join(json.dumps({"title": title}) for title in titles))
    assert ([record.paper.title for record in records], problems) == (["Lamps: A Survey", "Lamps", "Lamps"], [])


def test_a_series_and_its_volume_are_both_told(read: Read) -> None:
    _, (record,), problems = read(json.dumps({**ARTICLE, "container-title": ["Lamp Notes", "Lamps 2015"]}))
    assert (record.paper.venue, problems) == ("Lamp Notes; Lamps 2015", [])


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ({"meta": {"count": 60, "page": 2, "per_page": 25}, "results": [WORK]}, "26 of 60"),
        ({"meta": {"next_cursor": "Ab="}, "results": [WORK]}, "next_cursor: Ab="),
        ({"total": 9, "token": "T", "data": [ARTICLE]}, "token: T"),
        ({"message": {"total-results": 3, "items": [ARTICLE], "query": {"start-index": 0}}}, "1 of 3"),
        ({"total": 1, "offset": 0, "next": 10, "data": [ARTICLE]}, None),
        ({"data": [ARTICLE]}, None),
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_a_page_says_whether_it_goes_on(read: Read, page: dict[str, Any], more: str | None, indent: int | None) -> None:
    _, records, problems = read(json.dumps(page, indent=indent))
    assert len(records) == 1
    assert [problem.message.partition("goes on ")[2].partition(";")[0] for problem in problems] == (
        [f"({more})"] if more else []
    )


@pytest.mark.parametrize(
    ("intents", "role"),
    [
        (["methodology"], "method"),
        (["background", "result"], "result"),
        ("background", "background"),
        ([], None),
        ([7], None),
    ],
)
def test_the_role_of_intents(intents: object, role: str | None) -> None:
    assert role_of(intents) == role


def test_an_intent_that_is_not_known_is_told(read: Read) -> None:
    _, (record,), (problem,) = read(json.dumps({"title": "One", "intents": ["praise"]}), hub="local:h")
    assert record.citation is not None
    assert record.citation.role is None
    assert problem.message.startswith("intents: expected background, methodology or result, found ['praise']")


@pytest.mark.shared
@pytest.mark.parametrize("indent", [None, 2])
def test_the_recorded_pages_of_citations_are_taken_whole(read: Read, shared_data: Path, indent: int | None) -> None:
    found = sorted((shared_data / "s2_api").glob("s2__200__*2250500_citations_*.json"))
    bodies = [json.loads(path.read_text("utf-8"))["response"]["body"] for path in found]
    taken = [read(json.dumps(body, indent=indent), hub="local:h")[1] for body in bodies]
    assert [len(records) for records in taken] == [len(body["data"]) for body in bodies]
    assert sum(map(len, taken)) == 2135
