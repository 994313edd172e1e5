"""Asking of what is held: search, related, ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corpus.values import POLARITIES, ROLES
from index.values import Facet, Mode, Sort
from service.commands.checks import after, asked, hub_and_query
from service.commands.session import Session, everywhere, one_of, pass_session

if TYPE_CHECKING:
    from service.asked import CitersQuery, RelatedQuery
    from service.asked_question import AskBody

Command = TypeVar("Command", bound=Callable[..., Any])

FILTERS = (
    click.option("--role", type=click.Choice(ROLES), multiple=True, help="How it cites the hub; repeat for either."),
    click.option("--polarity", type=click.Choice(POLARITIES), multiple=True, help="Its stance; repeat for either."),
    click.option("--year-from", type=int, metavar="YEAR", help="Not before this year."),
    click.option("--year-to", type=int, metavar="YEAR", help="Not after this year."),
    click.option("--venue", multiple=True, help="Where it appeared; repeat for either."),
    click.option("--topic", multiple=True, help="Topic id, from `citers summary`; repeat for either."),
    click.option("--influential/--not-influential", default=None, help="Only citations marked so."),
    click.option("--has-abstract/--no-abstract", default=None, help="Only papers with, or without, an abstract."),
    click.option("--self-citation/--no-self-citation", default=None, help="Only self-citations, or none."),
)


def filtered(command: Command) -> Command:
    """The options that say which papers may be found at all."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


def chosen(given: dict[str, Any]) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in given.items() if value not in (None, ())}


@click.command(short_help="Search the papers that cite a hub, or list them.")
@click.argument("hub", required=False)
@click.argument("query", required=False)
@click.option("--all", "every", is_flag=True, help="Search every hub: give QUERY alone (or HUB as -).")
@one_of("--mode", Mode, "By meaning and words, meaning alone, or words alone.")
@filtered
@one_of("--sort", Sort, "Order of the hits; -year is newest first.")
@click.option("--relevant-only", is_flag=True, help="Leave out what is below the cut.")
@click.option("--diversity", type=float, default=0.0, metavar="0..1", help="Prefer papers that differ from each other.")
@click.option("--explain", is_flag=True, help="Show the parts of each score.")
@click.option("--limit", "-n", type=int, default=10, show_default=True, help="How many, 1 to 100.")
@click.option("--cursor", help="Go on where the reply that gave it (next_cursor) ended.")
@everywhere
@pass_session
def search(session: Session, /, hub: str | None, query: str | None, every: bool, **given: Any) -> None:
    """Search the papers that cite HUB; without QUERY, list them.

    A QUERY may hold "exact phrases", -exclusion, title:word and author:name.
    """
    from service.asked import CitersQuery, SearchQuery

    scope, text = hub_and_query(hub, query, every=every)
    model = CitersQuery if scope else SearchQuery  # as the two routes do, so that cursors go from one to the other
    _search(session, asked(model, q=text, **chosen(given)), scope)


def _search(session: Session, wanted: CitersQuery, scope: tuple[str, ...]) -> None:
    from service.paging import search_page
    from service.render import draw_search

    with session.reading() as engine:
        session.reply(search_page(engine, engine.view(), wanted, scope), partial(draw_search, explain=wanted.explain))


@click.command(short_help="Show the papers most related to one, with reasons.")
@click.argument("paper")
@click.option("--hub", help="Only citing papers of this hub.")
@one_of("--facet", Facet, "In what respect they should be alike.")
@click.option("--limit", "-n", type=int, default=10, show_default=True, help="How many, 1 to 100.")
@everywhere
@pass_session
def related(session: Session, paper: str, hub: str | None, facet: str, limit: int) -> None:
    """Show the citing papers most related to PAPER, with reasons."""
    from service.asked import RelatedQuery

    _related(session, paper, asked(RelatedQuery, hub=hub, facet=facet, limit=limit))


def _related(session: Session, paper: str, wanted: RelatedQuery) -> None:
    from service.render import draw_related
    from service.schemas import RelatedOut

    with session.reading() as engine:
        view = engine.view()
        found = view.related((paper,), hub=wanted.hub, facet=wanted.facet, limit=wanted.limit)
        session.reply(RelatedOut.of(found, view.index_id), draw_related)


@click.command(short_help="Answer a question, with sources and quotes.")
@click.argument("hub", required=False)
@click.argument("question", required=False)
@click.option("--all", "every", is_flag=True, help="Ask every hub: give QUESTION alone (or HUB as -).")
@filtered
@click.option(
    "--generator",
    type=click.Choice(("extractive", "llm")),
    help="Who words the answer (default: llm if one is configured).",
)
@click.option("--max-sources", type=int, default=10, show_default=True, help="Most papers to cite, 1 to 50.")
@click.option("--after", multiple=True, metavar="QUESTION", help="What was asked before; repeat, the oldest first.")
@everywhere
@pass_session
def ask(session: Session, /, hub: str | None, question: str | None, every: bool, **given: Any) -> None:
    """Answer QUESTION from the papers that cite HUB, with sources and quotes."""
    from service.asked_question import AskBody

    scope, text = hub_and_query(hub, question, every=every)
    if text is None:
        raise click.UsageError(f"name a hub and then the question, or use --all for every hub; found only {hub!r}")
    whole = {name: given.pop(name) for name in ("generator", "max_sources")}
    whole["history"] = [{"question": before} for before in after(given.pop("after"))]
    _ask(session, asked(AskBody, question=text, hub=next(iter(scope), None), filters=chosen(given), **whole))


def _ask(session: Session, wanted: AskBody) -> None:
    from service.render_answer import draw_answer
    from service.schemas import AnswerOut

    with session.reading() as engine:
        view = engine.view()
        session.reply(AnswerOut.of(view.ask(wanted.request()), view.index_id), draw_answer)
