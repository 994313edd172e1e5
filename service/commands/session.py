"""What one run of the command line was told, how it opens the data folder, and how it hands over a reply."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

if TYPE_CHECKING:
    from rich.console import Console

    from index.progress import Progress
    from service.choice import EmbedderOpener
    from service.engine import Engine
    from service.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
Reply = TypeVar("Reply")


@dataclass(slots=True)
class Session:
    """Options may be given before and after the command's name; the later one wins."""

    data: Path | None = None
    json: bool = False
    open_embedder: EmbedderOpener | None = None

    def settings(self, **given: Any) -> Settings:
        from service.settings import read_settings

        return read_settings(data=self.data.expanduser().absolute() if self.data else None, **given)

    def reading(self, **how: Any) -> Engine:
        """The data folder for commands that change nothing; works beside a running service."""
        return self._open(self.settings(), writer=False, **how)

    def writing(self, settings: Settings | None = None, **how: Any) -> Engine:
        return self._open(settings or self.settings(), writer=True, **how)

    def _open(self, settings: Settings, **how: Any) -> Engine:
        from service.engine import Engine

        return Engine.open(settings, open_embedder=self.open_embedder, **how)

    def progress(self) -> AbstractContextManager[Progress]:
        from service.progress import watched

        return watched(sys.stderr)

    def reply(self, reply: Reply, draw: Callable[[Console, Reply], None]) -> None:
        """One reply on stdout: its JSON where --json was given, else drawn for people."""
        if self.json:
            from pydantic_core import to_json

            click.echo(to_json(reply))
            return
        from service.render import console

        draw(console(sys.stdout), reply)


def _session(context: click.Context) -> Session:
    return context.ensure_object(Session)


class Folder(click.Path):
    """As it is named: nothing would else be the folder that one is in, as where a script's variable is not set."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("expected a folder, found nothing; name one, or leave the option out", param, ctx)
        return super().convert(value, param, ctx)


def _remember_data(context: click.Context, _option: click.Parameter, value: Path | None) -> None:
    session = _session(context)
    session.data = value or session.data


def _remember_json(context: click.Context, _option: click.Parameter, value: bool) -> None:
    session = _session(context)
    session.json = value or session.json


def everywhere(command: Command) -> Command:
    """The options that every command has."""
    data = click.option(
        "--data",
        metavar="DIR",
        type=Folder(file_okay=False, path_type=Path),
        expose_value=False,
        callback=_remember_data,
        help="Folder that holds everything (default: CITERS_DATA, else ~/.local/share/citers).",
    )
    json = click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        callback=_remember_json,
        help="Print the reply as JSON, the same as the HTTP route's where there is one.",
    )
    return data(json(command))


def one_of(name: str, literal: Any, meaning: str) -> Callable[[Command], Command]:
    """An option that takes one of the values of a Literal type; the first is the default."""
    values = get_args(literal)
    return click.option(name, type=click.Choice(values), default=values[0], show_default=True, help=meaning)


pass_session = click.make_pass_decorator(Session, ensure=True)
