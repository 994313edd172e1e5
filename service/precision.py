"""What queries read in eight bits would cost: `python -m service.precision DATA` prints the figures of both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from embeddings.embedder import Embedder
from embeddings.models import open_embedder
from embeddings.onnx_int8 import quantize
from eval.cases import Dataset
from eval.figures import estimate_of
from eval.run import HUB, evaluate
from eval.suite import BENCHMARKS, figure_of, load_benchmark
from eval.tables import changed, tabulated, valued
from index.values import Mode
from index.version import IndexVersion, open_current
from service.commands.session import Session
from service.evaluation import hold
from service.view import View

SETS = ("scitldr_dev", "scitldr_reviewers", "csfcube")
MODES: tuple[Mode, ...] = ("semantic", "hybrid")
HEAD = ("data set", "n", "figure", "mode", "fp32", "int8 queries", "difference")


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", type=click.Choice(SETS), multiple=True, help="Measure these sets; default: all.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), default=".citers/figures", show_default=True,
              help="Where `make eval` keeps vectors and converted sets.")  # fmt: skip
@click.pass_context
def precision(context: click.Context, data: Path, only: tuple[str, ...], work: Path) -> None:
    """Measure known data sets in DATA with queries in fp32 and in int8, over the same passages in fp32."""
    session = context.ensure_object(Session)
    session.data = work / "held"
    with TemporaryDirectory() as integers:
        fp32 = open_embedder(cache=session.data / "models")
        fp32.embed_query("")  # makes the export where there is none yet
        quantize(session.data / "models", Path(integers) / "int8")
        int8 = open_embedder(cache=Path(integers) / "int8")
        rows = [row for name in only or SETS for row in _measured(session, name, data, work, (fp32, int8))]
    click.echo(tabulated(HEAD, rows))


def _measured(
    session: Session, name: str, data: Path, work: Path, both: tuple[Embedder, Embedder]
) -> Iterator[tuple[str, ...]]:
    dataset = load_benchmark(name, data, work / "sets", demo=work)  # none of SETS is made of the bundled hub
    with session.progress() as progress, session.writing(progress=progress) as engine:
        hold(engine, dataset, progress)
    version = open_current(work / "held" / "index", model=both[0].name)
    if version is not None:
        yield from compared(dataset, version, both, BENCHMARKS[name].figures)


def compared(
    dataset: Dataset, version: IndexVersion, both: tuple[Embedder, Embedder], figures: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    """A row for each mode and figure; the queries are put to the same index, read by each embedder in turn."""
    views = [View(version, embedder) for embedder in both]
    for mode in MODES:
        reports = [evaluate(dataset, view.search, None, view.related, hub=HUB, mode=mode) for view in views]
        for name in figures:
            first, second = (figure_of(report.sections[-1], name) for report in reports)
            if first and second:
                values = [estimate_of(figure) for figure in (first, second)]
                shown = (*map(valued, values), changed(second, first))
                yield (dataset.name, str(values[0].n), name, mode, *shown)


if __name__ == "__main__":
    precision()
