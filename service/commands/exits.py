"""Exit codes, and the readable block in which a deliberate error ends a command."""

from __future__ import annotations

from typing import NoReturn

import click
from click.exceptions import Exit

USAGE = 2
NOT_FOUND = 3
UNUSABLE = 4
CONFLICT = 5
UNAVAILABLE = 6
INTERRUPTED = 130
BROKEN_PIPE = 141


def refuse(message: str, code: int) -> NoReturn:
    """Ends the command with a readable block on stderr."""
    click.echo(f"citers: {message}", err=True)
    raise Exit(code)


def exit_code(status: int) -> int:
    """One code for each kind of HTTP status that the table of errors knows."""
    if status in (404, 410):
        return NOT_FOUND
    if status == 409:
        return CONFLICT
    return UNUSABLE if status < 500 else UNAVAILABLE


def refuse_for(error: Exception) -> None:
    """Ends the command for errors in the table and for those of the operating system; returns for any other."""
    from service.errors import DELIBERATE, meaning

    if isinstance(error, DELIBERATE):
        refuse(str(error), exit_code(meaning(error).status))
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        refuse(f"the system says: {error.strerror}{where}", UNAVAILABLE)
