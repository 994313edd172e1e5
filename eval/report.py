"""A report as a table to read, and as JSON to keep and to compare later runs with."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from eval.bootstrap import LEVEL, RESAMPLES, Estimate
from eval.figures import STATISTICS, Figure, Report, Section, estimate_of
from index.values import Mode

Differences = Mapping[tuple[str, str], Estimate]

FORMAT = "citers-eval/1"
NAME, VALUE, INTERVAL = 36, 8, 18
WAYS = (*get_args(Mode), "rrf")
Put = Literal["queries", "claims"]
ONE = {"queries": "query", "claims": "claim", "papers": "paper"}


class BadReport(ValueError):
    """The file is not a report that an earlier evaluation wrote."""


def as_text(report: Report, differences: Differences | None = None) -> str:
    """At most 100 columns wide. A star marks a difference whose interval leaves out 0."""
    return "\n".join(_text_lines(report, differences)) + "\n"


def _text_lines(report: Report, differences: Differences | None) -> Iterator[str]:
    put = _put(report)
    yield f"{report.dataset}: {_count(report.papers, 'papers')}, {_count(report.queries, put)}, {_measured(report)}"
    for section in report.sections:
        yield ""
        yield _heading(section, put, differences is not None)
        for figure in section.figures:
            difference = (differences or {}).get((section.kind, figure.name))
            yield _line(figure, estimate_of(figure), difference)
        yield from _confusion(section)


def _put(report: Report) -> Put:
    """What was put to `report.mode`: queries to a way of searching, or claims to a checker."""
    return "queries" if report.mode in WAYS else "claims"


def _measured(report: Report) -> str:
    return f"{report.mode} search" if report.mode in WAYS else f"checked by {report.mode}"


def _count(number: int, things: Put | Literal["papers"]) -> str:
    return f"{number} {ONE[things] if number == 1 else things}"


def _heading(section: Section, put: Put, compared: bool) -> str:
    percent = f"{LEVEL:.0%}".replace("%", " %")
    title = f"{section.kind} ({_count(section.queries, put)})"
    heading = f"{title:<{NAME}}{'value':>{VALUE}}{percent + ' interval':>{INTERVAL}}{'n':>6}"
    return f"{heading}{'change':>9}{percent + ' interval':>{INTERVAL}}" if compared else heading


def _line(figure: Figure, estimate: Estimate, difference: Estimate | None) -> str:
    digits = 0 if figure.statistic == "total" else 3
    line = (
        f"  {figure.name:<{NAME - 2}}{estimate.value:>{VALUE}.{digits}f}"
        f"{_interval(estimate, digits, ''):>{INTERVAL}}{estimate.n:>6}"
    )
    if difference is None:
        return line
    star = " *" if difference.low > 0 or difference.high < 0 else ""
    return f"{line}{difference.value:>+9.{digits}f}{_interval(difference, digits, '+'):>{INTERVAL}}{star}"


def _interval(estimate: Estimate, digits: int, sign: str) -> str:
    return f"{estimate.low:{sign}.{digits}f} to {estimate.high:{sign}.{digits}f}"


def confusion(section: Section) -> dict[str, int]:
    """How many questions were answered and refused, by whether the papers answer them; empty where none was asked."""
    values = {figure.name: [row[0] for row in figure.rows.values()] for figure in section.figures}
    answered, refused = values.get("answered when answerable", []), values.get("refused when unanswerable", [])
    if not answered and not refused:
        return {}
    return {
        "answerable, answered": int(sum(answered)),
        "answerable, refused": len(answered) - int(sum(answered)),
        "unanswerable, answered": len(refused) - int(sum(refused)),
        "unanswerable, refused": int(sum(refused)),
    }


def _confusion(section: Section) -> Iterator[str]:
    counts = confusion(section)
    if counts:
        yield "  answerable: {} answered, {} refused; unanswerable: {} answered, {} refused".format(*counts.values())


def as_json(report: Report, differences: Differences | None = None) -> str:
    """The same numbers as the table, unrounded, and what every query adds to each."""
    content = {
        "format": FORMAT,
        "dataset": report.dataset,
        "papers": report.papers,
        "queries": report.queries,
        "mode": report.mode,
        "level": LEVEL,
        "resamples": RESAMPLES,
        "sections": [_section_content(section, differences) for section in report.sections],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _section_content(section: Section, differences: Differences | None) -> dict[str, Any]:
    figures = []
    for figure in section.figures:
        content = {"name": figure.name, "statistic": figure.statistic} | _numbers(estimate_of(figure))
        difference = (differences or {}).get((section.kind, figure.name))
        if difference is not None:
            content["difference"] = _numbers(difference)
        content["per_query"] = {qid: row[0] if len(row) == 1 else row for qid, row in figure.rows.items()}
        figures.append(content)
    counts = confusion(section)
    content = {"kind": section.kind, "queries": section.queries, "figures": figures}
    return content | ({"confusion": counts} if counts else {})


def _numbers(estimate: Estimate) -> dict[str, Any]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high, "n": estimate.n}


def read_report(path: Path) -> Report:
    """A report written by `as_json`; raises BadReport, and OSError where there is no such file."""
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["format"] != FORMAT:
            raise BadReport(f"{path} should be a report of format {FORMAT} but is of {content['format']}; run it again")
        return Report(
            content["dataset"],
            content["papers"],
            content["queries"],
            content["mode"],
            tuple(_section_of(section) for section in content["sections"]),
        )
    except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadReport(
            f"{path} should be a report written by `citers eval --json` but cannot be read as one ({error!r})"
        ) from error


def _section_of(content: Mapping[str, Any]) -> Section:
    return Section(content["kind"], content["queries"], tuple(_figure_of(figure) for figure in content["figures"]))


def _figure_of(content: Mapping[str, Any]) -> Figure:
    if content["statistic"] not in STATISTICS:
        raise BadReport(f"statistic should be one of {', '.join(STATISTICS)} but is {content['statistic']!r}")
    rows = {qid: tuple(row) if isinstance(row, list) else (float(row),) for qid, row in content["per_query"].items()}
    return Figure(content["name"], content["statistic"], rows)
