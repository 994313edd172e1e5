"""What an evaluation found: figures, each with what every query adds to it, by kind of query."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from eval.bootstrap import Estimate, Rows, Statistic, estimate, paired_difference
from eval.metrics import calibration_error

StatisticName = Literal["mean", "total", "calibration"]

STATISTICS: dict[StatisticName, Statistic] = {
    "mean": lambda sums, n: sums[..., 0] / n,
    "total": lambda sums, _n: sums[..., 0],
    "calibration": lambda sums, _n: calibration_error(sums),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """`rows[qid]` is what one query adds: its value, or for a calibration error its counts per bin."""

    name: str
    statistic: StatisticName
    rows: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one kind of query; `queries` counts the kind, a figure may cover fewer."""

    kind: str
    queries: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    dataset: str
    papers: int
    queries: int
    mode: str
    sections: tuple[Section, ...]


class NothingInCommon(ValueError):
    """The earlier run measured none of these queries."""


def estimate_of(figure: Figure) -> Estimate:
    return estimate(np.array(list(figure.rows.values())), STATISTICS[figure.statistic])


def difference(figure: Figure, other: Figure) -> Estimate | None:
    """This figure less the other one, over the queries that both measured; None where there are none."""
    shared = [qid for qid in figure.rows if qid in other.rows]
    if not shared:
        return None
    return paired_difference(_rows(figure, shared), _rows(other, shared), STATISTICS[figure.statistic])


def differences(report: Report, baseline: Report) -> dict[tuple[str, str], Estimate]:
    """By kind and figure, this run less the earlier one over the queries that both measured; raises NothingInCommon."""
    earlier = {(section.kind, figure.name): figure for section in baseline.sections for figure in section.figures}
    found = {}
    for section in report.sections:
        for figure in section.figures:
            other = earlier.get((section.kind, figure.name))
            change = difference(figure, other) if other else None
            if change is not None:
                found[section.kind, figure.name] = change
    if not found:
        raise NothingInCommon(
            f"the baseline is a run of {baseline.dataset!r} and shares no query with {report.dataset!r}; "
            "give a baseline of the same folder"
        )
    return found


def _rows(figure: Figure, qids: list[str]) -> Rows:
    return np.array([figure.rows[qid] for qid in qids])
