"""The table is readable, the JSON holds the same numbers and can be read back, and two runs are compared in pairs."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.figures import Figure, NothingInCommon, Report, Section, differences
from eval.folders import load_folder
from eval.report import BadReport, as_json, as_text, confusion, read_report
from eval.run import evaluate


def mean(name: str, **values: float) -> Figure:
    return Figure(name, "mean", {qid: (value,) for qid, value in values.items()})


def run_of(*figures: Figure, kind: str = "topic") -> Report:
    return Report("rivers", 4, 2, "hybrid", (Section(kind, 2, figures),))


NOW = run_of(mean("MAP", a=0.75, b=0.25), Figure("dangling markers", "total", {"a": (0.0,), "b": (2.0,)}))
EARLIER = run_of(mean("MAP", a=0.5, b=0.0, c=1.0))

TABLE = """\
rivers: 4 papers, 2 queries, hybrid search

topic (2 queries)                      value     95 % interval     n
  MAP                                  0.500    0.250 to 0.750     2
  dangling markers                         2            0 to 4     2
"""
COMPARED = """\
rivers: 4 papers, 2 queries, hybrid search

topic (2 queries)                      value     95 % interval     n   change     95 % interval
  MAP                                  0.500    0.250 to 0.750     2   +0.250  +0.250 to +0.250 *
  dangling markers                         2            0 to 4     2
"""


def test_the_table_has_value_interval_and_number_of_queries() -> None:
    assert as_text(NOW) == TABLE


def test_one_claim_is_counted_as_one_claim() -> None:
    report = Report("rivers", 1, 1, "built-in", (Section("plain", 1, (mean("stopped", c1=1.0),)),))
    first, _, heading, _ = as_text(report).splitlines()
    assert first == "rivers: 1 paper, 1 claim, checked by built-in"
    assert heading.startswith("plain (1 claim)  ")


def test_a_baseline_adds_the_paired_change_and_stars_a_sure_one() -> None:
    assert as_text(NOW, differences(NOW, EARLIER)) == COMPARED


def test_an_unsure_change_has_no_star() -> None:
    found = differences(NOW, run_of(mean("MAP", a=0.5, b=0.5)))
    assert "+0.000  -0.250 to +0.250\n" in as_text(NOW, found)


def test_only_queries_that_both_runs_measured_are_compared() -> None:
    assert differences(NOW, EARLIER)["topic", "MAP"].n == 2


def test_runs_of_different_queries_cannot_be_compared() -> None:
    with pytest.raises(NothingInCommon, match="shares no query with 'rivers'; give a baseline of the same folder"):
        differences(NOW, run_of(mean("MAP", z=1.0)))


def test_the_table_fits_100_columns(folder: Path, search: Any, ask: Any, related: Any) -> None:
    report = evaluate(load_folder(folder), search, ask, related)
    assert max(map(len, as_text(report, differences(report, report)).splitlines())) <= 100


def test_questions_end_with_who_was_answered_and_who_refused() -> None:
    asked = run_of(mean("answered when answerable", a=1, b=1, c=0), mean("refused when unanswerable", d=0))
    (section,) = asked.sections
    counts = {
        "answerable, answered": 2, "answerable, refused": 1, "unanswerable, answered": 1, "unanswerable, refused": 0,
    }  # fmt: skip
    assert confusion(section) == counts
    assert as_text(asked).splitlines()[-1] == (
        "  answerable: 2 answered, 1 refused; unanswerable: 1 answered, 0 refused"
    )
    assert json.loads(as_json(asked))["sections"][0]["confusion"] == counts


def test_the_json_holds_the_numbers_of_the_table_and_every_query() -> None:
    content = json.loads(as_json(NOW, differences(NOW, EARLIER)))
    assert content["sections"][0]["figures"][0] == {
        "name": "MAP",
        "statistic": "mean",
        "value": 0.5,
        "low": 0.25,
        "high": 0.75,
        "n": 2,
        "difference": {"value": 0.25, "low": 0.25, "high": 0.25, "n": 2},
        "per_query": {"a": 0.75, "b": 0.25},
    }


def test_a_report_that_is_written_can_be_read_back(
    folder: Path, tmp_path: Path, search: Any, ask: Any, related: Any
) -> None:
    report = evaluate(load_folder(folder), search, ask, related)
    path = tmp_path / "report.json"
    path.write_text(as_json(report), "utf-8")
    assert read_report(path) == report
    assert as_json(read_report(path)) == as_json(report)


def test_the_same_run_writes_the_same_bytes(folder: Path, search: Any, ask: Any, related: Any) -> None:
    first, second = (evaluate(load_folder(folder), search, ask, related) for _ in range(2))
    assert (as_json(first), as_text(first)) == (as_json(second), as_text(second))


def edited(**changes: Any) -> Mapping[str, Any]:
    return json.loads(as_json(NOW)) | changes


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "{}", edited(sections=[{}]), edited(sections=[{"kind": "k", "queries": 1, "figures": 3}])],
)
def test_a_file_that_is_no_report_is_refused(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "r.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    with pytest.raises(BadReport, match="should be a report written by `citers eval --json`"):
        read_report(path)


def test_a_report_of_another_format_or_with_an_unknown_statistic_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps(edited(format="citers-eval/9")))
    with pytest.raises(BadReport, match="of format citers-eval/1 but is of citers-eval/9; run it again"):
        read_report(path)
    path.write_text(as_json(replace(NOW)).replace('"total"', '"median"'))
    with pytest.raises(BadReport, match="statistic should be one of mean, total, calibration but is 'median'"):
        read_report(path)
