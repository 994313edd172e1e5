"""What a hub's citers say, put together: report, table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.commands.checks import asked
from service.commands.questions import chosen, filtered
from service.commands.session import Session, everywhere, pass_session

if TYPE_CHECKING:
    from service.asked_reports import ReportQuery, TableBody

PAGE = 100  # rows judged at a time


@click.command(short_help="Write what the papers citing a hub say of it, every sentence cited.")
@click.argument("hub")
@click.option("--section", multiple=True, metavar="NAME", help="Only this section; repeat for several.")
@everywhere
@pass_session
def report(session: Session, hub: str, section: tuple[str, ...]) -> None:
    """Write a report on HUB as Markdown: what its citers build on, extend, compare and dispute; by topic; over time.

    NAME is build-on, extend, compare, dispute, topics, time or open-questions.
    """
    from service.asked_reports import ReportQuery

    _report(session, hub, asked(ReportQuery, section=list(section)))


def _report(session: Session, hub: str, wanted: ReportQuery) -> None:
    from service.render_report import report_markdown
    from service.schemas_report import ReportOut

    with session.reading() as engine:
        view = engine.view()
        made = view.report(hub, wanted.section)
        text = report_markdown(made, whole=not wanted.section)
        session.reply(ReportOut.of(made, view.index_id), lambda _out, _reply: click.echo(text, nl=False))


@click.command(short_help="Show what each citing paper says to each of some questions.")
@click.argument("hub")
@click.argument("questions", metavar="QUESTION...", nargs=-1, required=True)
@filtered
@click.option("--limit", "-n", type=int, default=10, show_default=True, help="How many papers, 1 to 100.")
@click.option("--cursor", help="Go on where the reply that gave it (next_cursor) ended.")
@click.option("--csv", "as_csv", is_flag=True, help="Write all papers as CSV, for spreadsheets.")
@everywhere
@pass_session
def table(session: Session, /, hub: str, questions: tuple[str, ...], as_csv: bool, **given: Any) -> None:
    """Show a row for each paper that cites HUB: to each QUESTION a quote from it, or that it is not stated."""
    from service.asked_reports import TableBody

    page = {name: given.pop(name) for name in ("limit", "cursor")}
    if as_csv and session.json:
        raise click.UsageError("--json and --csv cannot both be; leave one out")
    if as_csv and page["cursor"]:
        raise click.UsageError("--csv writes every paper, so leave --cursor out")
    wanted = asked(TableBody, questions=list(questions), filters=chosen(given), **page)
    (_csv if as_csv else _table)(session, hub, wanted)


def _table(session: Session, hub: str, wanted: TableBody) -> None:
    from service.paging import table_page
    from service.render_table import draw_table

    with session.reading() as engine:
        session.reply(table_page(engine, engine.view(), hub, wanted), draw_table)


def _csv(session: Session, hub: str, wanted: TableBody) -> None:
    from service.render_table import csv_header, csv_rows

    questions, filters = tuple(wanted.questions), wanted.filters.filters()
    with session.reading() as engine:
        view, offset = engine.view(), 0
        click.echo(csv_header(questions), nl=False)
        while rows := view.table(hub, questions, filters=filters, limit=PAGE, offset=offset).rows:
            click.echo(csv_rows(rows), nl=False)
            offset += len(rows)
