"""What is exported as JSON lines and imported again is the same."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exporters.formats import open_writer
from corpus.importers.jsonl import read_jsonl
from corpus.importers.lines import Line
from corpus.store import open_store
from corpus.text import clean
from corpus.values import Citation, CitingSentence, ExternalId, Paper, Problem, Record
from tests.corpus import kept
from tests.corpus.exporters.hard import ALONE, BARE, FULL, HARD

Write = Callable[..., str]
Held = tuple[list[Paper], list[Citation]]
TEXT = st.text(st.sampled_from("ab &;>lt#38\"'é")).map(clean).filter(bool)


def read_again(*records: Record) -> list[Record | Problem]:
    lines = enumerate(open_writer("jsonl")(records), start=1)
    return list(read_jsonl((Line(number, text.rstrip(b"\n")) for number, text in lines), None))


@pytest.fixture
def held(tmp_path: Path) -> Callable[[Sequence[Record]], Held]:
    """What a new store holds once it has taken the records in."""

    def taken(records: Sequence[Record]) -> Held:
        store = open_store(tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite")
        store.put(None, records)
        found = kept.papers(store), kept.citations(store)
        store.close()
        return found

    return taken


def test_a_line_has_the_contracts_fields_and_beside_them_those_of_the_citation(write: Write) -> None:
    line = json.loads(write("jsonl", [BARE]))
    assert list(line) == [
        "id", "title", "abstract", "tldr", "tldr_source", "authors", "year", "venue", "url", "ids", "aliases",
        "hub", "role", "polarity", "role_confidence", "polarity_confidence", "label_source", "influential",
        "self_citation", "contexts",
    ]  # fmt: skip
    assert (line["id"], line["hub"], line["role"], line["contexts"]) == (BARE.paper.id, "arxiv:2306.02707", None, [])


def test_a_paper_that_cites_no_hub_has_no_fields_of_a_citation(write: Write) -> None:
    line = json.loads(write("jsonl", [ALONE]))
    assert line.keys() == set(Paper.__slots__)


def test_ids_are_told_by_scheme(write: Write) -> None:
    line = json.loads(write("jsonl", [FULL]))
    assert line["ids"] == {"arxiv": "2001.00001", "doi": "10.1000/a_(b)&c", "s2": "77"}
    assert line["contexts"][0] == {"text": "As in [1].", "section": "Methods", "role": "method"}


def test_papers_citations_and_citing_sentences_come_back(held: Callable[[Sequence[Record]], Held]) -> None:
    papers, citations = held(HARD)
    cites = {citation.citing: citation for citation in citations}
    again = read_again(*(Record(paper, cites.get(paper.id)) for paper in papers))
    assert [item for item in again if isinstance(item, Problem)] == []
    assert held([item for item in again if isinstance(item, Record)]) == (papers, citations)
    assert {paper.id: paper for paper in papers}[FULL.paper.id] == FULL.paper
    assert cites[FULL.paper.id] == FULL.citation


def test_several_ids_in_one_catalogue_come_back(held: Callable[[Sequence[Record]], Held]) -> None:
    ids = (ExternalId("doi", "10.1000/a"), ExternalId("doi", "10.1000/b"), ExternalId("s2", "a" * 40))
    papers, _ = held([Record(Paper("local:p", "Lamps of Amber", ids=ids, aliases=("local:q",)))])
    again = read_again(Record(papers[0]))
    assert held([item for item in again if isinstance(item, Record)]) == (papers, [])
    assert papers[0].ids == ids


@given(title=TEXT, author=TEXT, sentence=TEXT)
def test_no_character_reference_is_resolved_twice(title: str, author: str, sentence: str) -> None:
    citation = Citation("local:h", "local:p", contexts=(CitingSentence(sentence),))
    record = Record(Paper("local:p", title, authors=(author,)), citation)
    assert read_again(record) == [record]
