"""The authors that a question limits itself to, and the years right behind their names: "papers by Huber in 2020"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from answers.questions.cutting import EXCEPT, further, joined, turned, without_verb
from answers.questions.known import Known
from answers.questions.question_patterns import SET_WORDS
from answers.questions.year_spans import A_YEAR, years_behind
from answers.text.wordlists import FUNCTION_WORDS, SCAFFOLD_WORDS
from index.values import Filters

_PARTICLES = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ter|ten) ){0,3}"
_NAME = rf"(?P<name>[^\W\d_a-z][\w.'’-]*(?: {_PARTICLES}[^\W\d_a-z][\w.'’-]*){{0,3}})"
_WORDS = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}"
_ANY_CASE = rf"(?P<name>{_WORDS})"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TELL = (
    r"(?:writ(?:e|es|ten)|wrote|publish(?:ed)?|author(?:ed)?|say|said|argued?|claim(?:ed)?|find|found|show[ns]?|showed"
    r"|report(?:ed)?|concluded?|think|thought)"
)
_OTHERS = r"(?:,? (?:(?i:et al)\b\.?|(?i:and (?:colleagues|co-?authors|others|coworkers))\b))"
_TELLS = rf"(?P<tells>(?i: {_TELL}\b))"
_BY = (
    re.compile(rf"\b(?P<by>by) (?!(?:{_MONTHS}) \d){_NAME}"),
    re.compile(rf"(?i:\bwhat (?:do|does|did|have|has)) (?P<by>){_NAME}{_OTHERS}?{_TELLS}?"),
    re.compile(rf"(?i:\b(?:do|does|did|have|has|had)) (?P<by>){_NAME}{_OTHERS}?{_TELLS}"),
    re.compile(rf"(?i:\b(?:{SET_WORDS})) (?P<by>from) (?!(?:{_MONTHS})\b){_NAME}"),
    re.compile(rf"(?i:\b{EXCEPT}) (?P<by>){_NAME}"),
    # What they say is asked of their papers alone; what others make of it is not.
    re.compile(rf"(?:(?i:\b(?:do|does|did)) |^\W*)(?P<by>){_NAME}(?={_OTHERS})"),
    re.compile(rf"\b(?P<by>(?i:according to )){_NAME}"),
)
_BY_IN_SMALL_LETTERS = re.compile(
    rf"\b(?:papers?|works?|stud(?:y|ies)|articles?|publications?|preprints?|written|published|authored) (?P<by>by)"
    rf" {_ANY_CASE}",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"^\W*(?P<asks>who(?: is| was|['’]s) )?{_ANY_CASE}\W*$", re.IGNORECASE)
_CITATION = re.compile(
    rf"^\W*(?P<name>{_WORDS}?){_OTHERS}?,? \(?(?P<year>{A_YEAR})\)?(?: (?:papers?|articles?|publications?))?"
    r"(?=\W*$| (?:on|about)\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\W*$|[,;:.?!(]|\s+(?:in|from|on|about|since|before|after|between|until|that|which|and|or|with|et|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WHAT_DOES = re.compile(r"\bwhat (?:do|does|did|have|has)\s*$", re.IGNORECASE)
_DID = re.compile(r"^\W*(?:do|does|did|have|has|had)\s*$", re.IGNORECASE)
_THAT = re.compile(r"\s+that\b", re.IGNORECASE)
_ET_AL = re.compile(rf"^(?:{_OTHERS}|,? (?:and|&) [A-Z][\w-]+)")
MOST_NAMES = 5  # that one asked for may stand for


def asked_authors(text: str, found: Filters, known: Known) -> tuple[str, Filters]:
    """Who wrote the papers; only where one in scope has such an author, and the whole of the longest such name."""
    if told := _person(text, found, known) or _cited(text, found, known):
        return told
    for pattern in (*_BY, _BY_IN_SMALL_LETTERS):
        for match in pattern.finditer(text):
            if told := _written_by(text, match, found, known):
                return told
    return text, found


def _person(text: str, found: Filters, known: Known) -> tuple[str, Filters] | None:
    """Who somebody is, is told by papers of theirs, and a full name alone asks for these."""
    match = _PERSON.match(text)
    if match is None or not (match["asks"] or " " in match["name"]) or not known.authored(match["name"]):
        return None
    return "papers", replace(found, author=(match["name"],))


def _cited(text: str, found: Filters, known: Known) -> tuple[str, Filters] | None:
    """ "Huber et al. 2019 on mites" asks for what is cited so, if a paper in scope is."""
    match = _CITATION.match(text)
    if match is None:
        return None
    names, year = _signed_as(match["name"], known), int(match["year"])
    cited = replace(found, author=names, year_from=year, year_to=year)
    return (f"papers{text[match.end() :]}", cited) if names and known.passes(cited) else None


def _written_by(text: str, match: re.Match[str], found: Filters, known: Known) -> tuple[str, Filters] | None:
    signed = partial(_begun_small if match.re is _BY_IN_SMALL_LETTERS else _begun, known)
    first = signed(text[match.start("name") :])
    if first is None:
        return None
    others, after = further(text[match.start("name") + first[1] :], signed)
    names = (*first[0], *chain(*others))
    before, after = text[: match.start("by")], _ET_AL.sub("", after, count=1)
    if (kept := turned(before)) is not None:
        return joined(kept, after), replace(found, not_author=names)
    tells = match.groupdict().get("tells") or ""
    after = after.removeprefix(tells)
    if (found.year_from, found.year_to) == (None, None):
        after, (first_year, last_year) = years_behind(after, known.today)
        found = replace(found, year_from=first_year, year_to=last_year)
    return _asked_of_theirs(before, after, tells), replace(found, author=names)


def _asked_of_theirs(before: str, after: str, tells: str) -> str:
    """What is left of "What does Huber say about mites?" and "Did Huber claim that mites fly?"."""
    if tells and after.strip(" ?.!"):
        before = _WHAT_DOES.sub("What", before)
    if tells and _DID.match(before) and _THAT.match(after):
        before = "Is it so"
    return joined(without_verb(before), after)


def _begun(known: Known, text: str) -> tuple[tuple[str, ...], int] | None:
    """The authors that the text begins with, and how far their name goes."""
    match = re.match(_NAME, text)
    found = ((_signed_as(name, known), len(name)) for name in _shortened(match["name"])) if match else ()
    return next((each for each in found if each[0]), None)


def _begun_small(known: Known, text: str) -> tuple[tuple[str, ...], int] | None:
    """The same where capitals do not tell what is a name: a single word is one only where it ends what it stands in."""
    match = re.match(_ANY_CASE, text)
    for name in _shortened(match["name"]) if match else ():
        ends = " " in name or (bool(_ENDS.match(text, len(name))) and name not in FUNCTION_WORDS | SCAFFOLD_WORDS)
        if ends and known.authored(name):
            return (name,), len(name)
    return None


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
