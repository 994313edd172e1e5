"""Getting papers in: import a file, load the bundled hub."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.checks import import_path
from service.commands.exits import UNUSABLE, refuse
from service.commands.session import Session, everywhere, pass_session

if TYPE_CHECKING:
    from service.intake import ImportReport

FORMATS = ("auto", "pith", "jsonl", "csv", "bibtex", "ris")


@click.command("import", short_help="Read papers from a file.")
@click.argument("file", type=click.Path(path_type=Path), callback=import_path)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="auto", show_default=True, help="What FILE is."
)
@click.option("--hub", help="Paper that the papers of FILE cite, where FILE does not name it.")
@click.option("--hub-title", metavar="TITLE", help="Title of that paper, where it is new.")
@everywhere
@pass_session
def import_file(session: Session, file: Path, format_: str, hub: str | None, hub_title: str | None) -> None:
    """Read papers from FILE: JSON, CSV, BibTeX, RIS, or a saved Pith hub page."""
    with session.writing() as engine, session.progress() as progress:
        report = engine.import_file(file, format=format_, hub=hub, hub_title=hub_title, progress=progress)
    reported(session, report)


def reported(session: Session, report: ImportReport) -> None:
    """Bad lines are told and the good ones kept; an import that could use nothing has failed."""
    from service.render_intake import draw_import
    from service.schemas_work import ReportOut

    session.reply(ReportOut.of(report), draw_import)
    if report.problem_count and not report.used:
        refuse("nothing in the file could be used; the lines above say why", UNUSABLE)


@click.command()
@everywhere
@pass_session
def demo(session: Session) -> None:
    """Load the bundled hub and print what to try on it."""
    from service.render_intake import draw_demo
    from service.schemas_work import ReportOut

    with session.writing() as engine, session.progress() as progress:
        report = engine.load_demo(progress)
    session.reply(ReportOut.of(report), draw_demo)
