"""A table of citers and questions: what fills a cell, what leaves it empty; pages and filters only choose rows."""

from pathlib import Path
from typing import Any

import pytest

from answers.reports.table import table
from answers.reports.table_values import Table
from answers.sentences import Embeds
from corpus.values import Citation, CitingSentence, Hub, Paper
from index.searcher import Searcher
from index.values import Filters, SearchRequest
from index.version import open_current
from tests.built import build_version

HUB = "local:hives"
QUESTIONS = (
    "Does a brood break halve the mite load of a colony?",
    "Does cool smoke calm guard bees?",
    "Who grows tulips in Holland?",
)


def made(searcher: Searcher, embedder: Embeds, *questions: str, limit: int = 100, **how: Any) -> Table:
    return table(searcher, embedder, questions, SearchRequest(hubs=(HUB,), limit=limit, **how))


@pytest.fixture(scope="module")
def whole(searcher: Searcher, embedder: Embeds) -> Table:
    return made(searcher, embedder, *QUESTIONS)


def column(found: Table, question: int) -> dict[str, str]:
    return {row.paper.id: cell.quote for row in found.rows if (cell := row.cells[question])}


def test_a_cell_is_the_sentence_that_answers(whole: Table) -> None:
    assert column(whole, 1) == {"local:smoke": "Cool smoke calms guard bees within 40 seconds."}


def test_every_paper_that_answers_has_its_own_cell(whole: Table) -> None:
    assert set(column(whole, 0)) == {"local:mites", "local:mites-again", "local:mites-not"}


def test_what_no_paper_states_leaves_a_column_empty(whole: Table) -> None:
    assert column(whole, 2) == {}


def test_a_quote_is_the_field_it_names(whole: Table) -> None:
    for row in whole.rows:
        for cell in filter(None, row.cells):
            assert getattr(row.paper, cell.field)[cell.start : cell.end] == cell.quote
            assert 0.4 <= cell.chance <= 1


def test_there_is_a_row_for_every_citer_and_a_cell_for_every_question(whole: Table) -> None:
    assert (len(whole.rows), whole.total, whole.questions) == (8, 8, QUESTIONS)
    assert {len(row.cells) for row in whole.rows} == {3}


def test_a_cell_is_the_same_on_every_page_and_beside_any_question(
    whole: Table, searcher: Searcher, embedder: Embeds
) -> None:
    pages = [made(searcher, embedder, QUESTIONS[1], limit=3, offset=offset) for offset in (0, 3, 6)]
    rows = [row for page in pages for row in page.rows]
    assert [(row.paper.id, row.cells) for row in rows] == [(row.paper.id, row.cells[1:2]) for row in whole.rows]


def test_filters_choose_rows(searcher: Searcher, embedder: Embeds) -> None:
    assert made(searcher, embedder, *QUESTIONS, filters=Filters(year_from=2000)).rows == ()
    held = made(searcher, embedder, *QUESTIONS, filters=Filters(has_abstract=True))
    assert [row.paper.id for row in held.rows] == ["local:drones", "local:dance"]


def test_an_amount_is_a_figure_and_not_the_number_in_a_name(searcher: Searcher, embedder: Embeds) -> None:
    found = made(searcher, embedder, "How fast does cool smoke calm guard bees?")
    assert column(found, 0) == {"local:smoke": "Cool smoke calms guard bees within 40 seconds."}


class Counting:
    """An embedder that remembers which passages it was given."""

    def __init__(self, embedder: Embeds) -> None:
        self._embedder, self.passages = embedder, list[str]()

    def embed_passages(self, texts: Any) -> Any:
        self.passages += texts
        return self._embedder.embed_passages(texts)

    def embed_query(self, text: str) -> Any:
        return self._embedder.embed_query(text)


def test_no_sentence_that_the_index_holds_is_embedded(searcher: Searcher, embedder: Embeds) -> None:
    counting = Counting(embedder)
    made(searcher, counting, *QUESTIONS)
    assert [text for text in counting.passages if text.endswith(".")] == []


def test_does_it_dispute_wants_a_sentence_that_disputes(searcher: Searcher, embedder: Embeds) -> None:
    found = made(searcher, embedder, "Does it dispute that a brood break halves the mite load of a colony?")
    assert column(found, 0) == {"local:mites-not": "A brood break does not halve the mite load of a colony."}


def test_an_amount_may_be_in_words(searcher: Searcher, embedder: Embeds) -> None:
    found = made(searcher, embedder, "How long were bees filmed?")
    assert column(found, 0)["local:dance"] == "Bees were filmed for three summers."


def test_a_count_of_all_that_were_studied_fills_a_cell_whatever_else_the_hub_says(
    searcher: Searcher, embedder: Embeds
) -> None:
    found = made(searcher, embedder, "How many workers were included?")
    assert column(found, 0) == {"local:dance": "The dances of 240 workers from 12 hives were decoded."}


def test_a_question_about_the_paper_is_met_by_its_word(searcher: Searcher, embedder: Embeds) -> None:
    found = made(searcher, embedder, "Does it use a camera?")
    assert column(found, 0) == {"local:drones": "We counted drones with a camera."}


def small_hub(root: Path, embedder: Embeds, cited: dict[str, str]) -> Searcher:
    """A hub of papers of which no more is held than one citing sentence each."""
    papers = [Paper(f"local:{name}", f"Traps {name}") for name in sorted(cited)]
    citations = [Citation(HUB, one.id, contexts=(CitingSentence(cited[one.id[6:]]),)) for one in papers]
    hub = Hub(Paper(id=HUB, title="Hives"))
    build_version(root, papers=papers, citations=citations, hubs=[hub], embedder=embedder, revision=1)  # type: ignore[arg-type]
    version = open_current(root, model="words", engine="exact")
    assert version is not None
    return Searcher(version, embedder)  # type: ignore[arg-type]


def test_a_citing_sentence_that_tells_of_the_cited_fills_no_cell(embedder: Embeds, tmp_path: Path) -> None:
    said = {"ours": "We hang traps at noon like Oak (2001).", "theirs": "Oak (2001) hung traps at noon."}
    found = made(small_hub(tmp_path, embedder, said), embedder, "Does it hang traps at noon?")
    assert column(found, 0) == {"local:ours": said["ours"]}


def test_a_cell_that_asks_which_names_it(embedder: Embeds, tmp_path: Path) -> None:
    said = {"named": "We read the language Basque in hives.", "unnamed": "We read the language of bees in hives."}
    found = made(small_hub(tmp_path, embedder, said), embedder, "Which language is read in hives?")
    assert column(found, 0) == {"local:named": said["named"]}
