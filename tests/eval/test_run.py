"""An evaluation asks every query, names papers as the data set does and measures each kind by itself."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.values import Paper
from eval.figures import Figure, Report, estimate_of
from eval.folders import load_folder
from eval.run import RelatedMissing, evaluate, write_papers
from index.values import Hit, Match, SearchRequest, SearchResult

Search = Callable[[SearchRequest], SearchResult]


def values(report: Report, kind: str) -> dict[str, float]:
    (section,) = [section for section in report.sections if section.kind == kind]
    return {figure.name: round(estimate_of(figure).value, 4) for figure in section.figures}


def figure(report: Report, kind: str, name: str) -> Figure:
    (found,) = [
        each for section in report.sections for each in section.figures if (section.kind, each.name) == (kind, name)
    ]
    return found


@pytest.fixture
def report(folder: Path, search: Search, ask: Any, related: Any) -> Report:
    return evaluate(load_folder(folder), search, ask, related)


def test_topics_are_measured_as_rankings_and_as_sets(report: Report) -> None:
    ideal = 2 + 1 / math.log2(3)
    assert values(report, "topic") == {
        "nDCG@10": round((1 + 2 / math.log2(3)) / ideal, 4),
        "recall@1": 0.0,
        "recall@10": 1.0,
        "recall@100": 1.0,
        "MRR@10": 0.5,
        "MAP": 0.5,
        "set precision": 1.0,
        "set precision, squarely": 0.5,
        "set recall, squarely": 1.0,
        "set F1, squarely": 0.6667,
        "empty set when nothing is relevant": 1.0,
        "calibration error": round((0.1 + 0.2 + 0.1) / 3, 4),
        "calibration error, squarely": round((0.9 + 0.2 + 0.1) / 3, 4),
    }


def test_questions_are_also_measured_as_answers(report: Report) -> None:
    got = values(report, "question")
    assert (got["answered when answerable"], got["refused when unanswerable"]) == (1.0, 1.0)
    assert (got["citation precision"], got["citation recall"]) == (0.5, 1.0)
    assert (got["near misses cited"], got["dangling markers"], got["quotes that differ"]) == (1.0, 1.0, 1.0)
    assert got["empty set when nothing is relevant"] == 0.0


def test_queries_by_example_are_ranked_within_their_pool(report: Report) -> None:
    got = values(report, "related, method")
    assert (got["MRR@10"], got["nDCG at 20 % of the pool"]) == (1.0, 1.0)


def test_each_figure_covers_the_queries_it_is_defined_for(report: Report) -> None:
    assert figure(report, "topic", "nDCG@10").rows.keys() == {"t1"}
    assert figure(report, "topic", "calibration error").rows.keys() == {"t1", "t2"}
    assert figure(report, "all", "nDCG@10").rows.keys() == {"t1", "q1", "e1"}
    assert [(section.kind, section.queries) for section in report.sections] == [
        ("topic", 2), ("question", 2), ("related, method", 1), ("all", 5),
    ]  # fmt: skip


def test_without_ask_there_are_no_answers(folder: Path, search: Search, related: Any) -> None:
    assert "citation recall" not in values(evaluate(load_folder(folder), search, None, related), "question")


def test_queries_by_example_need_something_to_run_them_with(folder: Path, search: Search) -> None:
    with pytest.raises(RelatedMissing, match="rivers has queries by example; give `related`"):
        evaluate(load_folder(folder), search)


def test_the_mode_and_the_hub_reach_the_search(folder: Path, search: Search, related: Any) -> None:
    asked: list[SearchRequest] = []

    def watched(request: SearchRequest) -> SearchResult:
        asked.append(request)
        return search(request)

    report = evaluate(load_folder(folder), watched, None, related, hub="local:rivers", mode="lexical")
    assert asked[0] == SearchRequest("water", hubs=("local:rivers",), mode="lexical", limit=100)
    assert ([request.query for request in asked][1:4], report.mode) == (
        ["nonsense", "what carves valleys?", "who paints?"], "lexical",
    )  # fmt: skip
    assert asked[4] == SearchRequest("Rivers Rivers carve valleys.", hubs=("local:rivers",), mode="lexical", limit=4)


def test_by_example_one_leg_alone_searches_for_the_papers_own_text(folder: Path, search: Search) -> None:
    report = evaluate(load_folder(folder), search, mode="semantic")
    assert values(report, "related, method")["MRR@10"] == 0.5


def one_query(folder: Path, hits: tuple[Hit, ...], relevant_total: int) -> Report:
    dataset = load_folder(folder)
    dataset = replace(dataset, queries=dataset.queries[:1])
    return evaluate(
        dataset,
        lambda asked: SearchResult(asked.query, asked.mode, len(hits), relevant_total, hits[: asked.limit], {}),
    )


def hit(paper_id: str, *aliases: str, relevant: bool = True) -> Hit:
    return Hit(1, 0.5, 0.5, relevant, Paper(paper_id, "T", aliases=aliases), None, Match("title", "T", 0, 1))


def test_a_paper_merged_from_two_counts_as_both(folder: Path) -> None:
    report = one_query(folder, (hit("arxiv:1", "local:p2", "local:p1"),), 1)
    got = values(report, "topic")
    assert (got["nDCG@10"], got["set F1, squarely"]) == (1.0, 0.6667)


def test_everything_published_as_relevant_is_looked_at(folder: Path) -> None:
    strangers = tuple(hit(f"local:x{n}") for n in range(100))
    report = one_query(folder, (*strangers, hit("local:p1")), 101)
    assert values(report, "topic")["set recall, squarely"] == 1.0


def test_the_papers_are_written_as_an_import_reads_them(folder: Path, tmp_path: Path) -> None:
    path = write_papers(load_folder(folder), tmp_path / "import.jsonl")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert lines[0] == {"id": "local:p1", "title": "Rivers", "tldr": "Rivers carve valleys."}
    assert len(lines) == 4
