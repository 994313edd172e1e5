"""Values of an exported object as far as they are texts, and as they are told where they are not."""

from collections.abc import Mapping
from reprlib import Repr

from corpus.importers.names import TEXT
from corpus.text import clean, without_markup

LONGEST_VALUE = 60  # letters of what was found that are told


def text_in(value: object) -> object:
    """The text that an object, or a list of one, stands for; the object itself where it stands for none."""
    if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], list):
        told = text_in(value[0])
        return told if isinstance(told, str) else value
    if not isinstance(value, Mapping) or not value:
        return value or None
    named = [value[name] for name in TEXT if name in value]
    told = next((one for one in named if one is not None), None)
    return told if isinstance(told, str) or (named and told is None) else value


def paragraphs_in(value: object) -> object:
    """As `text_in`, of several paragraphs too."""
    if not isinstance(value, list):
        return text_in(value)
    parts = [part for part in map(text_in, value) if part is not None]
    return " ".join(map(str, parts)) if all(isinstance(part, str) for part in parts) else value


def plain(told: object) -> str | None:
    """A text as it is stored; "" where nothing is told, None where what is told is no text."""
    return clean(without_markup(told)) if isinstance(told, str) else "" if told is None else None


def texts_in(value: object) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [one for one in several if isinstance(one, str)]


def shown(found: object) -> str:
    """The beginning of what was found, however large it is and however deep its lists lie in each other."""
    shortened = Repr()
    shortened.maxstring = shortened.maxother = 3 * LONGEST_VALUE  # which loses its middle, so that the end is cut here
    shown = shortened.repr(found)
    return shown if len(shown) <= LONGEST_VALUE else shown[:LONGEST_VALUE] + "…"
