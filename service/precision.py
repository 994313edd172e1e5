"""What less exact arithmetic costs: `python -m service.precision DATA` prints the figures beside those of fp32."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from embeddings.divided import Divided
from embeddings.embedder import Embedder
from embeddings.models import ModelUnavailable, open_bulk_embedder, open_embedder
from eval.cases import Dataset
from eval.figures import estimate_of
from eval.run import HUB, evaluate
from eval.suite import BENCHMARKS, figure_of, load_benchmark
from eval.tables import changed, tabulated, valued
from index.values import Mode
from index.version import IndexVersion, open_current
from service.commands.session import Session
from service.evaluation import hold
from service.settings import Settings
from service.view import View

SETS = ("scitldr_dev", "scitldr_reviewers", "csfcube")
MODES: tuple[Mode, ...] = ("semantic", "hybrid")
INT8, BF16 = "int8 queries", "bf16 passages"
HEAD = ("data set", "n", "figure", "mode", "with", "fp32", "with it", "difference")


class Bfloat16Passages(Divided):
    """The packaged model with its passages in bfloat16 and its queries in fp32, by a name of its own."""

    def __init__(self, exact: Embedder, bulk: Embedder) -> None:
        super().__init__(bulk, exact)
        self.name = f"{exact.name} {BF16}"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", type=click.Choice(SETS), multiple=True, help="Measure these sets; default: all.")
@click.option("--with", "ways", type=click.Choice((INT8, BF16)), multiple=True, help="Measure this; default: both.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), default=".citers/figures", show_default=True,
              help="Where `make eval` keeps vectors and converted sets.")  # fmt: skip
@click.pass_context
def precision(context: click.Context, data: Path, only: tuple[str, ...], ways: tuple[str, ...], work: Path) -> None:
    """Measure known data sets in DATA in fp32, with queries in int8, and with passages in bfloat16."""
    session = context.ensure_object(Session)
    models = work / "held" / "models"
    fp32 = open_embedder(cache=models, exact=True)
    others = {way: _other(way, fp32, models) for way in ways or (INT8, BF16)}
    for name in only or SETS:
        dataset = load_benchmark(name, data, work / "sets", demo=work)  # none of SETS is of the bundled hub
        rows = list(_measured(session, dataset, work, fp32, others, BENCHMARKS[name].figures))
        click.echo(tabulated(HEAD, rows))


def _other(way: str, fp32: Embedder, models: Path) -> Embedder:
    return open_embedder(cache=models) if way == INT8 else _with_bulk(fp32, models)


def _with_bulk(exact: Embedder, models: Path) -> Bfloat16Passages:
    bulk = open_bulk_embedder(cache=models)
    if bulk is None:
        raise ModelUnavailable(f"expected a processor that computes in bfloat16, found none; use --with '{INT8}'")
    return Bfloat16Passages(exact, bulk)


def open_exact(settings: Settings) -> Embedder:
    return open_embedder(cache=settings.data / "models", exact=True)


def open_bfloat16(settings: Settings) -> Embedder:
    return _with_bulk(open_exact(settings), settings.data / "models")


def _measured(
    session: Session,
    dataset: Dataset,
    work: Path,
    fp32: Embedder,
    others: dict[str, Embedder],
    figures: Iterable[str],
) -> Iterator[tuple[str, ...]]:
    version = _held(session, dataset, work / "held", fp32)
    for way, other in others.items():
        read = _held(session, dataset, work / "held_bf16", other) if way == BF16 else version
        yield from compared(dataset, (View(version, fp32), View(read, other)), way, figures)


def _held(session: Session, dataset: Dataset, folder: Path, embedder: Embedder) -> IndexVersion:
    """An index of the data set alone, every passage of it read by this embedder."""
    opener = open_bfloat16 if isinstance(embedder, Bfloat16Passages) else open_exact
    session.data, session.open_embedder = folder, opener  # by name, for other processes open the model too
    with session.progress() as progress, session.writing(progress=progress) as engine:
        hold(engine, dataset, progress)
    version = open_current(folder / "index", model=embedder.name)
    assert version is not None  # noqa: S101  # it was made just now
    return version


def compared(dataset: Dataset, views: tuple[View, View], way: str, figures: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """A row for each mode and figure; the queries are put to each view in turn."""
    for mode in MODES:
        reports = [evaluate(dataset, view.search, None, view.related, hub=HUB, mode=mode) for view in views]
        for name in figures:
            first, second = (figure_of(report.sections[-1], name) for report in reports)
            if first and second:
                values = [estimate_of(figure) for figure in (first, second)]
                shown = (*map(valued, values), changed(second, first))
                yield (dataset.name, str(values[0].n), name, mode, way, *shown)


if __name__ == "__main__":
    precision()
