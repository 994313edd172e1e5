"""Known data sets become folders that can be evaluated, with as many papers, queries and grades as they should have."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from eval.convert import (
    CONVERSIONS,
    acl_hubs_with_contexts,
    off_topic_acl,
    scitldr_dev,
    scitldr_reviewers,
    single_abstract,
)
from eval.folders import load_folder


def put(path: Path, *lines: dict[str, Any]) -> None:
    path.parent.mkdir(exist_ok=True)
    data = "".join(json.dumps(line) + "\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.fixture
def scitldr(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    put(data / "scitldr" / "train.jsonl.gz", {"id": "a", "title": "A", "abstract": "Aa.", "tldrs": ["a?"]})
    twice = {"id": "b", "title": "B", "abstract": "Bb.", "tldrs": ["b?", "b!", "b."], "same_title_ids": ["a", "unheld"]}
    put(data / "scitldr" / "dev.jsonl", twice)
    put(data / "acl_anthology" / "papers.jsonl.gz", *({"id": f"x{n}", "title": f"X{n}"} for n in range(4)))
    return data


def test_a_tldr_finds_its_paper_or_its_twin(scitldr: Path, tmp_path: Path) -> None:
    scitldr_dev(scitldr, tmp_path / "out")
    dataset = load_folder(tmp_path / "out")
    assert dataset.paper_ids() == {"local:a", "local:b"}
    assert [(query.qid, query.text) for query in dataset.queries] == [("b", "b?")]
    assert dataset.grades == {"b": {"local:b": 1, "local:a": 1}}


def test_the_tldr_is_not_among_what_is_searched(scitldr: Path, tmp_path: Path) -> None:
    scitldr_dev(scitldr, tmp_path / "out")
    assert "?" not in (tmp_path / "out" / "papers.jsonl").read_text("utf-8")


def test_reviewers_tldrs_have_distractors_spread_over_the_anthology(scitldr: Path, tmp_path: Path) -> None:
    scitldr_reviewers(scitldr, tmp_path / "out", distractors=2)
    dataset = load_folder(tmp_path / "out")
    assert dataset.paper_ids() == {"local:a", "local:b", "local:x0", "local:x2"}
    assert [(query.qid, query.text) for query in dataset.queries] == [("b-2", "b!"), ("b-3", "b.")]


def test_two_questions_may_be_settled_by_one_abstract(tmp_path: Path) -> None:
    context = {"n": 0, "title": None, "text": "It is."}
    items = [{"qid": f"q{n}", "task": "claims", "question": f"is it {n}?", "ctxs": [context]} for n in (1, 2)]
    put(tmp_path / "scholarqabench" / "single_abstract.jsonl", *items)
    single_abstract(tmp_path, tmp_path / "out")
    dataset = load_folder(tmp_path / "out")
    assert json.loads(dataset.papers[0].line) == {
        "id": "local:abstract-0001", "title": "abstract-0001", "abstract": "It is.",
    }  # fmt: skip
    assert dataset.grades == {"q1": {"local:abstract-0001": 1}, "q2": {"local:abstract-0001": 1}}


@pytest.fixture
def hubs(tmp_path: Path) -> Path:
    hub = {"hub_id": "P02-1", "human_summary": "It parses. It is fast."}
    put(tmp_path / "hubs" / "acl_hubs.jsonl", hub, {"hub_id": "unheld", "human_summary": "No."})
    put(tmp_path / "hubs" / "acl_papers.jsonl", {"id": "P02-1", "title": "P"}, {"id": "c", "title": "C"})
    sentences = [{"hub_id": "P02-1", "citing_id": "c", "context": text} for text in ("One.", "Two.", "One.", "Three.")]
    put(tmp_path / "hubs" / "acl_contexts.jsonl", *sentences, {"citing_id": "unheld", "context": "No."})
    return tmp_path


def test_half_of_the_citing_sentences_are_held_and_the_others_asked(hubs: Path) -> None:
    acl_hubs_with_contexts(hubs, hubs / "out")
    dataset = load_folder(hubs / "out")
    assert json.loads(dataset.papers[1].line)["contexts"] == [{"text": "One."}, {"text": "Three."}]
    assert [(query.kind, query.text) for query in dataset.queries] == [
        ("citing sentence", "Two."),
        ("summary sentence", "It parses."),
        ("summary sentence", "It is fast."),
    ]
    assert dataset.grades["c-1"] == {"local:c": 1}


def test_nothing_is_graded_for_queries_off_topic(hubs: Path) -> None:
    off_topic_acl(hubs, hubs / "out")
    dataset = load_folder(hubs / "out")
    assert [query.text for query in dataset.queries][:1] == ["how long to boil an egg"]
    assert (len({query.text for query in dataset.queries}), dataset.paper_ids()) == (50, {"local:P02-1", "local:c"})
    assert set(map(len, dataset.grades.values())) == {0}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "papers", "queries", "grades"),
    [
        ("scitldr_train", 2611, 1992, 2017),
        ("scitldr_dev", 2611, 619, 628),
        ("scitldr_reviewers", 22611, 834, 843),
        ("single_abstract", 512, 515, 515),
        ("acl_hubs", 1441, 1221, 1221),
        ("acl_hubs_with_contexts", 1441, 1221, 1221),
        ("off_topic_acl", 1441, 50, 0),
    ],
)
def test_the_shared_sets_have_their_numbers(
    shared_data: Path, tmp_path: Path, name: str, papers: int, queries: int, grades: int
) -> None:
    CONVERSIONS[name](shared_data, tmp_path)
    dataset = load_folder(tmp_path)
    assert (len(dataset.papers), len(dataset.queries)) == (papers, queries)
    assert sum(len(each) for each in dataset.grades.values()) == grades
