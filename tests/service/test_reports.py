"""Reports and tables over HTTP: the exact document, sections that stand alone, and refusals."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from markdown_it import MarkdownIt

from answers.reports.report_values import SECTIONS
from service.app import create_app
from service.engine import Engine

HUB = "/v1/hubs/arxiv:2001.00001"
UNJUDGED = "1 of 4 citing papers with nothing to judge by."
NOBODY = f"0 of 3 citing papers with a label, by that label.\n\n{UNJUDGED}"
WHOLE = f"""\
# What the papers citing Lanterns say

4 citing papers held: 3 with a summary or an abstract, 0 with citing sentences, 3 labelled. Every sentence below is a citing paper's own.

## What they build on

2 of 3 citing papers with a label, by that label:

- Wax of bees is dear [1].
- Lamps of amber burn slowly [2].

{UNJUDGED}

Sources:

1. Candle wax (2022, Light, method, contrast, doi:10.5555/a/b); the abstract
2. Amber lamps (2021, Light, method, support, arxiv:2101.00001); the abstract

## What they extend

No citing paper held is seen to extend it or other work.

{NOBODY}

## What they compare with

No citing paper held is seen to compare itself with it or with other work.

{NOBODY}

## What they dispute

1 of 3 citing papers with a label, by that label:

- Wax of bees is dear [1].

{UNJUDGED}

Sources:

1. Candle wax (2022, Light, method, contrast, doi:10.5555/a/b); the abstract

## By topic

### other (4 of 4)

- Lamps of amber burn slowly [1].
- Flames turn blue in cold air [2].

Sources:

1. Amber lamps (2021, Light, method, support, arxiv:2101.00001); the abstract
2. Blue flames (2021, Fire, background, neutral, arxiv:2101.00002); the abstract

## Over time

### 2021 (2 of 4)

- Lamps of amber burn slowly [1].
- Flames turn blue in cold air [2].

### 2022 (1 of 4)

- Wax of bees is dear [3].

### 2023 (1 of 4)

- Dim rooms [4].

Sources:

1. Amber lamps (2021, Light, method, support, arxiv:2101.00001); the abstract
2. Blue flames (2021, Fire, background, neutral, arxiv:2101.00002); the abstract
3. Candle wax (2022, Light, method, contrast, doi:10.5555/a/b); the abstract
4. Dim rooms (2023, local:plain-4); the title

## Open questions they name

No citing paper held names an open question in its summary, abstract or citing sentences.

0 of 3 citing papers, by words of summaries, abstracts and citing sentences.

{UNJUDGED}
"""  # noqa: E501


def markdown(client: TestClient, **params: Any) -> str:
    reply = client.get(f"{HUB}/report", params={"format": "markdown", **params})
    assert (reply.status_code, reply.headers["content-type"]) == (200, "text/markdown; charset=utf-8")
    return reply.text


def test_the_whole_report_is_this_document(reader: TestClient) -> None:
    assert markdown(reader) == WHOLE


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_alone_has_the_bytes_that_it_has_within_the_whole(reader: TestClient, name: str) -> None:
    alone = markdown(reader, section=name)
    assert alone.startswith("## ")
    assert f"\n{alone}" in WHOLE
    assert reader.get(f"{HUB}/report", params={"section": name}).json()["sections"] == [
        section for section in reader.get(f"{HUB}/report").json()["sections"] if section["name"] == name
    ]


def test_several_sections_come_in_their_order(reader: TestClient) -> None:
    assert markdown(reader, section=["time", "dispute"]) == "\n".join(
        markdown(reader, section=name) for name in ("dispute", "time")
    )


def test_the_reply_has_claims_with_evidence_as_an_answer_has(reader: TestClient) -> None:
    reply = reader.get(f"{HUB}/report", params={"section": "dispute"}).json()
    assert (reply["hub"], reply["held"]["citers"], reply["degraded"]) == ("arxiv:2001.00001", 4, [])
    section = reply["sections"][0]
    assert section["text"] == "Wax of bees is dear [1]."
    assert section["claims"] == [
        {
            "text": "Wax of bees is dear.",
            "sources": [1],
            "support": 1.0,
            "evidence": [
                {
                    "source": 1,
                    "field": "abstract",
                    "quote": "Wax of bees is dear.",
                    "start": 0,
                    "end": 20,
                    "context": None,
                }
            ],
            "heading": "By label",
        }
    ]
    assert [(source["n"], source["paper"]["id"]) for source in section["sources"]] == [(1, "doi:10.5555/a/b")]
    assert section["counted"] == [{"basis": "label", "found": 1, "shown": 1, "of": 3}]


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_who_has_a_report_is_not_sent_it_again(reader: TestClient, form: str) -> None:
    first = reader.get(f"{HUB}/report", params={"format": form})
    again = reader.get(f"{HUB}/report", params={"format": form}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"section": "extends"}, "unknown name 'extends'; did you mean 'extend'?"),
        ({"section": ["time", "open-question"]}, "unknown name 'open-question'; did you mean 'open-questions'?"),
        ({"format": "html"}, "Input should be 'json' or 'markdown'"),
        ({"sections": "time"}, "unknown name 'sections'; did you mean 'section'?"),
    ],
)
def test_what_a_report_does_not_have_is_refused_by_name(reader: TestClient, params: Any, said: str) -> None:
    reply = reader.get(f"{HUB}/report", params=params)
    assert (reply.status_code, reply.headers["content-type"]) == (422, "application/problem+json")
    assert reply.json()["errors"][0]["msg"] == said


def test_a_report_on_an_unknown_hub_says_what_there_is(reader: TestClient) -> None:
    reply = reader.get("/v1/hubs/arxiv:1901.00009/report")
    assert (reply.status_code, reply.json()["type"]) == (404, "urn:citers:problem:hub_not_found")


def test_what_papers_say_makes_nothing_in_the_document(empty_engine: Engine, tmp_path: Path) -> None:
    hostile = (
        "# Steal [this](http://evil.example) ![image](x.png) <script>alert(1)</script> [2] `code` we extend the trap."
    )
    paper = {"id": "a", "title": hostile, "abstract": hostile, "venue": hostile, "year": 2020}
    (tmp_path / "hostile.jsonl").write_text(json.dumps(paper) + "\n", "utf-8")
    empty_engine.import_file(tmp_path / "hostile.jsonl", hub="arxiv:2001.00001", hub_title=hostile)
    with TestClient(create_app(empty_engine)) as client:
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown(client))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert kinds & {"link_open", "image", "html_inline", "html_block", "code_inline", "fence", "code_block"} == set()
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    assert [heading for heading in headings if not heading.endswith("(1 of 1)")][1:] == [
        "What they build on",
        "What they extend",
        "What they compare with",
        "What they dispute",
        "By topic",
        "Over time",
        "Open questions they name",
    ]


def table(client: TestClient, **body: Any) -> Any:
    return client.post(f"{HUB}/table", json=body)


def test_a_table_has_a_row_for_each_citer_and_a_cell_for_each_question(reader: TestClient) -> None:
    reply = table(reader, questions=["Is wax of bees dear?"], filters={"venue": "Light"}).json()
    assert (reply["questions"], reply["total"], reply["next_cursor"]) == (["Is wax of bees dear?"], 2, None)
    first = reply["items"][0]
    assert (first["paper"]["id"], first["citation"]["role"]) == ("doi:10.5555/a/b", "method")
    cell = first["cells"][0]
    assert (cell["quote"], cell["field"], cell["start"], cell["end"]) == ("Wax of bees is dear.", "abstract", 0, 20)


def test_a_question_of_nothing_is_stated_by_nobody(reader: TestClient) -> None:
    assert [row["cells"] for row in table(reader, questions=["???"]).json()["items"]] == [[None]] * 4


def test_a_walk_through_a_table_meets_every_citer_once(reader: TestClient) -> None:
    met, cursor = [], None
    while True:
        page = table(reader, questions=["Is wax dear?"], limit=3, **({"cursor": cursor} if cursor else {})).json()
        met += [row["paper"]["id"] for row in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert met == ["local:plain-4", "doi:10.5555/a/b", "arxiv:2101.00001", "arxiv:2101.00002"]


def test_a_cursor_belongs_to_its_questions(reader: TestClient) -> None:
    cursor = table(reader, questions=["Is wax dear?"], limit=1).json()["next_cursor"]
    assert table(reader, questions=["Is it cold?"], limit=1, cursor=cursor).status_code == 422


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"questions": []}, "questions"),
        ({"questions": ["Why?"] * 21}, "questions"),
        ({"questions": [" "]}, "questions"),
        ({"questions": ["Why?"], "limit": 101}, "limit"),
        ({"questions": ["Why?"], "filters": {"rolle": "method"}}, "rolle"),
        ({"question": ["Why?"]}, "question"),
    ],
)
def test_what_is_no_table_is_refused(reader: TestClient, body: Any, field: str) -> None:
    reply = table(reader, **body)
    assert (reply.status_code, field in reply.json()["errors"][0]["loc"]) == (422, True)
