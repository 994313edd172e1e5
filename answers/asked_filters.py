"""Which papers a question limits itself to, read from its words: years, venues, authors, how and why they cite."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from answers.asked_years import asked_years
from answers.cited_so import cited_so
from answers.cutting import APPEARED, EXCEPT, cut, joined, turned, without_verb
from answers.question import about_papers
from answers.question_patterns import SET_WORDS
from index.values import Filters

_NAME = r"(?P<name>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3})"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TELL = (
    r"(?:writ(?:e|es|ten)|wrote|publish(?:ed)?|author(?:ed)?|say|said|argued?|claim(?:ed)?|find|found|show[ns]?|showed"
    r"|report(?:ed)?|concluded?|think|thought)"
)
_TELLS = rf"(?P<tells>(?i: {_TELL}\b))"
_BY = (
    re.compile(rf"\b(?P<by>by) {_NAME}"),
    re.compile(rf"(?i:\bwhat (?:do|does|did|have|has)) (?P<by>){_NAME}{_TELLS}?"),
    re.compile(rf"(?i:\b(?:do|does|did|have|has|had)) (?P<by>){_NAME}{_TELLS}"),
    re.compile(rf"(?i:\b(?:{SET_WORDS})) (?P<by>from) (?!(?:{_MONTHS})\b){_NAME}"),
    re.compile(rf"(?i:\b{EXCEPT}) (?P<by>){_NAME}"),
)
_WHAT_DOES = re.compile(r"\bwhat (?:do|does|did|have|has)\s*$", re.IGNORECASE)
_ET_AL = re.compile(r"^,? (?:(?i:et al\.?|and (?:colleagues|co-?authors|others|coworkers))|(?:and|&) [A-Z][\w-]+)")
_JOINT = re.compile(r"\s*(?:,\s*(?:(?:and|or)\b)?|\band\b|\bor\b|&)\s*", re.IGNORECASE)
_STANDS = re.compile(rf"\b(?:{SET_WORDS}|{APPEARED}|are|is|were|was|those|ones|research|literature)\s*$", re.IGNORECASE)
_ITS_PAPERS = re.compile(r"\s+(?:papers|articles|preprints)\b", re.IGNORECASE)

Taken = tuple[str, Filters]
T = TypeVar("T")
MOST_NAMES = 5  # that one asked for may stand for


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers in scope can be filtered by: the venues, roles and polarities that some of them have, and who
    wrote them (`authored` says whether one of them has an author of this name, `signed`
    who has this last name); the `hubs` that all cite, by title;
    the year it is `today`, from which "the last five years" are counted, and the `years` of the papers;
    and whether a word is `spoken` in what they say."""

    venues: Collection[str] = ()
    roles: Collection[str] = ()
    polarities: Collection[str] = ()
    authored: Callable[[str], bool] = lambda _: False
    signed: Callable[[str], Sequence[str]] = lambda _: ()
    hubs: Collection[str] = ()
    today: int = 0
    years: Sequence[int] = ()
    spoken: Callable[[str], bool] = lambda _: True


def filters_asked(text: str, known: Known) -> Taken:
    """The question without the words that limit it, and the limits; the same text and none where there are none.

    That papers cite the hub limits nothing, and is taken out as well; why they cite it stays.
    """
    text, found = asked_years(text, Filters(), known.today, known.years)
    for take in (_venue, _author, _stance, _citing):
        text, found = take(text, found, known)
    return text, found


def _venue(text: str, found: Filters, known: Known) -> Taken:
    named = sorted((name for name in known.venues if len(name) > 1), key=lambda name: (-len(name), name))
    said = text.casefold()
    for name in (each for each in named if each.casefold() in said):
        pattern = rf"(?P<where>(?P<at>\b(?:at|in|from) (?:the )?)?(?<![\w-])(?P<name>{re.escape(name)}))(?![\w-])"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            before, after = text[: match.start("where")], text[match.end() :]
            others, rest = _further(after, lambda left: _begun_by(left, named))
            if (kept := turned(before)) is not None:
                return joined(kept, rest), replace(found, not_venue=(name, *others))
            if _names_venue(text, match, known, exact=match["name"] == name):
                return joined(without_verb(before), rest), replace(found, venue=(name, *others))
    return text, found


def _names_venue(text: str, match: re.Match[str], known: Known, *, exact: bool) -> bool:
    """ "Published in Nature" limits to it, and so do "Nature papers" and, last of all, "in Nature"; in small letters
    these would be something else."""
    before, after = text[: match.start("where")], text[match.end() :]
    if not match["at"]:
        named = exact and (bool(before.strip()) or sum(map(str.isupper, match["name"])) > 1)
        return named and _ITS_PAPERS.match(after) is not None
    name = match["name"]
    last = exact and (" " in name or not known.spoken(name)) and about_papers(text) and not after.strip(" ?.!")
    return bool(_STANDS.search(before)) or last


def _begun_by(text: str, names: Sequence[str]) -> tuple[str, int] | None:
    """The longest of the names that the text begins with, and how far that goes."""
    for name in names:
        if match := re.match(rf"(?:(?:at|in) )?(?:the )?{re.escape(name)}(?![\w-])", text, re.IGNORECASE):
            return name, match.end()
    return None


def _further(text: str, begun: Callable[[str], tuple[T, int] | None]) -> tuple[list[T], str]:
    """The names that follow a name, as in ", B or C", and what comes after them."""
    others: list[T] = []
    while (joint := _JOINT.match(text)) and (following := begun(text[joint.end() :])):
        others.append(following[0])
        text = text[joint.end() + following[1] :]
    return others, text


def _author(text: str, found: Filters, known: Known) -> Taken:
    """Who wrote the papers; only where one in scope has such an author, and the whole of the longest such name."""

    def signed(rest: str) -> tuple[tuple[str, ...], int] | None:
        match = re.match(_NAME, rest)
        found = ((_signed_as(name, known), len(name)) for name in _shortened(match["name"])) if match else ()
        return next((each for each in found if each[0]), None)

    for pattern in _BY:
        for match in pattern.finditer(text):
            if first := signed(text[match.start("name") :]):
                names, length = first
                others, after = _further(text[match.start("name") + length :], signed)
                before, after = text[: match.start("by")], _ET_AL.sub("", after, count=1)
                tells = match.groupdict().get("tells") or ""
                after = after.removeprefix(tells)
                if tells and after.strip(" ?.!"):
                    before = _WHAT_DOES.sub("What", before)
                if (kept := turned(before)) is not None:
                    return joined(kept, after), replace(found, not_author=(*names, *chain(*others)))
                return joined(without_verb(before), after), replace(found, author=(*names, *chain(*others)))
    return text, found


def _shortened(name: str) -> Iterator[str]:
    """The name, then without its last words, but never an initial alone."""
    words = name.split()
    return (" ".join(words[:count]) for count in range(len(words), 0, -1) if count > 1 or not _initial(words[0]))


def _signed_as(name: str, known: Known) -> tuple[str, ...]:
    """Under which names authors in scope may be meant: this one, or those with the same last name that an initial here
    or there stands for."""
    if known.authored(name):
        return (name,)
    first, _, last = name.rpartition(" ")
    given = first.split()[0] if first else ""
    alike = (signed for signed in known.signed(last) if given and _stands_for(given, signed.split()[0]))
    return tuple(alike)[:MOST_NAMES]


def _stands_for(given: str, signed: str) -> bool:
    return given[0].casefold() == signed[0].casefold() and (_initial(given) or _initial(signed))


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _stance(text: str, found: Filters, known: Known) -> Taken:
    """How, or in what spirit, papers cite the hub; only where some in scope are labelled so."""
    asked = cited_so(text, {*known.roles, *known.polarities}) if about_papers(text) else None
    if asked is None:
        return text, found
    label, match = asked
    left = cut(text, match)
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
    return (text, found) if match is None else (cut(text, match), found)
