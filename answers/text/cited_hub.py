"""By what a citing sentence is seen to speak of the hub: its name, or its first author and year in a reference.

A sentence may cite several papers, and what it says need not be said of each.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answers.text.citing_cues import REFERENCE, marked_references
from answers.text.relation import Relation

AS_NAMED = "[0]"  # a reference that no paper has, in place of the hub's name
LEAST = 3  # papers that must cite in the same words, and half of those that cite by author and year at all
_SURNAME = r"(?:(?:van|von|de|der|den|la|le|di|da|dos) ){0,2}[A-Z][\w’'-]{1,40}"
_AUTHOR_YEAR = re.compile(
    rf"\b(?P<surname>{_SURNAME})(?:(?:,| and| &|, and) {_SURNAME}){{0,3}}(?:,? et al\b\.?)?,? ?[(\[]?"
    r"(?P<year>(?:19|20)\d\d)"
)
_DATED = re.compile(r"\b(?:19|20)\d\d")
# What ends the clause in which something is done to what is cited.
_CLAUSE_ENDS = re.compile(
    r"[.;]|, (?:which|where|while|whereas|but|although|because|since|we|it|they|this|these|those)\b"
    r"|\b(?:we|whereas|unlike|similar(?:ly)? to|in contrast (?:to|with)|instead of|rather than|as opposed to)\b",
    re.IGNORECASE,
)
# What is outperformed stands next to the verb; by how much, in which measure and on what behind one of these.
_NOT_OBJECT = re.compile(
    r"\b(?:by|in|on|using|up|of|as|measured|terms|points?|for|from|at|when|according)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cited:
    """How the hub is told in citing sentences; `surname` and `reference` where its first author and year are known."""

    named: re.Pattern[str]
    surname: str | None = None
    reference: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with every reference as one sign, and of each sign whether it is the hub's."""

    text: str
    hub: tuple[bool, ...]
    named: bool = False  # the hub is called by its name
    elsewhere: bool = False  # it cites others by author and year, and the hub not at all


def cited_as(names: Sequence[str], author: tuple[str, int] | None) -> Cited:
    """A name of one word is written with a capital, in case it is a word as well."""
    parts = [rf"(?:{_spelt(name)})(?![\w-]| ?\d)" for name in names if name]
    named = re.compile("|".join(rf"(?<![\w-]){part}" for part in parts) or r"(?!)")  # or nothing at all
    if author is None:
        return Cited(named)
    surname, year = author
    reference = re.compile(rf"\b{re.escape(surname)}\b[^;()\[\]]{{0,60}}[\s,]?[(\[]?{year}(?!\d)")
    return Cited(named, surname, reference)


def author_cited(texts: Iterable[Sequence[str]]) -> tuple[str, int] | None:
    """The first author and the year by which most papers cite the hub, from the citing sentences of each paper."""
    pairs = [
        {(found["surname"], int(found["year"])) for text in each for found in _AUTHOR_YEAR.finditer(text)}
        for each in texts
    ]
    dated = [each for each in pairs if each]
    counted = sorted(Counter(pair for each in dated for pair in each).items(), key=lambda one: (-one[1], one[0]))
    if not counted or counted[0][1] < max(LEAST, len(dated) / 2):
        return None
    return counted[0][0]


def surname(author: str) -> str:
    """The last name of an author written "Ada Lovelace" or "Lovelace, Ada"."""
    first, comma, _ = author.partition(",")
    return first.strip() if comma else author.split()[-1]


def marked(text: str, cited: Cited | None) -> Marked:
    """A sentence as the cues read it, and where it speaks of the hub."""
    if cited is None:
        read = marked_references(text)
        return Marked(read.text, tuple(False for _ in read.references))
    named = cited.named.sub(AS_NAMED, text)
    read = marked_references(named)
    hub = tuple(AS_NAMED in each or _refers(each, cited) for each in read.references)
    dated = bool(cited.surname) and any(map(_DATED.search, read.references))
    elsewhere = dated and not any(hub) and str(cited.surname) not in text
    return Marked(read.text, hub, named != text, elsewhere)


def said_of_hub(relation: Relation, sentence: Marked, found: re.Match[str]) -> bool:
    """Whether what a cue says is said of the hub: of a sign within it or behind it in its clause. Of a sentence without
    a sign of the hub that cannot be told, and counts."""
    if not any(sentence.hub) or (all(sentence.hub) and not sentence.named):
        return True
    signs = [at for at, letter in enumerate(sentence.text) if letter == REFERENCE]
    ends = _CLAUSE_ENDS.search(sentence.text, found.end())
    end = ends.start() if ends else len(sentence.text)
    reached = [at for at in signs if found.start() <= at < end]
    if relation == "compare" and sentence.named:
        reached = [at for at in reached if at < found.end() or not _NOT_OBJECT.search(sentence.text, found.end(), at)]
    ours = dict(zip(signs, sentence.hub, strict=True))
    return any(ours[at] for at in reached)


def _refers(reference: str, cited: Cited) -> bool:
    return cited.reference is not None and bool(cited.reference.search(reference))


def _spelt(name: str) -> str:
    """In any letters where it has several words, and with its first letter large where it has one."""
    if " " in name:
        return rf"(?i:{re.escape(name)})"
    return rf"{re.escape(name[0].upper())}(?i:{re.escape(name[1:])})"
