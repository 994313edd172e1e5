"""Which papers a question limits itself to, read from its words: years, venues, authors, how and why they cite.

A year is a filter only where the question says when papers appeared: "papers since 2020", "published in 2019". One that
stands in what papers are about ("tweets posted since 2020", "the 2016 election") stays in the question.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from answers.cited_so import cited_so
from answers.question import about_papers
from answers.question_patterns import SET_WORDS
from index.values import Filters

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w-])"
_APPEARED = r"(?:published|appear(?:ed|ing)|written|released|presented|printed|dated|out)"
_MONTHS = "(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?"
# Words before a year by which it dates what is studied rather than the papers that study it.
_OTHER_PAST = re.compile(
    r"(?:\b\w+(?:ed|wn|ung|orn|ilt|ought)|\b(?:lost|made|held|begun|seen|found|taken|sold|kept|caught|set|run|sent)"
    r"|\bdata(?:sets?)?|\bcorp(?:us|ora)|\bnews|\btweets?|\bposts?|\bevents?|\belections?|\bcrisis|\bwar|\bpandemic"
    r"|\btasks?|\bedition|\bcompetition|\bchallenge)\s*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:\b(?:{SET_WORDS}|{_APPEARED}|research|literature|advances|progress|changed)"
    rf"|(?:\b(?:{SET_WORDS})|^\W*how many)(?: that| which)? (?:are|is|were|was|dat(?:e[sd]?|ing)|comes?|came)"
    r"(?: there)?(?: from)?|\band (?:are|is|were|was)(?: from)?)\s*,?\s*$",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(rf"^\s*(?:the )?(?:recent )?(?:{SET_WORDS})\b", re.IGNORECASE)
_OVER_TIME = re.compile(r"\b(?:chang\w+|progress\w*|advanc\w+|evolv\w+|trends?|developed|new)\b", re.IGNORECASE)
_LEAVES = re.compile(
    rf"(?:\b(?:that|which) (?:were|was|have been|are|is) )?\b{_APPEARED}\s*$|\band (?:are|is|were|was)(?: from)?\s*$"
    rf"|(?P<set>\b(?:{SET_WORDS}))(?: that| which)? (?:dat(?:e[sd]?|ing)|comes?|came)(?: from)?\s*$|\bfrom\s*$",
    re.IGNORECASE,
)

_NAME = r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3})"
_BY = (
    re.compile(rf"\b(?P<by>by) {_NAME}"),
    re.compile(rf"(?i:\bwhat (?:do|does|did|have|has)) (?P<by>){_NAME}"),
)
_ET_AL = re.compile(
    r"^(?:,? (?:et al\.?|and (?:colleagues|co-?authors|others|coworkers)|(?:and|&) [A-Z][\w-]+))", re.IGNORECASE
)

_JOINT = re.compile(r"\s*(?:,\s*(?:(?:and|or)\b)?|\band\b|\bor\b|&)\s*", re.IGNORECASE)
# What no one span of years is: neither of the two is a limit.
_EITHER_YEAR = re.compile(
    r"\b(?:19|20)\d\d,? or (?:before|after|since|until|(?:earl|lat)\w+ than|from|in) (?:19|20)\d\d\b", re.IGNORECASE
)
_ALONE_AND = re.compile(r" (?:but|and)\b(\s*[?.!]|\s+(?:are|is|that|which|about|on)\b|$)", re.IGNORECASE)

Taken = tuple[str, Filters]
Years = tuple[int | None, int | None]
Limits = Callable[[re.Match[str]], Years]


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers in scope can be filtered by: the venues, roles and polarities that some of them have, and who
    wrote them (`authored` says whether one of them has an author of this name); the `hubs` that all cite, by title."""

    venues: Collection[str] = ()
    roles: Collection[str] = ()
    polarities: Collection[str] = ()
    authored: Callable[[str], bool] = lambda _: False
    hubs: Collection[str] = ()


def filters_asked(text: str, known: Known) -> Taken:
    """The question without the words that limit it, and the limits; the same text and none where there are none.

    That papers cite the hub limits nothing, and is taken out as well; why they cite it stays.
    """
    found = Filters()
    for take in (
        _years,
        lambda left, got: _venue(left, got, known),
        lambda left, got: _author(left, got, known),
        lambda left, got: _stance(left, got, known),
        lambda left, got: _citing(left, got, known),
    ):
        text, found = take(text, found)
    return text, found


def _years(text: str, found: Filters) -> Taken:
    """One limit, or two that leave something between them: "since 2015 but before 2019"."""
    if _EITHER_YEAR.search(text):
        return text, found
    left, *limits = _limited(text)
    rest, *further = _limited(left) if limits.count(None) == 1 else (left, None, None)
    if further.count(None) == 1 and further.index(None) != limits.index(None):
        left = _ALONE_AND.sub(r"\1", rest)
        limits = [year if year is not None else other for year, other in zip(limits, further, strict=True)]
    first, last = limits
    if first is not None and last is not None and first > last:  # "before 2015 and after 2020"
        return text, found
    return left, replace(found, year_from=first, year_to=last)


def _limited(text: str) -> tuple[str, int | None, int | None]:
    """The text without the first words that limit the years, and the limits."""
    for pattern, limits in _RANGES:
        for match in pattern.finditer(text):
            if _dates_papers(text, match):
                return _cut(text, match), *limits(match)
    return text, None, None


def _limits(first: int | None, last: int | None) -> Limits:
    """The years that a match means; `first` and `last` are added to the one it names, None leaves that end open."""

    def limits(match: re.Match[str]) -> Years:
        year = int(match["year"])
        return None if first is None else year + first, None if last is None else year + last

    return limits


def _decade(match: re.Match[str]) -> Years:
    return int(match["year"]), int(match["year"]) + 9


def _between(match: re.Match[str]) -> Years:
    first, last = sorted((int(match["year"]), int(match["last"])))
    return first, last


_RANGES: tuple[tuple[re.Pattern[str], Limits], ...] = tuple(
    (re.compile(rf"\b{words}", re.IGNORECASE), limits)
    for words, limits in (
        (rf"(?:between|from) {_YEAR} (?:and|to|until|through|-|–) (?P<last>(?:19|20)\d\d)(?![\w-])", _between),
        (rf"in {_YEAR} (?:and|or) (?P<last>(?:19|20)\d\d)(?![\w-])", _between),
        (r"(?:in|from|of|during) the (?P<year>(?:19|20)\d0)s\b", _decade),
        (rf"(?:in|from) {_YEAR},? (?:or|and) (?:later|after(?:wards)?|newer|since|onwards?)", _limits(0, None)),
        (rf"(?:in|from) {_YEAR},? (?:or|and) (?:earlier|before|older)", _limits(None, 0)),
        (rf"(?:since|as of|starting in|not before) {_MONTHS}{_YEAR}", _limits(0, None)),
        (rf"from {_YEAR} (?:on(?:wards?)?|forward)", _limits(0, None)),
        (rf"(?:after|(?:lat|new|young)er than|more recent than) {_YEAR}", _limits(1, None)),
        (rf"(?:before|prior to|(?:earli|old)er than) {_YEAR}", _limits(None, -1)),
        (rf"(?:until|up to|through|by the end of|no later than|not after) {_YEAR}", _limits(None, 0)),
        (rf"(?:in|from|of|during) {_MONTHS}{_YEAR}", _limits(0, 0)),
    )
)


def _dates_papers(text: str, match: re.Match[str]) -> bool:
    """Whether the year tells when papers appeared: right after a word for papers, or in a question about papers."""
    before = text[: match.start()]
    if _DATED.search(before):
        return True
    if re.match(r"(?:in|from|of|during)\b(?!.* on\b)", match.group(), re.IGNORECASE) and before.strip():
        return False
    of_papers = about_papers(text) or _OF_PAPERS.search(text) or _OVER_TIME.search(text)
    return bool(of_papers) and not _OTHER_PAST.search(before)


def _venue(text: str, found: Filters, known: Known) -> Taken:
    named = sorted((name for name in known.venues if len(name) > 1), key=lambda name: (-len(name), name))
    for name in named:
        pattern = rf"\b(?:{SET_WORDS}|{_APPEARED}) (?P<where>(?:at|in) (?:the )?{re.escape(name)})(?![\w-])"
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            others, after = _further(text[match.end() :], lambda rest: _begun_by(rest, named))
            left = _joined(_without_verb(text[: match.start("where")]), after)
            return left, replace(found, venue=(name, *others))
    return text, found


def _begun_by(text: str, names: Sequence[str]) -> tuple[str, int] | None:
    """The longest of the names that the text begins with, and how far that goes."""
    for name in names:
        if match := re.match(rf"(?:(?:at|in) )?(?:the )?{re.escape(name)}(?![\w-])", text, re.IGNORECASE):
            return name, match.end()
    return None


def _further(text: str, begun: Callable[[str], tuple[str, int] | None]) -> tuple[list[str], str]:
    """The names that follow a name, as in ", B or C", and what comes after them."""
    others: list[str] = []
    while (joint := _JOINT.match(text)) and (following := begun(text[joint.end() :])):
        others.append(following[0])
        text = text[joint.end() + following[1] :]
    return others, text


def _author(text: str, found: Filters, known: Known) -> Taken:
    """Who wrote the papers; only where one in scope has such an author, and the whole of the longest such name."""

    def signed(rest: str) -> tuple[str, int] | None:
        match = re.match(_NAME, rest)
        name = match and next((name for name in _shortened(match["name"]) if known.authored(name)), None)
        return (name, len(name)) if name else None

    for pattern in _BY:
        for match in pattern.finditer(text):
            if first := signed(text[match.start("name") :]):
                name, length = first
                others, after = _further(text[match.start("name") + length :], signed)
                left = _joined(_without_verb(text[: match.start("by")]), _ET_AL.sub("", after, count=1))
                return left, replace(found, author=(name, *others))
    return text, found


def _shortened(name: str) -> Iterator[str]:
    """The name, then without its last words."""
    words = name.split()
    return (" ".join(words[:count]) for count in range(len(words), 0, -1))


def _stance(text: str, found: Filters, known: Known) -> Taken:
    """How, or in what spirit, papers cite the hub; only where some in scope are labelled so."""
    asked = cited_so(text, {*known.roles, *known.polarities}) if about_papers(text) else None
    if asked is None:
        return text, found
    label, match = asked
    left = _cut(text, match)
    if label in known.roles:
        return left, replace(found, role=(label,))
    return left, replace(found, polarity=(label,))


def _citing(text: str, found: Filters, known: Known) -> Taken:
    names = sorted(
        {name for title in known.hubs for name in (title, title.partition(":")[0]) if name},
        key=lambda name: (-len(name), name),
    )
    named = "|".join((*map(re.escape, names), "it", "(?:this|the) (?:hub|paper|work)"))
    after = r"(?![\w-]| ?\d| (?:as|for|to|because|in)\b)"  # "Orca 2" is another paper than "Orca"
    cites = rf"(?:\b(?:that|which|who) )?\bcit(?:e|es|ed|ing) (?:the )?(?:{named}){after}"
    match = re.search(cites, text, re.IGNORECASE) if known.hubs else None
    return (text, found) if match is None else (_cut(text, match), found)


def _cut(text: str, match: re.Match[str]) -> str:
    return _joined(_without_verb(text[: match.start()]), text[match.end() :])


def _without_verb(before: str) -> str:
    """ "papers published" before a year or a venue that is taken out: papers."""
    return _LEAVES.sub(lambda found: found["set"] or "", before.rstrip())


def _joined(before: str, after: str) -> str:
    joined = f"{before.rstrip(' ,')} {after.lstrip(' ,')}".strip()
    return re.sub(r"\s+([?.!])", r"\1", joined)
