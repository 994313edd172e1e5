"""The known data sets are measured in every way, kept, and shown as tables with paired differences."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.convert import CONVERSIONS
from eval.figures import Figure, Report, Section
from eval.folders import load_folder
from eval.suite import BENCHMARKS, Benchmark, keep, kept, measure, pooled
from eval.tables import placed, tables
from index.values import SearchRequest, SearchResult

Search = Callable[[SearchRequest], SearchResult]

WAYS = ("semantic", "lexical", "rrf", "hybrid")


def report(mode: str, rows: dict[str, float], name: str = "MRR@10", dataset: str = "scitldr_dev") -> Report:
    figure = Figure(name, "mean", {qid: (value,) for qid, value in rows.items()})
    return Report(dataset, 3, len(rows), mode, (Section("TL;DR", len(rows), (figure,)),))


def calibrated(dataset: str, papers: float, probabilities: float, hits: float) -> Report:
    row = (papers, probabilities, hits, *(0.0,) * 27)
    figure = Figure("calibration error", "calibration", {"q": row})
    return Report(dataset, 3, 1, "hybrid", (Section("off topic", 1, (figure,)),))


def test_every_way_is_measured_and_fusion_by_rank_publishes_no_set(
    folder: Path, search: Search, ask: Any, related: Any
) -> None:
    watched: list[str] = []
    found = list(
        measure(
            Benchmark("rivers"), load_folder(folder), search, ask, related, hub="local:rivers", watch=watched.append
        )
    )
    names = [{figure.name for figure in each.sections[-1].figures} for each in found]
    assert [each.mode for each in found] == list(WAYS)
    assert watched == ["semantic", "lexical", "hybrid"]
    assert ["calibration error" in each for each in names] == [False, False, False, True]
    assert ["citation recall" in each for each in names] == [False, False, False, True]


def test_a_set_that_is_not_compared_is_searched_once(folder: Path, search: Search, ask: Any, related: Any) -> None:
    only = Benchmark("rivers", compared=False)
    found = measure(only, load_folder(folder), search, ask, related, hub="local:rivers")
    assert [each.mode for each in found] == ["hybrid"]


def test_a_set_counts_as_measured_when_every_way_was(tmp_path: Path) -> None:
    for mode in WAYS[:3]:
        keep(tmp_path, "scitldr_dev", report(mode, {"a": 1.0}))
    assert kept(tmp_path) == {}
    keep(tmp_path, "scitldr_dev", report("hybrid", {"a": 1.0}))
    assert kept(tmp_path) == {("scitldr_dev", mode): report(mode, {"a": 1.0}) for mode in WAYS}


def test_ways_stand_side_by_side_and_differences_are_paired() -> None:
    rows = {"semantic": (0.0, 1.0), "lexical": (1.0, 1.0), "rrf": (0.5, 0.5), "hybrid": (1.0, 1.0)}
    reports = {("scitldr_dev", way): report(way, dict(zip("ab", values, strict=True))) for way, values in rows.items()}
    assert tables(reports)["ranking"].splitlines()[2] == (
        "| scitldr_dev | TL;DR | 2 | MRR@10 | 0.500 (0.000 to 1.000) | 1.000 (1.000 to 1.000) | 0.500 (0.500 to 0.500)"
        " | 1.000 (1.000 to 1.000) | +0.000 (+0.000 to +0.000) | +0.500 (+0.500 to +0.500) * |"
    )


def test_calibration_is_pooled_over_all_sets() -> None:
    one, other = calibrated("off_topic_acl", 10, 1.0, 0), calibrated("off_topic_orca", 30, 3.0, 8)
    reports = {("off_topic_acl", "hybrid"): one, ("off_topic_orca", "hybrid"): other}
    assert pooled(reports, "calibration error").rows.keys() == {"off_topic_acl/q", "off_topic_orca/q"}
    shown = [line.split(" | ")[4].split(" ")[0] for line in tables(reports)["calibration"].splitlines()[2:]]
    assert shown == ["0.100", "0.167", "0.100"]  # together |4 - 8| of 40


def test_a_table_replaces_what_lies_between_its_marks() -> None:
    page = "A\n<!-- cut: begin -->\nold\n<!-- cut: end -->\nB\n"
    assert placed(page, {"cut": "| new |\n"}) == "A\n<!-- cut: begin -->\n| new |\n<!-- cut: end -->\nB\n"
    with pytest.raises(ValueError, match="should hold <!-- ranking: begin -->"):
        placed(page, {"ranking": ""})


def test_the_page_has_a_place_for_every_table() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "figures.md").read_text("utf-8")
    answers = ("answers", "answering", "answer cost", "gate", "cues")
    names = ("ranking", "related", "calibration", "cut", *answers, "peers", "peers paired")
    assert placed(page, dict.fromkeys(names, "")).count("begin -->") == len(names)


def test_every_conversion_but_the_training_set_is_measured() -> None:
    assert CONVERSIONS.keys() - BENCHMARKS.keys() == {"scitldr_train"}
