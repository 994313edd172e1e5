"""Taking papers out: export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from corpus.exporters.formats import Format
from index.values import Mode, Sort
from service.commands.checks import asked
from service.commands.questions import chosen, filtered
from service.commands.session import Session, everywhere, one_of, pass_session

if TYPE_CHECKING:
    from service.asked import ExportQuery

JSON_FORMATS = ("jsonl", "csl")


@click.command(short_help="Write the papers that cite a hub, for other programs.")
@click.argument("hub")
@click.argument("query", required=False)
@one_of("--format", Format, "What to write.")
@one_of("--mode", Mode, "By meaning and words, meaning alone, or words alone.")
@filtered
@one_of("--sort", Sort, "Order of the papers; -year is newest first.")
@click.option("--relevant-only", is_flag=True, help="Leave out what is below the cut.")
@click.option("--diversity", type=float, default=0.0, metavar="0..1", help="Prefer papers that differ from each other.")
@everywhere
@pass_session
def export(session: Session, /, hub: str, query: str | None, **given: Any) -> None:
    """Write every paper that cites HUB to the standard output; with QUERY, ranked as `search` does."""
    from service.asked import ExportQuery

    wanted = asked(ExportQuery, q=query, **chosen(given))
    if session.json and wanted.format not in JSON_FORMATS:
        raise click.UsageError(f"--json and --format {wanted.format} cannot both be; leave one out")
    _export(session, hub, wanted)


def _export(session: Session, hub: str, wanted: ExportQuery) -> None:
    from corpus.exporters.formats import written

    with session.reading() as engine:
        for block in written(engine.view().records(hub, wanted.request(())), wanted.format):
            click.echo(block, nl=False)
