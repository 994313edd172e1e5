"""Authors as exporters tell them: one text with all of them, a text each, or objects of many shapes."""

import re
from collections.abc import Iterator, Mapping

from corpus.importers.names import AUTHORS, FAMILY, GIVEN, PARTICLES, WHOLE_NAME
from corpus.text import clean, without_markup

_AND = re.compile(r",? (?:and|&) ")
_OTHERS = re.compile(r",? (?:and )?(?:others|et al\.?)$")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}")
_AFTER_NAMES = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)


def authors_in(value: object) -> list[object] | None:
    """Each author of what a list, a text or an object with one or several tells; None where it tells none."""
    if isinstance(value, str):
        return list(names_in(value)) if value.strip() else None
    if isinstance(value, Mapping):
        within = next((value[name] for name in AUTHORS if isinstance(value.get(name), list)), None)
        several = list(value.values()) if within is None else within
        numbered = within is not None or all(map(str.isdecimal, value))
        return [value] if name_of(value) else several if numbered and value else None
    return value if isinstance(value, list) else None


def names_in(text: str) -> list[str]:
    """The authors of one text: between semicolons, else between "and"s and the commas that stand between full names.

    A comma within one name ("Bee, Ann") and an "and" within an organisation's ("Control and Prevention") divide
    nothing: what stands on each side has to be a full name, of two words at least.
    """
    told = clean(without_markup(text))
    if ";" in told:
        return [name for part in told.split(";") if (name := part.strip(" ,"))]
    told = _OTHERS.sub("", told)
    parts = [part.strip(" ,") for part in _AND.split(told)]
    if not all(" " in part for part in parts):
        parts = [told]
    if len(parts) > 1 and all(part.count(",") == 1 for part in parts):
        return parts  # each with its family name first
    return [name for part in parts for name in _between_commas(part) if name]


def family_last(name: str) -> str:
    """`Bee, Ann, Jr.` and `Bee, Jr., Ann` are Ann Bee Jr.; in `Ann Bee, Jr.` the family name is last already."""
    family, *rest = [part.strip() for part in name.split(",")]
    after = [part for part in rest if _AFTER_NAMES.fullmatch(part)]
    given = [part for part in rest if part and part not in after]
    return " ".join((*given, family, *after)) if given else name


def name_of(told: object) -> str | None:
    """The name of one author; "" where there is nothing of one, None where what is told cannot be read."""
    if told is None or isinstance(told, str):
        return clean(without_markup(told or ""))
    if not isinstance(told, Mapping):
        return None
    if isinstance(told.get("author"), Mapping):
        return name_of(told["author"]) or name_of(told.get("raw_author_name"))
    whole = _first(told, WHOLE_NAME)
    if whole:
        return clean(without_markup(whole))
    parts = (_first(told, GIVEN), *(_first(told, (name,)) for name in PARTICLES), _first(told, FAMILY))
    return clean(without_markup(" ".join(part for part in parts if part))) or None


def _first(told: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if isinstance(value := told.get(name), str) and value), None)


def _between_commas(text: str) -> Iterator[str]:
    parts = [part.strip() for part in text.split(",")]
    firsts, seconds = parts[::2], parts[1::2]
    if _are_full_names(parts) and not _INITIALS.fullmatch(parts[1]) and not parts[0][:1].islower():
        yield from _with_what_follows(parts)
    elif len(firsts) == len(seconds) > 1 and all(map(_INITIALS.fullmatch, seconds)):
        yield from map(", ".join, zip(firsts, seconds, strict=True))
    else:
        yield text


def _are_full_names(parts: list[str]) -> bool:
    names = [part for part in parts if not _AFTER_NAMES.fullmatch(part)]
    return len(names) > 1 and bool(parts[0]) and all(" " in name for name in names)


def _with_what_follows(parts: list[str]) -> Iterator[str]:
    """Each name with the Jr. that stands behind it."""
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        if not _AFTER_NAMES.fullmatch(part):
            yield f"{part}, {after}" if _AFTER_NAMES.fullmatch(after) else part
