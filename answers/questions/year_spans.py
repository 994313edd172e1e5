"""The ways in which a question names years, one of them or a span, and which years it means by them."""

import re
from collections.abc import Callable

from answers.questions.question_patterns import SMALL_NUMBERS

A_YEAR = r"(?:19|20)\d\d"
_YEAR = rf"(?P<year>{A_YEAR})(?![\w-])"
_FROM = rf"(?P<year>{A_YEAR})"
_LAST = rf"(?P<last>{A_YEAR})(?![\w-])"
_MONTHS = "(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?"
NEXT_YEAR = r"(?: ?/ ?| ?& ?|, ?(?:(?:and|or) )?| (?:and|or) )"  # between two years of a list

Years = tuple[int | None, int | None]
Limits = Callable[[re.Match[str], int], Years]


def _limits(first: int | None, last: int | None) -> Limits:
    """The years that a match means; `first` and `last` are added to the one it names, None leaves that end open."""

    def limits(match: re.Match[str], _: int) -> Years:
        year = int(match["year"])
        return None if first is None else year + first, None if last is None else year + last

    return limits


def _decade(match: re.Match[str], _: int) -> Years:
    """ "The early 2010s" are the first four of its years, "the late 2010s" the last four."""
    first, part = int(match["year"]), (match["part"] or "").lower().strip("- ")
    years = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get(part, (0, 9))
    return first + years[0], first + years[1]


def _between(match: re.Match[str], _: int) -> Years:
    first, last = sorted((int(match["year"]), int(match["last"])))
    return first, last


def _past(match: re.Match[str], today: int) -> Years:
    """ "The last five years" begin five years before this one."""
    number, unit = (match["number"] or "").lower(), match["unit"].lower()
    each = 10 if unit.startswith("decade") else 1
    if not number:
        return (today - each, None) if each > 1 else (today - 1, today - 1)
    count = int(number) if number.isdigit() else SMALL_NUMBERS.index(number) + 1
    return today - each * count, None


def _this(match: re.Match[str], today: int) -> Years:
    year = today if match["which"].lower() == "this" else today - 1
    return year, year


_IN = r"(?:in|from|of|over|during|within)"
_NUMBERED = rf"(?P<number>\d{{1,2}}|{'|'.join(SMALL_NUMBERS)})"
_ENDS = r"(?=\s*(?:[?.,;!)]|$)|\s+(?:on|about|that|which|in|are|is|were|treat|use|show|find)\b)"
_BARE = r"(?<!from )(?<!in )(?<!of )(?<!during )(?<!between )(?P<bare>)"  # years that no word says to be those
RANGES: tuple[tuple[re.Pattern[str], Limits], ...] = tuple(
    (re.compile(rf"\b{words}", re.IGNORECASE), limits)
    for words, limits in (
        (rf"(?:between|from|in|during) {_FROM}(?: (?:and|to|until|through|till) | ?[-–] ?){_LAST}", _between),
        (rf"{_BARE}{_FROM}(?: to | ?[-–] ?){_LAST}{_ENDS}", _between),
        (rf"(?:in|from|of|during) {_FROM}(?:{NEXT_YEAR}{A_YEAR})*{NEXT_YEAR}{_LAST}", _between),
        (rf"{_BARE}{_FROM}(?:{NEXT_YEAR}{A_YEAR})*{NEXT_YEAR}{_LAST}{_ENDS}", _between),
        (r"(?:in|from|of|during) the (?P<part>early[ -]|mid[ -]|late[ -])?(?P<year>(?:19|20)\d0)s\b", _decade),
        (rf"{_IN} the (?:last|past) (?:{_NUMBERED} )?(?P<unit>years?|decades?)\b(?! of\b)", _past),
        (r"(?:(?:in|from|of|during) )?(?P<which>this|last) year(?=\s*(?:[?.,;!]|$)|\s+(?:on|about)\b)", _this),
        (rf"(?:in|from) {_YEAR},? (?:or|and) (?:later|after(?:wards)?|newer|since|onwards?)", _limits(0, None)),
        (rf"(?:in|from) {_YEAR},? (?:or|and) (?:earlier|before|older)", _limits(None, 0)),
        (rf"(?:since|as of|starting in|not before) {_MONTHS}{_YEAR}", _limits(0, None)),
        (
            rf"from {_YEAR} (?:onwards?|forward|on(?=\s*(?:[?.,;!]|$)|\s+(?:that|which|who|in|by|at|about|use"
            r"|uses|used|treat|treats|find|show|do|does|have|are|with)\b))",
            _limits(0, None),
        ),
        (rf"(?:after|(?:lat|new|young)er than|more recent than) {_YEAR}", _limits(1, None)),
        (rf"(?:before|prior to|(?:earli|old)er than) {_YEAR}", _limits(None, -1)),
        (rf"(?:until|up to|through|by the end of|no later than|not after) {_YEAR}", _limits(None, 0)),
        (rf"(?:in|from|of|during) {_MONTHS}{_YEAR}", _limits(0, 0)),
        (rf"{_BARE}{_YEAR}{_ENDS}", _limits(0, 0)),
    )
)
_LINK = re.compile(r"[\s,(-]*")


def years_behind(text: str, today: int) -> tuple[str, Years]:
    """What follows the name of a venue or an author, without the years that come first in it, and these years: behind
    such a name they tell when the papers appeared."""
    link = _LINK.match(text)
    start = link.end() if link else 0
    for pattern, limits in RANGES:
        if match := pattern.match(text, start):
            return text[match.end() :].removeprefix(")"), limits(match, today)
    return text, (None, None)
