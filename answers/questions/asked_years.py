"""The years in which a question says that papers appeared: a span of them, and years to leave out.

A year is a filter only where the question says when papers appeared: "papers since 2020", "published in 2019". One that
stands in what papers are about ("tweets posted since 2020", "the 2016 election") stays in the question.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from answers.questions.cutting import APPEARED, TURNS, cut
from answers.questions.question import about_papers, read_question
from answers.questions.question_patterns import SET_PLURAL, SET_WORDS
from answers.questions.year_spans import A_YEAR, RANGES, Years
from index.values import Filters

_TELL = (
    r"(?:says?|said|finds?|found|shows?|showed|reports?|reported|claims?|claimed|argues?|argued|concludes?|concluded)"
)
# Words before a year by which it dates what is studied rather than the papers that study it.
_MEASURED = (
    r"deaths?|unemployment|inflation|prices?|(?:wild)?fires?|migration|decline|rise|growth|emissions?|temperatures?"
    r"|rainfall|droughts?|floods?"
)
_OTHER_PAST = re.compile(
    r"(?:\b\w+(?:ed|wn|ung|orn|ilt|ought)|\b(?:lost|made|held|begun|seen|taken|sold|kept|caught|set|run|sent)"
    r"|\bdata(?:sets?)?|\bcorp(?:us|ora)|\bnews|\btweets?|\bposts?|\bevents?|\belections?|\bcrisis|\bwar|\bpandemic"
    rf"|\btasks?|\bedition|\bcompetition|\bchallenge|\b(?:{_MEASURED}))\s*$",
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
# Asks how a field went on in a span of years, and not how the weather did.
_WENT_ON = re.compile(
    rf"^\W*(?:how|what|which|describe|show)\b(?!.*\b(?:{_MEASURED}|climate|weather)\b).*\b(?:chang\w+|progress\w*"
    rf"|advanc\w+|evolv\w+|shift\w*|developed|trends?|{_TOLD})\b",
    re.IGNORECASE,
)
# With the years alone behind it, this asks for whatever was published in them.
_NEWS = re.compile(
    r"^\W*(?:(?:what(?:['’]s| (?:is|was|were|has been))?(?: there)?|any(?:thing)?)"
    r" (?:new|happened|happening|done|going on|the news)|any news)\s*,?\s*$",
    re.IGNORECASE,
)
# What no one span of years is: neither of the two is a limit.
_EITHER_YEAR = re.compile(
    rf"\b{A_YEAR},? or (?:before|after|since|until|(?:earl|lat)\w+ than|from|in) {A_YEAR}\b", re.IGNORECASE
)
_ALONE_AND = re.compile(r" (?:but|and)\b(\s*[?.!]|\s+(?:are|is|that|which|about|on)\b|$)", re.IGNORECASE)
_NOT_IN = re.compile(
    rf"{TURNS} (?:(?:in|from|of|during) )?(?P<years>{A_YEAR}(?:(?:,| and| or|, and|, or) {A_YEAR})*)(?![\w-])",
    re.IGNORECASE,
)

_ABOUT = re.compile(r"^\s*(?:and )?(?:what|how) about\b", re.IGNORECASE)


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
    years = tuple(map(int, re.findall(A_YEAR, match["years"])))
    return cut(text, match), replace(found, not_year=years)


def _limited(text: str, today: int, held: Sequence[int]) -> tuple[str, int | None, int | None]:
    """The text without the first words that limit the years, and the limits."""
    for pattern, limits in RANGES:
        for match in pattern.finditer(text):
            years = limits(match, today)
            if _asks_for_news(text, match) and any(_within(year, *years) for year in held):
                return "What is new?", *years
            if _dates_papers(text, match) or _dates_topic(text, match, years, held):
                return cut(text, match), *years
    return text, None, None


def _dates_topic(text: str, match: re.Match[str], years: Years, held: Sequence[int]) -> bool:
    """Whether a bare topic, or how it went on, is followed by years that papers in scope are of."""
    first, last = years
    if first is None or last is None:
        return _is_topic(text, match) and any(year in held for year in years)
    spans = "last" in match.re.groupindex and min(held, default=first) <= first
    return spans and bool(_WENT_ON.search(text[: match.start()]))


def _asks_for_news(text: str, match: re.Match[str]) -> bool:
    return bool(_NEWS.match(text[: match.start()])) and not text[match.end() :].strip(" ?.!")


def _within(year: int, first: int | None, last: int | None) -> bool:
    return (first is None or year >= first) and (last is None or year <= last)


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
