"""JSON in every layout: what is in it does not depend on where its lines end, and what is broken costs itself."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.importers.cutting import cut
from corpus.importers.layout import keeps_to_lines
from corpus.importers.lines import Line
from corpus.values import Problem, Record

Read = Callable[..., tuple[object, list[Record], list[Problem]]]
A, B, C = '{"title": "A"}', '{"title": "B", "authors": [{"name": "Ann Bee"}]}', '{"title": "C"}'


def titles(records: list[Record]) -> str:
    return "".join(record.paper.title for record in records)


@pytest.mark.parametrize(
    "content",
    [
        f"[{A},{B},{C}]",
        f"[{A}, {B}, {C}]\n",
        f"[\n{A},\n{B},\n{C}\n]\n",
        f"[\r\n{A},\r\n{B},\r\n{C}\r\n]\r\n",
        f"[{A},\n{B},\n{C}]",
        f"[{A}\n,{B}\n,{C}\n]",
        f"{A},\n{B},\n{C},\n",
        f"{A}\r{B}\r{C}\r",
        f"\x1e{A}\n\x1e{B}\n\x1e{C}\n",
        f"{A}\n[{B}, {C}]\n",
        f'{{"items": [{A}]}}\n{{"items": [{B}, {C}]}}\n',
        json.dumps([json.loads(one) for one in (A, B, C)], indent=2),
        json.dumps({"papers": [json.loads(one) for one in (A, B, C)]}, indent=4),
        "\n".join(json.dumps(json.loads(one), indent=1) for one in (A, B, C)),
        f"\ufeff[{A},{B},{C}]",
    ],
)
@pytest.mark.parametrize("name", ["file.json", "file.txt"])
def test_every_layout_is_read(read: Read, content: str, name: str) -> None:
    _, records, problems = read(content, name=name)
    assert (titles(records), problems) == ("ABC", [])
    assert records[1].paper.authors == ("Ann Bee",)


def test_nan_says_nothing(read: Read) -> None:
    _, records, problems = read(
        '{"title": "A", "year": NaN}\n[{"title": "B", "year": 2001, "x": NaN}]', name="file.jsonl"
    )
    assert ([(one.paper.title, one.paper.year) for one in records], problems) == ([("A", None), ("B", 2001)], [])


@pytest.mark.parametrize(
    ("content", "kept", "line", "said"),
    [
        (f'[\n{A},\n{{"title": "X",}},\n{C}\n]', "AC", 3, "a comma after the last field, at character 14"),
        (f'[{A},{{"title": "X",{C}]', "AC", 1, "its end missing"),
        (f'[\n{A},\n{{"title": "X"\n,\n{C}\n]', "AC", 3, "its end missing"),
        (
            f'[{A},{{"title": "X", "authors": ["Ann Bee"}},{C}]',
            "AC",
            1,
            "neither a comma nor the end after one of a list",
        ),
        (f'[\n {{\n "title": "X,\n "year": 2000\n }},\n {C}\n]', "C", 3, "a tab, line end or the like within a text"),
        (f'[{A},\n{{"title": "say "X" now"}},\n{C}]', "AC", 2, "neither a comma nor the end after a field"),
        (f"[{A},\nlater,\n{C}]", "AC", 2, "no JSON value"),
        (f"[\n{A},\n{{'title': 'X'}}]", "A", 3, "no name in double quotes where a field should begin"),
        (f"[{A},\n{C}", "AC", 2, "expected the end of a list, found that of the file"),
        (f'{{\n"data": [{A}, {{"title": "X", {C}]}}', "AC", 2, "its end missing"),
        ("[]", "", 1, "expected papers, found an empty list"),
        ("[\n1\n]", "", 2, "expected one JSON object a line, found a number; it is left out"),
    ],
)
def test_what_is_broken_costs_itself_and_is_told_with_its_line(
    read: Read, content: str, kept: str, line: int, said: str
) -> None:
    _, records, problems = read(content, name="file.json")
    assert titles(records) == kept
    assert [problem.line for problem in problems] == [line]
    assert said in problems[0].message


def test_a_paper_that_is_too_long_is_one_of_many(read: Read) -> None:
    long = json.dumps({"title": "X\\\\" * 700_000, "authors": [{"name": "}]" * 9}]})
    _, records, (problem,) = read(f"[{A},\n{long},\n{C}]")
    assert titles(records) == "AC"
    assert (problem.line, problem.message) == (2, f"longer than 1,000,000 bytes ({len(long):,}); this line is left out")


def test_a_long_page_on_one_line_is_cut_while_it_is_read(read: Read) -> None:
    page = {
        "meta": {"count": 9_000, "page": 1, "per_page": 9_000},
        "results": [{"title": f"Paper {n}"} for n in range(9_000)],
    }
    page["results"][7]["abstract"] = "x" * 900_000  # type: ignore[index]
    _, records, problems = read(json.dumps(page))
    assert ([record.paper.title for record in records], problems) == ([f"Paper {n}" for n in range(9_000)], [])


LISTS = [
    ({"title": "To Read", "papers": [{"title": "A"}, {"title": "B"}]}, "AB"),
    ({"title": "To Read", "year": 2020, "papers": [{"title": "A"}]}, "A"),
    ({"title": "To Read", "by": {"name": "Ann"}, "items": [{"title": "A"}, {"title": "B"}]}, "AB"),
    ({"name": "To Read", "papers": [{"name": "A"}, {"name": "B"}]}, "AB"),
    ({"title": "To Read", "papers": [{"citingPaper": {"title": "A"}}]}, "A"),
    ({"name": "P", "items": ["x", "y"]}, "P"),
    ({"name": "P", "items": [], "venue": "There"}, "P"),
    ({"name": "P", "items": [{"kind": "x"}]}, "P"),
    ({"title": "P", "items": [{"name": "x"}]}, "P"),
    ({"title": "P", "year": 2020, "items": [{"title": "x"}]}, "P"),
    ({"items": ["x"], "title": "P"}, "P"),
]


@pytest.mark.parametrize(("told", "found"), LISTS)
@pytest.mark.parametrize("indent", [None, 1])
def test_a_list_of_papers_may_have_a_title_and_a_paper_a_list(
    read: Read, told: dict[str, Any], found: str, indent: int | None
) -> None:
    _, records, problems = read(json.dumps(told, indent=indent) + "\n")
    assert (titles(records), problems) == (found, [])
    _, records, problems = read(json.dumps(told) + "\n" + json.dumps(told))
    assert (titles(records), problems) == (2 * found, [])


@pytest.mark.parametrize(("indent", "before"), [(None, ""), (1, ""), (1, "x" * 70_000)])
def test_a_long_list_with_a_title_is_cut_while_it_is_read(read: Read, indent: int | None, before: str) -> None:
    papers = [{"title": f"Paper {n}", "abstract": "x" * 300} for n in range(6_000)]
    listed = {"title": "To Read", "of": {"note": before}, "papers": papers, "end": [1]}
    _, records, problems = read(json.dumps(listed, indent=indent))
    assert ([record.paper.title for record in records], problems) == ([f"Paper {n}" for n in range(6_000)], [])


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (A + "\n" + B, True),
        (A, True),
        ('{"title": "A"\n' + B, True),
        ('{"title": "A",\n' + B, True),
        ("{\n{\n", True),
        ("not JSON\n" + A, True),
        ('{"abstract": "' + "x" * 9_000, True),
        ("[" + A, False),
        ('{\n  "title": "A"\n}', False),
        ('{"title": "A",\n "year": 2000}', False),
        ('{"authors": [\n  {"name": "Ann Bee"}\n]}', False),
        ('{"offset": 0, "data": [{"title": "' + "x" * 9_000, False),
        ('{"title": "A", "data": ["' + "x" * 9_000, True),
        ('{"title": "A", "papers": [ {"title": "' + "x" * 9_000, False),
    ],
)
def test_whether_a_file_keeps_to_lines_is_told_by_its_beginning(start: str, expected: bool) -> None:
    assert keeps_to_lines(start.encode()[:8192]) is expected


texts = st.text(st.sampled_from('a"\\{}[],:\n é'), max_size=6)
values = st.recursive(texts | st.integers() | st.none(), lambda some: st.lists(some, max_size=2), max_leaves=4)
papers = st.lists(st.dictionaries(texts, values, max_size=3), min_size=1, max_size=4)


@given(told=papers, indent=st.sampled_from([None, 0, 2]), size=st.integers(1, 40), ascii_only=st.booleans())
@settings(max_examples=200)
def test_any_list_is_cut_into_its_members_wherever_it_is_read_in_pieces(
    told: list[dict[str, Any]],
    indent: int | None,
    size: int,
    ascii_only: bool,
) -> None:
    text = json.dumps(told, indent=indent, ensure_ascii=ascii_only).encode()
    found = list(cut(text[at : at + size] for at in range(0, len(text), size)))
    assert all(isinstance(line, Line) and line.fault is None for line in found)
    assert [json.loads(line.text) for line in found if isinstance(line, Line)] == told


@pytest.mark.parametrize("around", ['{"name": "Lamps", "items": %s}', '{"name": "Lamps", "message": {"items": %s}}'])
@pytest.mark.parametrize("size", [1 << 16, 1 << 22])
def test_a_titled_list_is_read_that_is_hardly_longer_than_a_paper_may_be(around: str, size: int) -> None:
    papers = [json.dumps({"title": f"A{n}", "abstract": "a" * 250_000}) for n in range(4)]
    text = (around % f"[{', '.join(papers)}]").encode()
    found = list(cut(text[at : at + size] for at in range(0, len(text), size)))
    assert found == [*(Line(1, paper.encode()) for paper in papers), Line(1, (around % "[]").encode(), papers=4)]
