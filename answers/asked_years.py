"""The years in which a question says that papers appeared: a span of them, and years to leave out.

A year is a filter only where the question says when papers appeared: "papers since 2020", "published in 2019". One that
stands in what papers are about ("tweets posted since 2020", "the 2016 election") stays in the question.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from answers.cutting import APPEARED, TURNS, cut
from answers.question import about_papers, read_question
from answers.question_patterns import SET_PLURAL, SET_WORDS, SMALL_NUMBERS
from index.values import Filters

_A_YEAR = r"(?:19|20)\d\d"
_YEAR = rf"(?P<year>{_A_YEAR})(?![\w-])"
_FROM = rf"(?P<year>{_A_YEAR})"
_LAST = rf"(?P<last>{_A_YEAR})(?![\w-])"
_MONTHS = "(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?"
_TELL = (
    r"(?:says?|said|finds?|found|shows?|showed|reports?|reported|claims?|claimed|argues?|argued|concludes?|concluded)"
)
# Words before a year by which it dates what is studied rather than the papers that study it.
_OTHER_PAST = re.compile(
    r"(?:\b\w+(?:ed|wn|ung|orn|ilt|ought)|\b(?:lost|made|held|begun|seen|taken|sold|kept|caught|set|run|sent)"
    r"|\bdata(?:sets?)?|\bcorp(?:us|ora)|\bnews|\btweets?|\bposts?|\bevents?|\belections?|\bcrisis|\bwar|\bpandemic"
    r"|\btasks?|\bedition|\bcompetition|\bchallenge|\bdeaths?|\bunemployment|\binflation|\bprices?|\b(?:wild)?fires?"
    r"|\bmigration|\bdecline|\brise|\bgrowth|\bemissions?|\btemperatures?|\brainfall|\bdroughts?|\bfloods?)\s*$",
    re.IGNORECASE,
)
_TOLD = r"(?:has|have) been (?:found|learn(?:ed|t)|written|said|shown|done|published|reported|discovered)"
_OF_THEM = r"(?: of (?:them|these|those))?"
_DATED = re.compile(
    rf"(?:\b(?:{SET_WORDS}|{APPEARED}|research|literature|advances|progress|changed|ones|those)"
    rf"|(?:\b(?:{SET_WORDS})|^\W*how many{_OF_THEM})(?: that| which)?"
    r" (?:are|is|were|was|dat(?:e[sd]?|ing)|comes?|came)(?: there)?(?: from)?"
    rf"|^\W*how many{_OF_THEM}|\band (?:are|is|were|was)(?: from)?"
    rf"|\b(?:{SET_WORDS}|literature) {_TELL}(?: (?:about|on|of) [\w-]+)?|\b{_TOLD})"
    r"\s*,?\s*$",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(rf"^\s*(?:the )?(?:recent )?(?:{SET_WORDS})\b", re.IGNORECASE)
_OVER_TIME = re.compile(
    rf"\b(?:chang\w+|progress\w*|advanc\w+|evolv\w+|trends?|developed|new)\b|\b{_TOLD}\b", re.IGNORECASE
)
# What no one span of years is: neither of the two is a limit.
_EITHER_YEAR = re.compile(
    rf"\b{_A_YEAR},? or (?:before|after|since|until|(?:earl|lat)\w+ than|from|in) {_A_YEAR}\b", re.IGNORECASE
)
_ALONE_AND = re.compile(r" (?:but|and)\b(\s*[?.!]|\s+(?:are|is|that|which|about|on)\b|$)", re.IGNORECASE)
_NOT_IN = re.compile(
    rf"{TURNS} (?:(?:in|from|of|during) )?(?P<years>{_A_YEAR}(?:(?:,| and| or|, and|, or) {_A_YEAR})*)(?![\w-])",
    re.IGNORECASE,
)

_ABOUT = re.compile(r"^\s*(?:and )?(?:what|how) about\b", re.IGNORECASE)

Years = tuple[int | None, int | None]
Limits = Callable[[re.Match[str], int], Years]


def asked_years(text: str, found: Filters, today: int, held: Sequence[int] = ()) -> tuple[str, Filters]:
    """The text without the words that say when papers appeared, and these years; `today` is the year it is now, `held`
    are the years that papers in scope are of."""
    text, found = _left_out(text, found)
    if _EITHER_YEAR.search(text):
        return text, found
    left, *limits = _limited(text, today, held)
    rest, *further = _limited(left, today, held) if limits.count(None) == 1 else (left, None, None)
    if further.count(None) == 1 and further.index(None) != limits.index(None):  # "since 2015 but before 2019"
        left = _ALONE_AND.sub(r"\1", rest)
        limits = [year if year is not None else other for year, other in zip(limits, further, strict=True)]
    first, last = limits
    if first is not None and last is not None and first > last:  # "before 2015 and after 2020"
        return text, found
    return left, replace(found, year_from=first, year_to=last)


def _left_out(text: str, found: Filters) -> tuple[str, Filters]:
    match = _NOT_IN.search(text) if about_papers(text) or SET_PLURAL.search(text) else None
    if match is None:
        return text, found
    years = tuple(map(int, re.findall(_A_YEAR, match["years"])))
    return cut(text, match), replace(found, not_year=years)


def _limited(text: str, today: int, held: Sequence[int]) -> tuple[str, int | None, int | None]:
    """The text without the first words that limit the years, and the limits."""
    for pattern, limits in _RANGES:
        for match in pattern.finditer(text):
            years = limits(match, today)
            if _dates_papers(text, match) or (
                None in years and _is_topic(text, match) and any(year in held for year in years)
            ):
                return cut(text, match), *years
    return text, None, None


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
_ENDS = r"(?=\s*(?:[?.,;!]|$)|\s+(?:on|about|that|which|in|are|is|were|treat|use|show|find)\b)"
_RANGES: tuple[tuple[re.Pattern[str], Limits], ...] = tuple(
    (re.compile(rf"\b{words}", re.IGNORECASE), limits)
    for words, limits in (
        (rf"(?:between|from|in|during) {_FROM}(?: (?:and|to|until|through|till) | ?[-–] ?){_LAST}", _between),
        (
            rf"(?<!from )(?<!in )(?<!of )(?<!during )(?<!between )(?P<bare>){_FROM}(?: to | ?[-–] ?){_LAST}{_ENDS}",
            _between,
        ),
        (rf"(?:in|from) {_FROM}(?:, {_A_YEAR})*,? (?:and|or) {_LAST}", _between),
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
    )
)


def _is_topic(text: str, match: re.Match[str]) -> bool:
    """A bare topic has no verb that could tell of another past: "distillation since 2024"."""
    topic = read_question(_ABOUT.sub("", cut(text, match)).rstrip(" ?.!")).kind == "topic"
    return topic and not _OTHER_PAST.search(text[: match.start()]) and bool(text[: match.start()].strip())


def _dates_papers(text: str, match: re.Match[str]) -> bool:
    """Whether the years tell when papers appeared: right after a word for papers, or in a question about papers."""
    before = text[: match.start()]
    if _DATED.search(before):
        return True
    if "bare" in match.re.groupindex:
        return False
    if "year" not in match.re.groupindex and before.strip():  # of any length, as far as from today
        return bool(re.search(_TOLD, text, re.IGNORECASE))
    if re.match(r"(?:in|from|of|during)\b(?!.* on\b)", match.group(), re.IGNORECASE) and before.strip():
        return False
    of_papers = about_papers(text) or _OF_PAPERS.search(text) or _OVER_TIME.search(text)
    return bool(of_papers) and not _OTHER_PAST.search(before)
