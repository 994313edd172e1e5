"""Turns what was typed into checked values; what is wrong becomes a usage error that says what to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

Asked = TypeVar("Asked", bound="BaseModel")

EVERY_HUB = "-"
NAMES = {
    "q": "QUERY",
    "question": "QUESTION",
    "questions": "QUESTION",
    "hub": "HUB",
    "a": "A",
    "b": "B",
    "like": "PAPER",
    "history": "--after",
}


def asked(model: type[Asked], **given: Any) -> Asked:
    """The same checks and limits as over HTTP."""
    from pydantic import ValidationError

    try:
        return model(**given)
    except ValidationError as error:
        raise click.UsageError("\n".join(_fault(fault) for fault in error.errors())) from error


def _fault(fault: ErrorDetails) -> str:
    fields = [part for part in fault["loc"] if isinstance(part, str)]
    name = NAMES.get(fields[-1], "--" + fields[-1].replace("_", "-")) if fields else ""
    if fault["type"] == "string_too_long":
        most = fault["ctx"]["max_length"]
        return f"{name} should have at most {most:,} characters but has {len(fault['input']):,}; shorten it"
    if fault["type"] == "string_too_short":
        return f"{name} is empty; give it a value, or leave it out"
    if fault["type"] == "too_long":
        most, given = fault["ctx"]["max_length"], len(fault["input"])
        return f"{name} may be given {most} times at most, found {given}; leave some out"
    message = fault["msg"].removeprefix("Input ")
    found = f", found {fault['input']}" if fault["type"].endswith("_equal") else ""
    return f"{name} {message}{found}".strip()


def hub_and_query(hub: str | None, query: str | None, *, every: bool) -> tuple[tuple[str, ...], str | None]:
    """The hubs in scope (none: all) and the query. With --all the only argument is the query."""
    if every:
        if query is not None:
            raise click.UsageError(f"--all searches every hub, so give QUERY alone; found both {hub!r} and {query!r}")
        return (), hub
    if hub is None:
        raise click.UsageError("name a hub, or use --all for every hub; `citers hubs` lists what there is")
    if not hub.strip():
        raise click.UsageError("HUB is blank; `citers hubs` lists what there is")
    return (() if hub == EVERY_HUB else (hub,)), query


def after(questions: tuple[str, ...]) -> tuple[str, ...]:
    """What was asked before; a blank is a variable of a script that was not set, and no question."""
    if not all(question.strip() for question in questions):
        raise click.UsageError("--after is blank; give the question that was asked before, or leave it out")
    return questions


def import_argument(_context: click.Context, _argument: click.Parameter, value: str) -> Path | str:
    """A file that can be read, or the id of a paper where there is no such file; says which of the usual mistakes was
    made."""
    from corpus.ids import UnknownId, known_id

    path = Path(value)
    try:
        if not path.exists() and known_id(value) is not None:
            return value
    except UnknownId as error:
        raise click.BadParameter(f"there is no file {path}, and as the id of a paper: {error}") from error
    return import_path(path)


def no_options_of_files(*, format_: str, hub: str | None, hub_title: str | None) -> None:
    """Of papers that are fetched, the hub is the paper named."""
    given = {"--format": format_ != "auto", "--hub": hub is not None, "--hub-title": hub_title is not None}
    name = next((name for name, told in given.items() if told), None)
    if name is not None:
        raise click.UsageError(f"{name} is for a file, and papers are fetched here; leave it out")


def import_path(path: Path) -> Path:
    """A file that can be read."""
    if path.is_dir():
        raise click.BadParameter(f"expected one file, found the folder {path}; name a file in it")
    if str(path) == "-":
        raise click.BadParameter("expected a file, found -; write the papers to a file first")
    if not path.exists():
        raise click.BadParameter(
            f"there is no file {path}; check the name, or the folder you are in; "
            "to fetch the papers that cite a paper, give its arXiv id, its DOI or the address of its page"
        )
    if not path.is_file():
        raise click.BadParameter(f"expected a file, found the pipe or device {path}; write the papers to a file first")
    if not os.access(path, os.R_OK):
        raise click.BadParameter(f"{path} may not be read by you; change its permissions (chmod u+r), or copy it")
    return path
