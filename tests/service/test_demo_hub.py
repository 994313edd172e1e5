"""The bundled demo hub: whole, well-formed, identified only as far as verified, and in words of our own."""

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.ids import parse_id, slug
from corpus.values import Paper

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "service" / "demo"
HUB = json.loads((DEMO / "hub.json").read_text(encoding="utf-8"))["paper"]
CITERS = [json.loads(line) for line in (DEMO / "citers.jsonl").read_text(encoding="utf-8").splitlines()]

FIELDS = ["id", "title", "abstract", "tldr", "tldr_source", "authors", "year", "venue", "url", "ids"]
ID_FORMS = {"arxiv": r"\d{4}\.\d{5}", "acl": r"\d{4}\.[a-z]+(-[a-z]+)*\.\d+"}
COPIED = 8  # this many words in a row, outside a title, count as copied


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Za-z0-9])", text)


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}


def own_texts() -> Iterator[tuple[str, str]]:
    for paper in [HUB, *CITERS]:
        for field in ("tldr", "abstract"):
            if field in paper:
                yield f"{paper['id']} {field}", paper[field]


def copied_runs(theirs: str) -> dict[str, set[tuple[str, ...]]]:
    titles = set().union(*(word_runs(paper["title"]) for paper in [HUB, *CITERS]))
    foreign = word_runs(theirs) - titles
    found = {name: word_runs(text) & foreign for name, text in own_texts()}
    return {name: runs for name, runs in found.items() if runs}


def test_the_hub_is_orca() -> None:
    assert (HUB["id"], HUB["year"], len(HUB["authors"])) == ("arxiv:2306.02707", 2023, 6)
    assert HUB["title"] == "Orca: Progressive Learning from Complex Explanation Traces of GPT-4"
    assert len(sentences(HUB["abstract"])) == 4


def test_there_are_thirty_citers_and_none_is_listed_twice() -> None:
    assert len(CITERS) == 30
    assert len({paper["id"] for paper in [HUB, *CITERS]}) == 31
    assert len({paper["title"].lower() for paper in [HUB, *CITERS]}) == 31


@pytest.mark.parametrize("paper", CITERS, ids=lambda paper: paper["id"])
def test_a_line_has_the_fields_of_a_paper_and_no_label(paper: dict[str, Any]) -> None:
    assert list(paper) == FIELDS
    assert set(paper) < {field.name for field in dataclasses.fields(Paper)}
    assert paper["tldr_source"] == "generated"
    assert all(isinstance(paper[name], str) and paper[name] for name in FIELDS[:5])
    assert all(isinstance(name, str) and name == name.strip() and name for name in paper["authors"])


@pytest.mark.parametrize("paper", [HUB, *CITERS], ids=lambda paper: paper["id"])
def test_identifiers_are_well_formed_and_agree_with_each_other(paper: dict[str, Any]) -> None:
    assert all(re.fullmatch(ID_FORMS[scheme], value) for scheme, value in paper["ids"].items())
    assert paper["id"] == f"arxiv:{paper['ids']['arxiv']}" == slug(parse_id(paper["url"]))
    assert paper["year"] == 2000 + int(paper["ids"]["arxiv"][:2])


def test_every_tldr_is_one_sentence_and_every_abstract_three_to_five() -> None:
    assert [paper["id"] for paper in CITERS if len(sentences(paper["tldr"])) != 1] == []
    assert [paper["id"] for paper in CITERS if not 3 <= len(sentences(paper["abstract"])) <= 5] == []
    assert [name for name, text in own_texts() if not text.endswith(".") or text != " ".join(text.split())] == []


def test_the_years_are_those_of_the_first_preprints() -> None:
    years = [paper["year"] for paper in CITERS]
    assert {year: years.count(year) for year in sorted(set(years))} == {2023: 3, 2024: 4, 2025: 5, 2026: 18}


def test_the_documentation_lists_every_identifier() -> None:
    documented = re.findall(
        r"^\| (\d\S+) \|", (ROOT / "docs" / "demo_hub.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    bundled = [value for paper in [HUB, *CITERS] for value in paper["ids"].values()]
    assert documented == bundled


@pytest.mark.shared
def test_the_titles_are_those_of_the_hub_page_in_its_order(shared_data: Path) -> None:
    lines = (shared_data / "orca_eval" / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    assert [paper["title"] for paper in CITERS] == [json.loads(line)["title"] for line in lines]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["orca_eval/papers.jsonl", "orca_eval/queries.jsonl", "hubs/orca_pith_page.txt"])
def test_no_eight_words_in_a_row_are_shared_with_the_data_sets(shared_data: Path, name: str) -> None:
    assert copied_runs((shared_data / name).read_text(encoding="utf-8")) == {}


def test_a_copied_run_of_words_would_be_noticed() -> None:
    taken = CITERS[5]["tldr"].removesuffix(".").upper()
    assert list(copied_runs(f"They say: {taken}!")) == [f"{CITERS[5]['id']} tldr"]
    assert copied_runs(" ".join(paper["title"] for paper in CITERS[:1])) == {}
