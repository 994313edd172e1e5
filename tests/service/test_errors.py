"""No deliberate error of any room is missing from the one table."""

import ast
import builtins
import importlib
from pathlib import Path

import pytest

from service.errors import MEANINGS, explained, meaning

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("corpus", "embeddings", "index", "answers", "eval", "service")
# each is caught in the room that raises it
INSIDE = {
    "BadHandover",
    "BadRun",
    "CalledOff",
    "GaveWay",
    "NotExportable",
    "NotModified",
    "Passing",
    "PeerFailed",
    "Refusal",
    "Refused",
    "Unparsable",
    "Wrong",
}


def defined() -> dict[str, tuple[str, set[str]]]:
    """Every class of the rooms: its module, and the names of the classes that it is derived from."""
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]
    return {
        node.name: (
            ".".join(path.relative_to(ROOT).with_suffix("").parts),
            {ast.unparse(base).rpartition(".")[2] for base in node.bases},
        )
        for path in paths
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }


def is_error(name: str, found: dict[str, tuple[str, set[str]]]) -> bool:
    kind = getattr(builtins, name, None)
    if name == "ClickException" or (isinstance(kind, type) and issubclass(kind, Exception)):
        return True
    return any(is_error(base, found) for base in found.get(name, ("", set()))[1] - {name})


def test_every_deliberate_error_is_in_the_table() -> None:
    found = defined()
    names = {name for name in found if is_error(name, found)} - INSIDE
    errors = {getattr(importlib.import_module(found[name][0]), name) for name in names}
    missing = {error.__name__ for error in errors if not any(kind in MEANINGS for kind in error.__mro__)}
    assert missing == set()
    assert len(errors) > 25


@pytest.mark.parametrize("kind", MEANINGS, ids=lambda kind: kind.__name__)
def test_every_meaning_is_an_error_status_with_a_slug_and_a_title(kind: type[Exception]) -> None:
    known = meaning(kind("why"))
    assert known.status in {404, 409, 410, 415, 422, 500, 501, 503}
    assert known.slug.replace("_", "").isalpha()
    assert known.slug.islower()
    assert known.title


def test_errors_that_nobody_foresaw_are_not_explained() -> None:
    assert explained(ZeroDivisionError("inside")) is None
    assert explained(next(iter(MEANINGS))("why")) == "why"
