"""The cell of a table as the value it was written from: a text, a list, a number, or nothing."""

import ast
from collections.abc import Callable
from typing import Any

import orjson

from corpus.spreadsheets import unguarded

_NOTHING = frozenset(("", "nan", "NaN", "NA", "N/A", "n/a", "#N/A", "None", "null", "NULL"))
_TEXTS = ("title", "abstract", "tldr")  # whatever they begin with
_TRUTHS = {"true": True, "yes": True, "1": True, "1.0": True, "false": False, "no": False, "0": False, "0.0": False}


def value_in(cell: str, name: str) -> Any:
    """What the cell of the column called `name` says; None where it says nothing.

    A list or an object may stand in it as JSON or as Python writes it, which is how pandas saves them.
    """
    text = unguarded(cell.strip())
    if text in _NOTHING:
        return None
    if text[0] in "[{" and name not in _TEXTS:
        told = _literal(text)
        if told is not None:
            return told
    return _READERS[name](text) if name in _READERS else text


def _literal(text: str) -> list[Any] | dict[str, Any] | None:
    try:
        told = orjson.loads(text)
    except orjson.JSONDecodeError:
        try:
            told = ast.literal_eval(text)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            return None
    return told if isinstance(told, list | dict) else None


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _truth(text: str) -> bool | str:
    return _TRUTHS.get(text.lower(), text)


_READERS: dict[str, Callable[[str], Any]] = {
    "authors": lambda text: text.replace("|", ";"),
    "year": lambda text: text.removesuffix(".0"),  # a column of numbers with gaps, as pandas saves it
    "aliases": str.split,
    "contexts": lambda text: text.split(" | "),
    "role_confidence": _number,
    "polarity_confidence": _number,
    "influential": _truth,
    "self_citation": _truth,
}
