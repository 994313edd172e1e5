"""Addresses of pages: what a form sends, and links that ask for the same with something changed."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams


def filled(query: QueryParams) -> dict[str, Any]:
    """What was filled in, a list where something was given more than once: a form sends its blank fields too."""
    given = {name: [value for value in query.getlist(name) if value.strip()] for name in query}
    return {name: values if len(values) > 1 else values[0] for name, values in given.items() if values}


def with_changes(asked: Iterable[tuple[str, str]], changes: Mapping[str, Any]) -> str:
    """The same query with these values in place of what was asked under their names; None leaves a name out.

    A cursor goes on in one list alone, so it is never taken along.
    """
    kept = [(name, value) for name, value in asked if name not in changes and name != "cursor" and value.strip()]
    new = [(name, value) for name, value in changes.items() if value is not None]
    return "?" + urlencode([*kept, *new])
