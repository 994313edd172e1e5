"""CSV: one row a paper, read back cell by cell, and nothing in it that a spreadsheet would run."""

import csv
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exporters.table import COLUMNS
from corpus.spreadsheets import guarded, unguarded
from corpus.values import Paper, Record
from tests.corpus.exporters.hard import ALONE, FULL

Write = Callable[..., str]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines(), strict=True))


def test_no_records_are_a_header(write: Write) -> None:
    assert write("csv", []) == (
        "id,title,authors,year,venue,abstract,tldr,tldr_source,url,aliases,arxiv,doi,acl,s2,openalex,hub,role,"
        "polarity,role_confidence,polarity_confidence,label_source,influential,self_citation,contexts\r\n"
    )


def test_every_cell_comes_back(write: Write) -> None:
    row = rows(write("csv", [FULL]))[0]
    paper = FULL.paper
    assert (row["id"], row["title"], row["abstract"], row["url"]) == (paper.id, paper.title, paper.abstract, paper.url)
    assert row["authors"] == "Ada Lovelace; Hands and Feet Team; Turing, Alan"
    assert (row["arxiv"], row["doi"], row["s2"], row["acl"]) == ("2001.00001", "10.1000/a_(b)&c", "77", "")
    assert row["aliases"].split() == list(paper.aliases)
    assert (row["role_confidence"], row["influential"], row["self_citation"]) == ("0.9", "true", "false")
    assert row["contexts"] == "As in [1]. | R&amp;D, &lt;b&gt;"


def test_what_is_not_known_is_empty(write: Write) -> None:
    row = rows(write("csv", [ALONE]))[0]
    assert {name for name, cell in row.items() if cell} == {"id", "title", "year", "venue"}
    assert tuple(row) == COLUMNS


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "''-1"])
def test_what_begins_like_a_formula_is_marked(write: Write, text: str) -> None:
    row = rows(write("csv", [Record(Paper("local:a", text, authors=(text,)))]))[0]
    assert (row["title"], row["authors"]) == (f"'{text}", f"'{text}")


@pytest.mark.parametrize("text", ["a=1", "'tis", "1-1", "", "'"])
def test_nothing_else_is_marked(text: str) -> None:
    assert guarded(text) == text


@given(st.text(st.sampled_from("'=+-@ab")))
def test_the_mark_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
