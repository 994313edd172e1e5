"""The known data sets' figures as the tables of a Markdown page, each kept between two marks."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from eval.bootstrap import Estimate
from eval.figures import Figure, Section, difference, estimate_of
from eval.suite import CALIBRATION, LEGS, OFF_TOPIC, RANKING, RELATED, Benchmark, Reports, figure_of, pooled

HEADINGS = {"semantic": "vectors alone", "lexical": "BM25 alone", "rrf": "fused by rank", "hybrid": "hybrid"}
COMPARED = ("data set", "queries", "n", "figure", *HEADINGS.values(), "hybrid − better leg", "hybrid − fused by rank")
PLAIN = ("data set", "queries", "n", "figure", "value")
AT_THE_CUT = ("set precision", "set precision, squarely", "set recall, squarely")
ANSWERS = (
    "answered when answerable",
    "refused when unanswerable",
    "citation precision",
    "citation recall",
    "near misses cited",
    "dangling markers",
    "quotes that differ",
)


def tables(reports: Reports) -> dict[str, str]:
    """By name, every table of which something was measured."""
    rows = {
        "ranking": (COMPARED, _compared(RANKING, reports)),
        "related": (COMPARED, _compared(RELATED, reports)),
        "calibration": (PLAIN, _calibration(reports)),
        "cut": (PLAIN, _cut(reports)),
        "answers": (PLAIN, of_report(reports, "orca_eval", ANSWERS, kinds=("question",))),
    }
    filled = {name: (head, list(body)) for name, (head, body) in rows.items()}
    return {name: tabulated(head, body) for name, (head, body) in filled.items() if body}


def placed(page: str, made: Mapping[str, str]) -> str:
    """The page with each table between its marks; raises ValueError where its marks are missing."""
    for name, table in made.items():
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        before, begun, rest = page.partition(begin)
        _, ended, after = rest.partition(end)
        if not (begun and ended):
            raise ValueError(f"the page should hold {begin} and {end} where the table goes; add them")
        page = f"{before}{begin}\n{table}{end}{after}"
    return page


def _compared(benchmarks: Iterable[Benchmark], reports: Reports) -> Iterator[tuple[str, ...]]:
    for benchmark in benchmarks:
        if (benchmark.name, "hybrid") in reports:
            for sections, name in product(_side_by_side(benchmark, reports), benchmark.figures):
                yield from _comparison(benchmark.name, sections, name)


def _side_by_side(benchmark: Benchmark, reports: Reports) -> Iterator[dict[str, Section]]:
    """Each section of the reports on a benchmark, by the way in which it was searched."""
    ways = {way: reports[benchmark.name, way] for way in benchmark.ways}
    for place in range(len(ways["hybrid"].sections)):
        yield {way: report.sections[place] for way, report in ways.items()}


def _comparison(dataset: str, sections: Mapping[str, Section], name: str) -> Iterator[tuple[str, ...]]:
    figures = {way: figure_of(section, name) for way, section in sections.items()}
    measured = {way: figure for way, figure in figures.items() if figure}
    if len(measured) == len(HEADINGS):
        values = {way: estimate_of(figure) for way, figure in measured.items()}
        better = max(LEGS, key=lambda way: values[way].value)
        hybrid = measured["hybrid"]
        cells = (valued(values[way]) for way in HEADINGS)
        changes = (changed(hybrid, measured[other]) for other in (better, "rrf"))
        yield (dataset, sections["hybrid"].kind, str(values["hybrid"].n), name, *cells, *changes)


def _calibration(reports: Reports) -> Iterator[tuple[str, ...]]:
    for (dataset, way), report in reports.items():
        if way == "hybrid":
            yield from listed(dataset, report.sections[-1], (CALIBRATION,))
    together = pooled(reports, CALIBRATION)
    if together:
        yield from listed("all together", Section("all", len(together.rows), (together,)), (CALIBRATION,))


def _cut(reports: Reports) -> Iterator[tuple[str, ...]]:
    yield from of_report(reports, "orca_eval", AT_THE_CUT)
    for benchmark in OFF_TOPIC:
        yield from of_report(reports, benchmark.name, ("empty set when nothing is relevant",))


def of_report(
    reports: Reports, dataset: str, names: tuple[str, ...], kinds: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    report = reports.get((dataset, "hybrid"))
    for section in report.sections if report else ():
        if not kinds or section.kind in kinds:
            yield from listed(dataset, section, names)


def listed(dataset: str, section: Section, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for name in names:
        figure = figure_of(section, name)
        if figure is not None:
            estimate = estimate_of(figure)
            shown = f"{estimate.value:.0f}" if figure.statistic == "total" else valued(estimate)
            yield (dataset, section.kind, str(estimate.n), name, shown)


def valued(estimate: Estimate) -> str:
    return f"{estimate.value:.3f} ({estimate.low:.3f} to {estimate.high:.3f})"


def changed(figure: Figure, other: Figure) -> str:
    """A star marks an interval that leaves out 0."""
    change = difference(figure, other)
    if change is None:
        return "no query in common"
    star = " *" if change.low > 0 or change.high < 0 else ""
    return f"{change.value:+.3f} ({change.low:+.3f} to {change.high:+.3f}){star}"


def tabulated(head: Iterable[str], body: Iterable[tuple[str, ...]]) -> str:
    names = tuple(head)
    lines = [names, ("---",) * len(names), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
