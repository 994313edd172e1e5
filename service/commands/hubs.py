"""What is held: hubs, summary, show, compare, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from index.values import ComparedPart
from service.commands.checks import asked
from service.commands.session import Session, everywhere, pass_session

if TYPE_CHECKING:
    from service.asked import CompareQuery


@click.command()
@everywhere
@pass_session
def hubs(session: Session) -> None:
    """List the hubs: papers whose citing papers are held."""
    from service.render import draw_hubs
    from service.schemas import HubLineOut, ItemsOut

    with session.reading() as engine:
        view = engine.view()
        lines = [HubLineOut.of(line) for line in view.hubs()]
        reply = ItemsOut[HubLineOut](items=lines, total=len(lines), next_cursor=None, index_id=view.index_id)
        session.reply(reply, draw_hubs)


@click.command(short_help="Show how a hub is cited, and by whom.")
@click.argument("hub")
@everywhere
@pass_session
def summary(session: Session, hub: str) -> None:
    """Show the page of HUB: how it is cited, when, for what, and by whom in particular."""
    from service.render_hub import draw_hub_page
    from service.schemas_hub import HubPageOut

    with session.reading() as engine:
        view = engine.view()
        page = view.hub_page(hub)
        session.reply(HubPageOut.of(page, view.index_id), lambda out, _: draw_hub_page(out, page))


@click.command(short_help="Show a paper with every hub it cites.")
@click.argument("paper")
@everywhere
@pass_session
def show(session: Session, paper: str) -> None:
    """Show PAPER with every hub it cites."""
    from service.render import draw_paper
    from service.schemas import HeldPaperOut

    with session.reading() as engine:
        view = engine.view()
        session.reply(HeldPaperOut.held(view.paper(paper), view.index_id), draw_paper)


@click.command(short_help="Show who cites two hubs, and who one of them alone.")
@click.argument("a")
@click.argument("b")
@click.option("--part", type=click.Choice(get_args(ComparedPart)), help="Only this part (default: all three).")
@click.option("--limit", "-n", type=int, default=10, show_default=True, help="How many of each part, 1 to 100.")
@click.option("--cursor", help="Go on where the part that gave it (next_cursor) ended.")
@everywhere
@pass_session
def compare(session: Session, /, **given: Any) -> None:
    """Show which papers cite both of the hubs A and B, and how, and which cite only one of them."""
    from service.asked import CompareQuery

    _compare(session, asked(CompareQuery, **given))


def _compare(session: Session, wanted: CompareQuery) -> None:
    from service.comparing import comparison_page
    from service.render_comparison import draw_comparison

    with session.reading() as engine:
        session.reply(comparison_page(engine, engine.view(), wanted), draw_comparison)


@click.command(short_help="Remove a hub and the papers only it holds.")
@click.argument("hub")
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
@everywhere
@pass_session
def delete(session: Session, hub: str, yes: bool) -> None:
    """Remove HUB and the papers that no other hub holds."""
    from service.render import draw_deleted
    from service.schemas import DeletedOut

    with session.writing() as engine:
        held = engine.view().hub_id(hub)
        if not yes:
            click.confirm(f"Remove {held} and every paper that only it holds?", abort=True, err=True)
        session.reply(DeletedOut(hub=held, papers_removed=engine.delete_hub(held)[1]), draw_deleted)
