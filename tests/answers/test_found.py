"""Which papers are read for a question, and which years are told of where it asks for a change in nothing it names."""

from dataclasses import replace
from pathlib import Path

import pytest

from answers.found import CANDIDATES, _years, found_for
from answers.questions.question import Extreme, read_question
from corpus.values import Citation, Hub, Paper
from index.searcher import Searcher
from index.values import Filters, SearchResult
from index.version import open_current
from tests.answers.conftest import WordsEmbedder
from tests.built import build_version


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ([], []),
        ([2020], [2020]),
        ([2018, 2016], [2016, 2018]),
        (list(range(2001, 2025)), [2001, 2004, 2008, 2011, 2014, 2017, 2021, 2024]),
    ],
)
def test_some_years_evenly_chosen_from_the_first_to_the_last(known: list[int], told: list[int]) -> None:
    facets = {"year": {**{str(year): 1 for year in known}, "unknown": 3}}
    assert _years(SearchResult(None, "hybrid", 0, 0, (), facets)) == told


@pytest.mark.parametrize(("extreme", "name"), [("newest", "new"), ("oldest", "old")])
def test_the_newest_and_the_oldest_relevant_papers_are_found_beyond_the_most_relevant(
    tmp_path: Path, extreme: Extreme, name: str
) -> None:
    title = "Wax combs of bees"
    text = "Wax combs of bees are built by bees."
    papers = [Paper(f"local:n{n:02}", title, abstract=text, year=2010) for n in range(30)]
    ends = [
        Paper("local:old", "Combs", abstract="Bees build combs of wax and of much else.", year=2001),
        Paper("local:new", "Combs again", abstract="Bees build combs of wax and of much else.", year=2019),
    ]
    hub = Paper("local:hub", "Hives")
    held = sorted((*papers, *ends, hub), key=lambda each: each.id)
    citations = [Citation(hub.id, each.id) for each in held if each is not hub]
    embedder = WordsEmbedder()
    build_version(tmp_path, papers=held, citations=citations, hubs=[Hub(hub)], embedder=embedder, revision=1)
    version = open_current(tmp_path, model=embedder.name)
    assert version is not None
    question = replace(read_question("Which papers are about wax combs of bees?"), extreme=extreme)
    found = found_for(Searcher(version, embedder), question, "which", (hub.id,), Filters(), 10)
    assert found.hits[CANDIDATES].paper.id == f"local:{name}"


def test_a_paper_that_says_what_a_thing_is_is_found_beyond_the_nearest(tmp_path: Path) -> None:
    papers = [Paper(f"local:n{n:02}", "Wax combs", abstract="Wax combs were weighed.") for n in range(30)]
    said = "Much honey was sold in towns and villages. A wax comb is a sheet of cells of bees in every hive and skep."
    hub, telling = Paper("local:hub", "Hives"), Paper("local:told", "Honey and trade", abstract=said)
    held = sorted((*papers, telling, hub), key=lambda each: each.id)
    citations = [Citation(hub.id, each.id) for each in held if each is not hub]
    embedder = WordsEmbedder()
    build_version(tmp_path, papers=held, citations=citations, hubs=[Hub(hub)], embedder=embedder, revision=1)
    version = open_current(tmp_path, model=embedder.name)
    assert version is not None
    found = found_for(
        Searcher(version, embedder), read_question("What is a wax comb?"), "definition", (hub.id,), Filters(), 10
    )
    assert [hit.paper.id for hit in found.hits[CANDIDATES:]] == ["local:told"]
