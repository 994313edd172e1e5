"""Looking after what is held, and measuring it: index, eval."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.values import Mode
from service.commands.exits import UNAVAILABLE, refuse
from service.commands.session import Session, everywhere, one_of, pass_session

if TYPE_CHECKING:
    from answers.values import Answer
    from eval.cases import Dataset
    from eval.figures import Report


@click.group()
@everywhere
def index() -> None:
    """Rebuild, verify, tune or describe the index."""


@index.command()
@everywhere
@pass_session
def status(session: Session) -> None:
    """Say what the index holds and which model made it."""
    from service.render_intake import draw_status
    from service.schemas_work import AboutOut

    with session.reading() as engine:
        session.reply(AboutOut.of(engine.about()), draw_status)


@index.command(short_help="Build the index anew with the model in use.")
@everywhere
@pass_session
def rebuild(session: Session) -> None:
    """Build the index anew from the stored papers, with the model in use."""
    from service.render_intake import draw_status
    from service.schemas_work import AboutOut

    with session.progress() as progress, session.writing(rebuild=True, progress=progress) as engine:
        session.reply(AboutOut.of(engine.about()), draw_status)


@index.command(short_help="Check every file and each search leg.")
@everywhere
@pass_session
def verify(session: Session) -> None:
    """Read every file of the index and have each search leg find its canary."""
    from index.version import verify as check_files
    from service.render_intake import draw_checks
    from service.schemas_work import ReadyOut

    check_files(session.settings().data / "index")
    with session.reading() as engine:
        found = ReadyOut.of(engine.ready())
    session.reply(found, draw_checks)
    if not found.ready:
        refuse("the index does not find what it holds; run `citers index rebuild`", UNAVAILABLE)


@index.command(short_help="Show and choose how wide a large index looks.")
@click.option("--force", is_flag=True, help="Measure again what each number of candidates finds.")
@everywhere
@pass_session
def tune(session: Session, force: bool) -> None:
    """Show what each number of candidates finds in a large index, and choose the one for CITERS_RECALL."""
    from index.building.retune import retune
    from service.choice import index_of
    from service.render_intake import draw_tuned
    from service.schemas_work import TunedOut

    settings = session.settings()
    with session.progress() as progress, session.writing(progress=progress):
        found = retune(index_of(settings), settings.recall, anew=force)
    session.reply(TunedOut.of(found, settings.recall), draw_tuned)


@click.command("eval", short_help="Measure searches and answers on a data set.")
@click.argument("folder", type=click.Path(path_type=Path))
@one_of("--mode", Mode, "Which way of searching to measure.")
@click.option("--baseline", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="REPORT",
              help="An earlier run's --json, to compare with.")  # fmt: skip
@click.option("--checker", metavar="NAME", help="What checks claims beside the built-in rules: cross-encoder:MODEL.")
@everywhere
@pass_session
def evaluate(session: Session, folder: Path, mode: Mode, baseline: Path | None, checker: str | None) -> None:
    """Measure searches and answers on a data set: FOLDER holds papers.jsonl, queries.jsonl and qrels.tsv.

    Of a FOLDER with papers.jsonl and claims.jsonl, measure which claims pass the gate that answers pass.
    """
    from eval.claims import holds_claims
    from eval.figures import differences
    from eval.folders import load_folder
    from eval.report import as_json, as_text, read_report

    earlier = read_report(baseline) if baseline else None
    claims = holds_claims(folder)
    report = judged(session, folder, checker) if claims else measured(session, load_folder(folder), mode)
    written = as_json if session.json else as_text
    click.echo(written(report, differences(report, earlier) if earlier else None), nl=False)


def judged(session: Session, folder: Path, checker: str | None) -> Report:
    from eval.claims import load_claims
    from service.claims import judged as judge

    settings = session.settings(checker=checker)
    claims = load_claims(folder)
    return judge(replace(settings, data=settings.data / "eval" / claims.name), session.open_embedder, claims)


def measured(session: Session, dataset: Dataset, mode: Mode) -> Report:
    """The data set is held apart from other hubs, and anew each time; only its vectors are kept between runs."""
    from answers.values import AskRequest
    from eval.run import HUB
    from eval.run import evaluate as run
    from service.evaluation import hold

    settings = session.settings()
    settings = replace(settings, data=settings.data / "eval" / dataset.name)
    with session.progress() as progress, session.writing(settings, progress=progress) as engine:
        view = hold(engine, dataset, progress)

        def ask(question: str) -> Answer:
            return view.ask(AskRequest(question, (HUB,)))

        return run(dataset, view.search, ask, view.related, mode=mode)
