"""Measures the known data sets and writes the tables of docs/figures.md: `python -m service.figures DATA`."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import click

from answers.values import Answer, AskRequest
from eval.run import HUB
from eval.suite import BENCHMARKS, keep, kept, load_benchmark, measure
from eval.tables import placed, tables
from service.commands.session import Session
from service.evaluation import hold


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", type=click.Choice(tuple(BENCHMARKS)), multiple=True, help="Measure these sets; default: all.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), default=".citers/figures", show_default=True,
              help="Keeps vectors, converted sets and reports from run to run.")  # fmt: skip
@click.option("--page", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="Rewrite its tables once every set has been measured.")  # fmt: skip
@click.pass_context
def figures(context: click.Context, data: Path, only: tuple[str, ...], work: Path, page: Path | None) -> None:
    """Measure the known data sets in DATA, and print the figures of all that were measured here so far."""
    session = context.ensure_object(Session)
    session.data = work / "held"
    for name in only or BENCHMARKS:
        measure_one(session, name, data, work)
    reports = kept(work / "reports")
    made = tables(reports)
    for name, table in made.items():
        click.echo(f"{name}\n\n{table}")
    missing = [name for name in BENCHMARKS if (name, "hybrid") not in reports]
    if missing:
        click.echo(f"not measured yet: {', '.join(missing)}", err=True)
    elif page is not None:
        page.write_text(placed(page.read_text("utf-8"), made), "utf-8")


def measure_one(session: Session, name: str, data: Path, work: Path) -> None:
    with as_file(files("service.demo")) as demo:
        dataset = load_benchmark(name, data, work / "sets", demo=demo / "citers.jsonl")
    with session.progress() as progress, session.writing(progress=progress) as engine:
        view = hold(engine, dataset, progress)

        def ask(question: str) -> Answer:
            return view.ask(AskRequest(question, (HUB,)))

        found = measure(
            BENCHMARKS[name], dataset, view.search, ask, view.related,
            hub=HUB, watch=lambda way: click.echo(f"{name}: {len(dataset.queries)} queries, {way}", err=True),
        )  # fmt: skip
        for report in found:
            keep(work / "reports", name, report)


if __name__ == "__main__":
    figures()
