"""The venues that a question limits itself to, and the years right behind their names: "papers at WMT in 2020"."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import chain

from answers.questions.cutting import APPEARED, further, joined, turned, without_verb
from answers.questions.known import Known
from answers.questions.question import about_papers, read_question
from answers.questions.question_patterns import SET_WORDS
from answers.questions.year_spans import A_YEAR, Years, years_behind
from answers.text.wordlists import FUNCTION_WORDS
from answers.text.words import words
from index.values import Filters

_STANDS = re.compile(rf"\b(?:{SET_WORDS}|{APPEARED}|are|is|were|was|those|ones|research|literature)\s*$", re.IGNORECASE)
_ITS_PAPERS = re.compile(r"\s+(?:papers|articles|preprints|works?(?= (?:on|about)\b))\b", re.IGNORECASE)
_DID = re.compile(r"\b(?:do|does|did|has|have)\s*$", re.IGNORECASE)
_PUBLISHED = re.compile(r"\s+(?:publish(?:ed)?|print(?:ed)?|accept(?:ed)?)\b", re.IGNORECASE)
_YEAR = re.compile(rf"[ -](?P<year>{A_YEAR})(?![\w-])")
_INNER = re.compile(r"(?<=\w)[A-Z\d]")  # as in names: arXiv, WMT
# What is held at a venue, and other papers tell of as well; another year compares the two.
_EVENT = re.compile(
    r"\b(?:tasks?|tracks?|challenges?|competitions?|workshops?|tutorials?|shared|data(?:sets?)?|corp(?:us|ora)|tests?"
    r"|benchmarks?|systems?|submissions?|participants?|teams?|winners?|winning|results?|baselines?)\b"
    rf"|\b{A_YEAR}\b",
    re.IGNORECASE,
)
_SITE = ".org"
# What joins a year that ends a venue's own name to the rest: nothing, or one of these. People write any.
_TO_YEAR = re.compile(rf"(?:(?<=\w)[ -]|(?<=[^\W\d_]))(?={A_YEAR}$)")
_JOINTS = ("", " ", "-")
# The beginning by which a whole house is called: "IEEE Access", "Frontiers in …".
_HOUSE = re.compile(r"(?P<house>[A-Z]{3,}(?=[ /-])|\w{2,}[^s\W]s(?= (?:in|of|on) ))")
_IN_HOUSE = re.compile(
    rf"\b{APPEARED} (?P<at>(?:in|at|by) (?:the )?)(?P<house>[^\W\d_a-z]\w{{2,40}})"
    r"(?![\w/-]| (?:the )?[^\W\d_a-z]| (?:in|of) (?:the )?[^\W\d])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A venue `name` as the question writes it, with what comes `before` its preposition `at`, if it has one, and
    `after` it; whether a year was right behind it, and whether it is `written` as the name that it is."""

    before: str
    at: str
    name: str
    after: str
    dated: bool
    written: bool

    @property
    def capital(self) -> bool:
        """Whether its capitals tell a name wherever they stand."""
        return self.written and (sum(map(str.isupper, self.name)) > 1 or bool(_INNER.search(self.name)))


def asked_venues(text: str, found: Filters, known: Known) -> tuple[str, Filters]:
    """The text without the venues, and the years behind them, that it limits itself to; the same where there are none.
    Where papers may be meant that only tell of a venue, it stays in the question."""
    names = _names(known.venues, text)
    listed = rf"(?P<name>{'|'.join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))})(?:\.org)?"
    whole = rf"(?:(?P<at>\b(?:at|in|from)) (?:the )?)?(?<![\w-]){listed}(?!\w|-(?!{A_YEAR}\b))"

    def begun(rest: str) -> tuple[tuple[str, ...], int] | None:
        match = re.match(rf"(?:(?:at|in) )?(?:the )?{listed}(?![\w-])", rest, re.IGNORECASE)
        return (_called(match["name"], known.venues), match.end()) if match else None

    for match in re.finditer(whole, text, re.IGNORECASE) if names else ():
        before, (others, after) = text[: match.start()], further(text[match.end() :], begun)
        venues = (*_called(match["name"], known.venues), *chain(*others))
        if (kept := turned(before)) is not None:
            return joined(kept, after), replace(found, not_venue=venues)
        published = _PUBLISHED.match(after) if _DID.search(before) else None
        after, dated = _dated(after[published.end() if published else 0 :], found, known.today)
        written = match["name"] in names or bool(_INNER.search(match["name"])) or _is_acronym(match["name"], known)
        mention = Mention(before, (match["at"] or "").lower(), match["name"], after, dated != found, written)
        limits = replace(dated, venue=venues)
        asked = (published and written) or _limits(mention, known)
        if asked or (_of_topic(mention) and known.passes(limits)):
            return joined(without_verb(before), after), limits
    return _of_house(text, found, known)


def _names(venues: Collection[str], text: str) -> frozenset[str]:
    """Those of the venues that the text names, as they are written, but for what makes them a site."""
    said = text.casefold()
    names = {venue.removesuffix(_SITE) for venue in venues}
    names |= {_with_joint(joint, name) for name in names for joint in _JOINTS}
    return frozenset(name for name in names if len(name) > 1 and name.casefold() in said)


def _called(name: str, venues: Collection[str]) -> tuple[str, ...]:
    """The venues of this name, in whatever case, be it with ".org" or without, its year joined in whatever way."""
    asked = _closed_up(name)
    return tuple(sorted(venue for venue in venues if _closed_up(venue.removesuffix(_SITE)) == asked))


def _closed_up(name: str) -> str:
    """ "hivenet2020" of "HiveNet 2020": the same venue."""
    return _with_joint("", name.casefold())


def _with_joint(joint: str, name: str) -> str:
    """The name with the year that ends it, if one does, joined so: of most it is soon told that none does."""
    return _TO_YEAR.sub(joint, name) if name[-4:].isdigit() else name


def _is_acronym(name: str, known: Known) -> bool:
    """Whether small letters may well stand for an acronym: one that is no word of the papers'."""
    acronyms = (each for each in _called(name, known.venues) if each.isupper() and " " not in each)
    return any(acronyms) and not known.spoken(name)


def _dated(after: str, found: Filters, today: int) -> tuple[str, Filters]:
    """What follows a venue without the years right behind it, and the filters with these, unless they have others."""
    if (found.year_from, found.year_to) != (None, None):
        return after, found
    rest, years = years_behind(after, today)
    if years == (None, None) and (bare := _YEAR.match(after)):
        rest, years = after[bare.end() :], (int(bare["year"]), int(bare["year"]))
    return rest, _with_years(found, years)


def _with_years(found: Filters, years: Years) -> Filters:
    return replace(found, year_from=years[0], year_to=years[1])


def _limits(venue: Mention, known: Known) -> bool:
    """ "Published in Nature" limits to it, and so do "Nature papers" and, last of all, "in Nature"; in small letters
    these would be something else."""
    if not venue.at:
        named = venue.written and (bool(venue.before.strip()) or venue.capital)
        return named and _ITS_PAPERS.match(venue.after) is not None
    if _STANDS.search(venue.before):
        return True
    if venue.after.strip(" ?.!") or not about_papers(venue.before):
        return False
    rare = " " in venue.name or not known.spoken(venue.name)
    return venue.written and (rare or (venue.capital and venue.at == "at" and not _EVENT.search(venue.before)))


def _of_topic(venue: Mention) -> bool:
    """Whether the venue stands before or after a bare topic: "ACL 2020 parsing", "parsing at ACL"."""
    before, after = venue.before.strip(), venue.after.strip(" ?.!")
    beside = venue.at == "at" or (venue.dated and not venue.at)
    if not beside or not venue.capital or (before and after) or _EVENT.search(f"{before} {after}"):
        return False
    on = not venue.at and bool(FUNCTION_WORDS.intersection(words(before)[-1:]))  # "results on ACL 2020"
    return not on and read_question(f"{before}{after}" or venue.name).kind == "topic"


def _of_house(text: str, found: Filters, known: Known) -> tuple[str, Filters]:
    """Limits to the venues that begin with the name that the text says papers were published in."""
    for match in _IN_HOUSE.finditer(text):
        venues = tuple(sorted(venue for venue in known.venues if _house_of(venue) == match["house"]))
        before = text[: match.start("at")]
        if venues and (kept := turned(before)) is not None:
            return joined(kept, text[match.end() :]), replace(found, not_venue=venues)
        if venues:
            after, dated = _dated(text[match.end() :], found, known.today)
            return joined(without_verb(before), after), replace(dated, venue=venues)
    return text, found


def _house_of(venue: str) -> str:
    match = _HOUSE.match(venue)
    return match["house"] if match else ""
