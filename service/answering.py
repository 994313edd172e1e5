"""Asks the known data sets and writes what comes of it into docs/figures.md: `python -m service.answering DATA`."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from answers.values import Answer, AskRequest
from eval.answer_tables import answer_table
from eval.answering import SETS, load_asked, measure_answers
from eval.report import as_json, read_report
from eval.run import HUB
from eval.tables import placed
from service.commands.session import Session
from service.evaluation import hold

if TYPE_CHECKING:
    from eval.cases import Query


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", type=click.Choice(SETS), multiple=True, help="Ask these sets; default: all.")
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), default=".citers/figures", show_default=True,
              help="Keeps vectors, converted sets and reports from run to run.")  # fmt: skip
@click.option("--page", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="Rewrite its table once every set has been asked.")  # fmt: skip
@click.pass_context
def answering(context: click.Context, data: Path, only: tuple[str, ...], work: Path, page: Path | None) -> None:
    """Ask the known data sets in DATA, and print the figures of all that were asked here so far."""
    session = context.ensure_object(Session)
    session.data = work / "held"
    for name in only or SETS:
        ask_one(session, name, data, work)
    paths = {name: work / "answers" / f"{name}.json" for name in SETS}
    reports = {name: read_report(path) for name, path in paths.items() if path.is_file()}
    table = answer_table(reports)
    click.echo(table)
    if page is not None and len(reports) == len(SETS):
        page.write_text(placed(page.read_text("utf-8"), {"answering": table}), "utf-8")


def ask_one(session: Session, name: str, data: Path, work: Path) -> None:
    with as_file(files("service.demo")) as demo:
        dataset = load_asked(name, data, work / "asked", demo=demo / "citers.jsonl")
    click.echo(f"{name}: {len(dataset.queries)} questions", err=True)
    with session.progress() as progress, session.writing(progress=progress) as engine:
        view = hold(engine, dataset, progress)

        def ask(query: Query, text: str) -> Answer:
            return view.ask(AskRequest(text, hubs=(query.hub or HUB,)))

        report = measure_answers(dataset, view.search, ask, view.searcher.embedder, hub=HUB)
    (work / "answers").mkdir(parents=True, exist_ok=True)
    (work / "answers" / f"{name}.json").write_text(as_json(report), "utf-8")


if __name__ == "__main__":
    answering()
