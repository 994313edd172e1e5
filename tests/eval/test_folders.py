"""A folder is read as documented, and what is wrong with one is said with its file and line."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.values import ExternalId, Paper
from eval.cases import Fact, own_ids
from eval.folders import BadFolder, load_folder

PAPER = {"id": "p1", "title": "Rivers"}
QUERY = {"qid": "t1", "kind": "topic", "text": "water"}


def test_a_folder_becomes_papers_queries_and_grades_by_slug(folder: Path) -> None:
    dataset = load_folder(folder)
    assert (dataset.name, dataset.squarely()) == ("rivers", 2)
    assert dataset.paper_ids() == {"local:p1", "local:p2", "local:p3", "local:p4"}
    assert dataset.grades["t1"] == {"local:p1": 2, "local:p2": 1, "local:p3": 0}
    assert dataset.grades["t2"] == {}


def test_a_question_keeps_its_facts_and_near_misses(folder: Path) -> None:
    question = load_folder(folder).queries[2]
    assert question.facts == (Fact("local:p1", "rivers carve valleys"),)
    assert (question.near_misses, question.answerable, question.pool) == (("local:p2",), True, False)


def test_a_query_by_example_is_named_by_its_facet_and_ranked_in_its_pool(folder: Path) -> None:
    example = load_folder(folder).queries[4]
    assert (example.kind, example.paper_id, example.facet, example.pool) == (
        "related, method", "local:p1", "method", True,
    )  # fmt: skip


def test_a_summary_is_imported_as_the_tldr_and_unknown_fields_are_left_out(write_folder: Callable[..., Path]) -> None:
    folder = write_folder(papers=[PAPER | {"summary": "S.", "colour": "blue", "year": None}], queries=[QUERY], qrels=[])
    (paper,) = load_folder(folder).papers
    assert json.loads(paper.line) == {"id": "local:p1", "title": "Rivers", "tldr": "S."}


def test_grades_of_0_and_1_alone_make_1_squarely_relevant(write_folder: Callable[..., Path]) -> None:
    assert load_folder(write_folder([PAPER], [QUERY], [("t1", "p1", 1)])).squarely() == 1


def test_files_may_be_gzipped(folder: Path) -> None:
    plain = folder / "papers.jsonl"
    (folder / "papers.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
    with pytest.raises(BadFolder, match="has both; remove one"):
        load_folder(folder)
    plain.unlink()
    assert len(load_folder(folder).papers) == 4


@pytest.mark.parametrize("name", ["papers.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(BadFolder, match=rf"should hold {name} or {name}.gz and has neither"):
        load_folder(folder)


@pytest.mark.parametrize("name", ["papers.jsonl", "queries.jsonl"])
def test_an_empty_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_text("\n")
    with pytest.raises(BadFolder, match=f"{name} is empty"):
        load_folder(folder)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "papers.jsonl line 2 should be one JSON object but Expecting"),
        ("[1]", r"papers.jsonl line 2 should be one JSON object but is \[1\]"),
        ('{"title": "Lakes"}', "papers.jsonl line 2: id should be some text but is None"),
        ('{"id": "p2", "title": " "}', "papers.jsonl line 2: title should be some text but is ' '"),
        ('{"id": "local:p1", "title": "T"}', "line 2: id 'local:p1' was already used in papers.jsonl line 1"),
        ('{"id": "arxiv:?", "title": "T"}', "papers.jsonl line 2: expected an id of the scheme arxiv"),
    ],
)
def test_a_bad_paper_is_named_by_line(folder: Path, line: str, message: str) -> None:
    (folder / "papers.jsonl").write_text(f"{json.dumps(PAPER)}\n{line}\n")
    with pytest.raises(BadFolder, match=message):
        load_folder(folder)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"qid": "t1"}, "line 1: query t1 should have either text or paper_id"),
        (QUERY | {"paper_id": "p1"}, "line 1: query t1 should have either text or paper_id"),
        (QUERY | {"text": 7}, "line 1: text should be some text but is 7"),
        (QUERY | {"kind": ""}, "line 1: kind should be some text but is ''"),
        (QUERY | {"kind": "all"}, "kind 'all' stands for every kind in the report"),
        (QUERY | {"facet": "colour"}, "facet should be one of all, background, method, result but is 'colour'"),
        (QUERY | {"answerable": "no"}, "answerable should be true or false but is 'no'"),
        (QUERY | {"near_misses": "p1"}, "near_misses should be a list but is 'p1'"),
        (QUERY | {"near_misses": ["p9"]}, "no paper has the id 'p9'; add it to papers.jsonl or correct"),
        (QUERY | {"facts": ["p1"]}, "a fact should be .* but is 'p1'"),
        (QUERY | {"facts": [{"paper_id": "p1"}]}, "fact should be some text but is None"),
        ({"qid": "e1", "paper_id": 7}, "no paper has the id 7"),
    ],
)
def test_a_bad_query_is_named_by_line(write_folder: Callable[..., Path], query: dict[str, Any], message: str) -> None:
    with pytest.raises(BadFolder, match=f"queries.jsonl line 1.*{message.removeprefix('line 1')}"):
        load_folder(write_folder([PAPER], [query], []))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("t1\tp1", "qrels.tsv line 3 should have 3 tab-separated fields but has 2"),
        ("t9\tp1\t1", "qrels.tsv line 3: no query has the qid 't9'"),
        ("t1\tp9\t1", "qrels.tsv line 3: no paper has the id 'p9'"),
        ("t1\tp2\tgood", "qrels.tsv line 3: relevance should be a whole number from 0 but is 'good'"),
        ("t1\tp2\t-1", "qrels.tsv line 3: relevance should be a whole number from 0 but is '-1'"),
        ("t1\tp1\t1", "qrels.tsv line 3: paper 'p1' is already graded for 't1'"),
    ],
)
def test_a_bad_grade_is_named_by_line(folder: Path, line: str, message: str) -> None:
    (folder / "qrels.tsv").write_text(f"qid\tpaper_id\trelevance\nt1\tp1\t2\n{line}\n")
    with pytest.raises(BadFolder, match=message):
        load_folder(folder)


@pytest.mark.parametrize("text", ["", "t1\tp1\t2\n"])
def test_grades_need_their_header(folder: Path, text: str) -> None:
    (folder / "qrels.tsv").write_text(text)
    with pytest.raises(BadFolder, match="line 1 should be the header qid, paper_id, relevance"):
        load_folder(folder)


def test_a_file_that_is_not_text_is_refused(folder: Path) -> None:
    (folder / "qrels.tsv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFolder, match=r"qrels\.tsv should be UTF-8 text"):
        load_folder(folder)


def test_a_merged_paper_stands_for_every_paper_of_the_data_set_it_was_made_of() -> None:
    paper = Paper("arxiv:1", "T", aliases=("local:p2", "local:p9"), ids=(ExternalId("local", "p1"),))
    assert own_ids(paper, frozenset({"local:p1", "local:p2"})) == ("local:p2", "local:p1")


@pytest.mark.shared
def test_the_shared_sets_are_read_as_they_are(shared_data: Path) -> None:
    orca, csfcube = load_folder(shared_data / "orca_eval"), load_folder(shared_data / "csfcube")
    assert (len(orca.papers), len(orca.queries), orca.squarely()) == (30, 12, 2)
    assert (len(csfcube.papers), len(csfcube.queries)) == (4205, 24)
    assert sum(len(grades) for grades in csfcube.grades.values()) == 2548
    assert {query.kind for query in csfcube.queries} == {"related, background", "related, method", "related, result"}
