"""What answers were measured to be, as a table of a Markdown page."""

from collections.abc import Iterator, Mapping
from itertools import product

from eval.figures import Report, estimate_of
from eval.suite import figure_of
from eval.tables import PLAIN, tabulated, valued

ALWAYS = ("dangling markers", "quotes that differ")
SHOWN = (
    "answered when answerable", "refused when unanswerable", "citation recall", "citation precision", "citation F1",
    "citation F1, BM25 at its best k", "citation F1, cosine at its best k", "facts stated and cited", "tally precision",
    "tally recall", "tally recall, undecided included", "estimated recall", "recall within its interval",
    "near misses cited", *ALWAYS,
)  # fmt: skip


def answer_table(reports: Mapping[str, Report]) -> str:
    return tabulated(PLAIN, _rows(reports))


def _rows(reports: Mapping[str, Report]) -> Iterator[tuple[str, ...]]:
    for dataset, report in reports.items():
        for section, name in product(report.sections, SHOWN):
            figure = figure_of(section, name)
            if figure is not None:
                estimate = estimate_of(figure)
                value = f"{estimate.value:.0f}" if figure.statistic == "total" else valued(estimate)
                yield (dataset, section.kind, str(estimate.n), name, value)
