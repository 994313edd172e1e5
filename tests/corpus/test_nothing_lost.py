"""Whatever a line says is taken or told of: other shapes, nested names, labels without a hub, a paper's own hub."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from corpus.values import CitingSentence, ExternalId, Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]


def said(problems: list[Problem]) -> list[str]:
    return [problem.message.removesuffix(" (the paper is kept)") for problem in problems]


@pytest.mark.parametrize(
    ("told", "lost"),
    [
        (
            {"contexts": ["We build on it."], "role": "method", "polarity": "support"},
            "contexts, role, polarity: {} them",
        ),
        ({"influential": False}, "influential: {} it"),
        ({"intents": ["background"], "isInfluential": True}, "intents, isInfluential: {} them"),
    ],
)
def test_labels_that_no_hub_is_named_for_are_told(read: Read, told: dict[str, Any], lost: str) -> None:
    line = json.dumps({"title": "One", **told})
    _, (record,), problems = read(line)
    assert (record.citation, said(problems)) == (None, [lost.format("no hub is named for") + "; left out"])
    _, (record,), problems = read(line, hub="local:h")
    assert (record.citation is None, problems) == (False, [])


@pytest.mark.parametrize("told", [{}, {"contexts": [], "role": None, "polarity": ""}])
def test_a_paper_without_labels_needs_no_hub(read: Read, told: dict[str, Any]) -> None:
    _, (record,), problems = read(json.dumps({"title": "One", **told}))
    assert (record.citation, problems) == (None, [])


def test_fields_told_as_objects_are_read(read: Read) -> None:
    told = {
        "title": {"text": "One"},
        "abstract": {"value": "At length."},
        "venue": {"display_name": "Here"},
        "tldr": {"model": "m", "text": None},
        "id": {"doi": "10.1000/o"},
    }
    _, (record,), problems = read(json.dumps(told))
    paper = record.paper
    assert (paper.title, paper.abstract, paper.venue, paper.tldr) == ("One", "At length.", "Here", None)
    assert (paper.id, paper.ids, problems) == ("doi:10.1000/o", (ExternalId("doi", "10.1000/o"),), [])
    assert record.unread == ("tldr.model",)


def test_an_object_in_another_shape_is_told_as_it_was(read: Read) -> None:
    told = {"title": "One", "url": {"href": "http://x.org"}, "abstract": {"value": 7}}
    _, (record,), problems = read(json.dumps(told))
    assert (record.paper.url, record.paper.abstract) == (None, None)
    assert said(problems) == [
        "abstract: expected text, found {'value': 7}; left out",
        "url: expected text, found {'href': 'http://x.org'}; left out",
    ]


def test_a_sentence_that_cannot_be_read_is_told_by_its_place(read: Read) -> None:
    contexts = [
        5,
        {"sentence": "Lost."},
        {"text": 7},
        {"text": "Kept.", "role": "praise"},
        None,
        "",
        {"text": "", "n": 1},
    ]
    _, (record,), problems = read(json.dumps({"title": "One", "contexts": contexts}), hub="local:h")
    assert record.citation is not None
    assert record.citation.contexts == (CitingSentence("Kept."),)
    assert [each[:58] for each in said(problems)] == [
        "contexts[0]: expected text, found 5; left out",
        "contexts[1]: expected text, found {'sentence': 'Lost.'}; left out"[:58],
        "contexts[2].text: expected text, found 7; left out",
        "contexts[3].role: expected one of background, method, dataset"[:58],
        "contexts[6]: expected text, found {'n': 1, 'text': ''}; left out"[:58],
    ]


def test_names_within_what_is_read_are_told_where_nothing_reads_them(read: Read) -> None:
    told = {
        "title": "One",
        "externalIds": {"MAG": "9", "PubMed": None, "DOI": "10.1000/x"},
        "authors": [{"name": "Ann Bee", "authorId": "1"}, {"name": "Cy Dee", "authorId": None}],
        "contexts": [{"text": "As shown.", "page": 7}],
        "journal": {"name": "Here", "volume": "7"},
    }
    _, (record,), problems = read(json.dumps(told), hub="local:h")
    assert record.unread == ("authors.authorId", "contexts.page", "externalIds.MAG", "journal.volume")
    assert problems == []


@pytest.mark.parametrize("own", [{"id": "arxiv:2001.00001"}, {"doi": "10.1000/x", "ids": {"arxiv": "2001.00001"}}])
def test_a_paper_that_cites_itself_is_kept_without_and_told(read: Read, own: dict[str, Any]) -> None:
    _, (record,), problems = read(json.dumps({"title": "One", **own, "hub": "arxiv:2001.00001v2"}))
    assert record.citation is None
    assert said(problems) == [
        "hub: expected a paper that this one cites, found itself (arxiv:2001.00001); kept without a citation"
    ]
