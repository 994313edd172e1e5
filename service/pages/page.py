"""One page as HTML: a template filled in, whatever is put into it shown as text."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import QueryParams

from index.text.shares import percentage
from service.pages.links import with_changes
from service.release import release
from service.render import FIELDS, count, facts, found_by
from service.render_answer import quotes_by_source, tally_line, understood_line
from service.render_hub import counted_over, coverage_line


def page(template: str, *, query: QueryParams | None = None, **values: Any) -> str:
    """`query` is what the page was asked with, to which its links add."""
    asked = (query or QueryParams()).multi_items()
    text: str = (
        _environment()
        .get_template(template)
        .render(**values, link=lambda **changes: with_changes(asked, changes), release=release())
    )
    return text


def path(name: str) -> str:
    """An id as a part of an address: its slashes are escaped."""
    return quote(name, safe=":")


def runs(items: Iterable[Any], attribute: str) -> Iterator[tuple[Any, list[Any]]]:
    """Neighbours that have the same attribute, in their order; Jinja's own `groupby` sorts them."""
    return ((value, list(some)) for value, some in groupby(items, key=attrgetter(attribute)))


@cache
def style() -> str:
    return files("service.pages").joinpath("style.css").read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("service.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"path": path, "percentage": percentage, "runs": runs}
    environment.globals |= {
        "FIELDS": FIELDS,
        "zip": zip,
        "count": count,
        "counted_over": counted_over,
        "coverage_line": coverage_line,
        "facts": facts,
        "found_by": found_by,
        "quotes_by_source": quotes_by_source,
        "tally_line": tally_line,
        "understood_line": understood_line,
    }
    return environment
