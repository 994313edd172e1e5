"""Years as exporters tell them: numbers, dates as text, and dates in parts."""

import re
from collections.abc import Mapping

_YEAR_TEXT = re.compile(r"(\d{4})(?:[-/. ].*|T.*)?")
_YEAR_WITHIN = re.compile(r"(?<!\d)(?:1\d|20|21)\d{2}(?!\d)")


def year_of(value: object) -> int | None:
    """None where the value begins with no year of this or the last thousand years, and has none or several in it."""
    while isinstance(value, Mapping):
        value = value.get("date-parts")
    while isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str):
        found = _YEAR_TEXT.fullmatch(value.strip())
        within = set(_YEAR_WITHIN.findall(value))
        value = int(found[1]) if found else int(within.pop()) if len(within) == 1 else None
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 2200:
        return value
    return None
