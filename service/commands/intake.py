"""Getting papers in: import a file, fetch those that cite a paper, load the bundled hub."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.commands.checks import import_argument, no_options_of_files
from service.commands.exits import UNAVAILABLE, UNUSABLE, refuse
from service.commands.session import Session, everywhere, pass_session

if TYPE_CHECKING:
    from service.fetching import SourceName
    from service.intake import ImportReport
    from service.view import View

SOURCES: tuple[SourceName, ...] = ("semantic_scholar", "openalex")
FORMATS = ("auto", "pith", "jsonl", "csv", "bibtex", "ris")


@click.command("import", short_help="Read papers from a file, or fetch those that cite a paper.")
@click.argument("what", metavar="FILE|ID", callback=import_argument)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="auto", show_default=True, help="What FILE is."
)
@click.option("--hub", help="Paper that the papers of FILE cite, where FILE does not name it.")
@click.option("--hub-title", metavar="TITLE", help="Title of that paper, where it is new.")
@click.option("--source", type=click.Choice(SOURCES), help="Where to fetch from (default: semantic_scholar).")
@everywhere
@pass_session
def import_papers(session: Session, /, what: Path | str, source: SourceName | None, **how: Any) -> None:
    """Read papers from FILE: JSON, CSV, BibTeX, RIS, or a saved Pith hub page. Or fetch those that cite the paper ID:
    an arXiv id, a DOI, or the address of its page."""
    if isinstance(what, str):
        no_options_of_files(**how)
        _first_check(session, what, source or SOURCES[0])
        _fetch(session, what, lambda _: source or SOURCES[0])
        return
    if source is not None:
        raise click.UsageError(f"--source says where to fetch from, and {what} is a file; leave it out")
    with session.writing() as engine, session.progress() as progress:
        report = engine.import_file(
            what, format=how["format_"], hub=how["hub"], hub_title=how["hub_title"], progress=progress
        )
    reported(session, report)


@click.command(short_help="Fetch the papers that cite a hub again.")
@click.argument("hub")
@click.option("--source", type=click.Choice(SOURCES), help="Where to fetch from (default: where HUB is from).")
@everywhere
@pass_session
def refresh(session: Session, hub: str, source: SourceName | None) -> None:
    """Fetch the papers that cite HUB again, and say what is new."""
    from service.fetching import source_before

    _fetch(session, hub, lambda view: source_before(view, view.hub_id(hub), source))


def _first_check(session: Session, hub: str, source: SourceName) -> None:
    """A first start on a folder takes long: what is in vain is told before."""
    from service.choice import STORE
    from service.fetching import check

    settings = session.settings()
    if not (settings.data / STORE).exists():
        check(settings, hub, source)


def _fetch(session: Session, hub: str, source: Callable[[View], SourceName]) -> None:
    from service.fetching import import_fetched, wanted

    with session.writing() as engine, session.progress() as progress:
        view = engine.view()
        report = import_fetched(engine, wanted(view, hub, source(view)), progress)
    reported(session, report)
    if report.fetched and report.fetched.failed:
        refuse("not all could be fetched; what was is kept, and citers refresh fetches the rest", UNAVAILABLE)


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
