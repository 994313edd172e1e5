"""The known data sets measured together: where each comes from, which way it is searched, which figures are shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from eval.cases import Dataset
from eval.convert import CONVERSIONS, lines, off_topic
from eval.figures import Figure, Report, Section, StatisticName
from eval.folders import load_folder
from eval.report import as_json, read_report
from eval.rrf import reciprocal_rank_fusion
from eval.run import DEPTH, Ask, FindRelated, Search, answer_rows, published_rows, rank_queries, ranking_rows, report_of
from index.values import Mode

Way = Literal["semantic", "lexical", "rrf", "hybrid"]
Reports = dict[tuple[str, str], Report]  # by data set and way

LEGS: tuple[Mode, ...] = ("semantic", "lexical")
CALIBRATION = "calibration error"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`figures` are shown for every way of searching side by side; without `compared` there is hybrid search alone."""

    name: str
    figures: tuple[str, ...] = ()
    compared: bool = True

    @property
    def ways(self) -> tuple[Way, ...]:
        return get_args(Way) if self.compared else ("hybrid",)


RANKING = (
    Benchmark("scitldr_dev", ("MRR@10",)),
    Benchmark("scitldr_reviewers", ("MRR@10", "recall@100")),
    Benchmark("single_abstract", ("recall@1", "MRR@10")),
    Benchmark("orca_eval", ("nDCG@10",)),
    Benchmark("acl_hubs", ("MRR@10",)),
    Benchmark("acl_hubs_with_contexts", ("MRR@10",)),
)
RELATED = (Benchmark("csfcube", ("nDCG at 20 % of the pool", "MAP")),)
OFF_TOPIC = (Benchmark("off_topic_orca", compared=False), Benchmark("off_topic_acl", compared=False))
BENCHMARKS = {benchmark.name: benchmark for benchmark in (*RANKING, *RELATED, *OFF_TOPIC)}


def load_benchmark(name: str, data: Path, made: Path, *, demo: Path) -> Dataset:
    """The data set, converted into a folder of `made` first unless it lies in `data` as a folder that can be read.

    `demo` holds the bundled hub's papers.
    """
    match name:
        case "off_topic_orca":
            off_topic(lines(demo), made / name)
        case name if name in CONVERSIONS:
            CONVERSIONS[name](data, made / name)
        case _:
            return load_folder(data / name)
    return load_folder(made / name)


def measure(
    benchmark: Benchmark,
    dataset: Dataset,
    search: Search,
    ask: Ask,
    related: FindRelated,
    *,
    hub: str,
    depth: int = DEPTH,
    watch: Callable[[Way], None] = lambda _way: None,
) -> Iterator[Report]:
    """One report for each way of searching; fusion by rank comes from what the two legs found."""
    legs = {}
    for mode in LEGS if benchmark.compared else ():
        watch(mode)
        legs[mode] = rank_queries(dataset, search, related, hub=hub, mode=mode, depth=depth)
        yield report_of(dataset, mode, ranking_rows(dataset, legs[mode]))
    if legs:
        yield report_of(dataset, "rrf", ranking_rows(dataset, reciprocal_rank_fusion(*legs.values())))
    watch("hybrid")
    found = rank_queries(dataset, search, related, hub=hub, mode="hybrid", depth=depth)
    yield report_of(
        dataset,
        "hybrid",
        ranking_rows(dataset, found) | published_rows(dataset, found) | answer_rows(dataset, ask),
    )


def keep(folder: Path, name: str, report: Report) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.{report.mode}.json").write_text(as_json(report), "utf-8")


def kept(folder: Path) -> Reports:
    """What was measured in this run or an earlier one, of the data sets of which every way was."""
    found: Reports = {}
    for benchmark in BENCHMARKS.values():
        paths = {way: folder / f"{benchmark.name}.{way}.json" for way in benchmark.ways}
        if all(path.is_file() for path in paths.values()):
            found |= {(benchmark.name, way): read_report(path) for way, path in paths.items()}
    return found


def pooled(reports: Reports, name: str) -> Figure | None:
    """One figure over the queries of every data set, as hybrid search did on them; None where no set has it."""
    statistic: StatisticName | None = None
    rows: dict[str, tuple[float, ...]] = {}
    for (dataset, way), report in reports.items():
        figure = figure_of(report.sections[-1], name) if way == "hybrid" else None
        if figure is not None:
            statistic = figure.statistic
            rows |= {f"{dataset}/{qid}": row for qid, row in figure.rows.items()}
    return Figure(name, statistic, rows) if statistic else None


def figure_of(section: Section, name: str) -> Figure | None:
    return next((figure for figure in section.figures if figure.name == name), None)
