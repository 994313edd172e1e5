"""Which papers a question limits itself to, read from its words: years, venues, authors, how and why they cite."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers in scope can be filtered by: the venues, roles and polarities that some of them have, and who
    wrote them (`authored` says whether one of them has an author of this name); the `hubs` that all cite, by title;
    the year it is `today`, from which "the last five years" are counted, and the `years` of the papers;
    and whether a word is `spoken` in what they say."""

    venues: Collection[str] = ()
    roles: Collection[str] = ()
    polarities: Collection[str] = ()
    authored: Callable[[str], bool] = lambda _: False
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
        return next((each for each in _written(match["name"]) if known.authored(each[0])), None) if match else None

    for pattern in _BY:
        for match in pattern.finditer(text):
            if first := signed(text[match.start("name") :]):
                name, length = first
                others, after = _further(text[match.start("name") + length :], signed)
                before, after = text[: match.start("by")], _ET_AL.sub("", after, count=1)
                tells = match.groupdict().get("tells") or ""
                after = after.removeprefix(tells)
                if tells and after.strip(" ?.!"):
                    before = _WHAT_DOES.sub("What", before)
                if (kept := turned(before)) is not None:
                    return joined(kept, after), replace(found, not_author=(name, *others))
                return joined(without_verb(before), after), replace(found, author=(name, *others))
    return text, found


def _written(name: str) -> Iterator[tuple[str, int]]:
    """The name in the forms that papers may have it in, then without its last words, each with how much of the text
    it is: "Ada Lovelace" may have signed as "A. Lovelace", and "A. Lovelace" with her name in full."""
    words = name.split()
    for count in range(len(words), 0, -1):
        first, last, length = words[0], words[count - 1], len(" ".join(words[:count]))
        initial = len(first.rstrip(".")) == 1
        if count > 1:
            yield " ".join(words[:count]), length
            yield last if initial else f"{first[0]}. {last}", length
        elif not initial:
            yield first, length


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
