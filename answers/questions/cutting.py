"""Takes the words that limit a question to some papers out of it, so that what is left still reads as a question."""

import re
from collections.abc import Callable
from typing import TypeVar

from answers.questions.question_patterns import SET_WORDS

T = TypeVar("T")

APPEARED = (
    r"(?:published|appear(?:ed|ing)?|written|released|presented|printed|dated|accepted|(?:(?:came|come|comes) )?out)"
)
_LEAVES = re.compile(
    rf"(?:\b(?:that|which) (?:were|was|have been|are|is) )?\b{APPEARED}\s*$|\band (?:are|is|were|was)(?: from)?\s*$"
    rf"|(?P<set>\b(?:{SET_WORDS}))(?: that| which)? (?:dat(?:e[sd]?|ing)|comes?|came)(?: from)?\s*$|\bfrom\s*$",
    re.IGNORECASE,
)
# What turns a limit around that follows it: "that are not by", "excluding those from".
EXCEPT = r"(?:except(?: for)?|excluding|other than|apart from|besides|leaving out)"
TURNS = (
    r"(?:,\s*)?(?:\b(?:(?:that|which|who) )?(?:are|is|were|was|did|have|has)(?: not|n['’]t)(?: been)?"
    rf"|\b(?:(?:and|but) )?(?:not|{EXCEPT}))"
    r"(?: (?:all|any|the|those|ones|papers|works?|studies|articles))*(?: (?:that|which) (?:are|were))?"
    rf"(?: (?:{APPEARED}|authored|appear))?"
)
_TURNED = re.compile(TURNS + r"\s*$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,\s*(?:(?:and|or)\b)?|\band\b|\bor\b|&)\s*", re.IGNORECASE)


def cut(text: str, match: re.Match[str]) -> str:
    """The text without what was matched."""
    return joined(without_verb(text[: match.start()]), text[match.end() :])


def turned(before: str) -> str | None:
    """What stands before the words that turn a limit around, if those come last."""
    found = _TURNED.search(before)
    return before[: found.start()] if found else None


def without_verb(before: str) -> str:
    """ "papers published" before a year or a venue that is taken out: papers."""
    return _LEAVES.sub(lambda found: found["set"] or "", before.rstrip())


def joined(before: str, after: str) -> str:
    whole = f"{before.rstrip(' ,')} {after.lstrip(' ,')}".strip() if before.strip() else after.lstrip(" ,:")
    return re.sub(r"\s+([?.!])", r"\1", whole)


def further(text: str, begun: Callable[[str], tuple[T, int] | None]) -> tuple[list[T], str]:
    """The names that follow a name, as in ", B or C", and what comes after them; `begun` reads the one that a text
    begins with, and how far it goes."""
    others: list[T] = []
    while (joint := _JOINT.match(text)) and (following := begun(text[joint.end() :])):
        others.append(following[0])
        text = text[joint.end() + following[1] :]
    return others, text
