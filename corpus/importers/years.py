"""Years as exporters tell them: numbers, dates as text, and dates in parts."""

import re
from collections.abc import Mapping

# A year, and the rest of a date behind it or run together with it: 2021, 2021-05-03, 20210503.
_YEAR_TEXT = re.compile(r"(\d{4})(?:[-/. ].*|T.*|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?")
_LATEST = 100_000_000  # above every date that is told as a number
_YEAR_WITHIN = re.compile(r"(?<!\d)(?:1\d|20|21)\d{2}(?!\d)")


def year_of(value: object) -> int | None:
    """None where the value begins with no year of this or the last thousand years, and has none or several in it."""
    while isinstance(value, Mapping):
        value = value.get("date-parts")
    while isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < _LATEST:
        value = str(value)
    if isinstance(value, str):
        found = _YEAR_TEXT.fullmatch(value.strip())
        within = set(_YEAR_WITHIN.findall(value))
        year = int(found[1]) if found else int(within.pop()) if len(within) == 1 else None
        return year if year is not None and 1000 <= year <= 2200 else None
    return None
