"""Which papers a question limits itself to, read from its words: years, venues, authors, how and why they cite."""

import re
from dataclasses import replace

from answers.questions.asked_authors import asked_authors
from answers.questions.asked_venues import asked_venues
from answers.questions.asked_years import asked_years
from answers.questions.cited_so import cited_so
from answers.questions.cutting import cut
from answers.questions.known import Known
from answers.questions.question import about_papers
from index.values import Filters

Taken = tuple[str, Filters]


def filters_asked(text: str, known: Known) -> Taken:
    """The question without the words that limit it, and the limits; the same text and none where there are none.

    That papers cite the hub limits nothing, and is taken out as well; why they cite it stays.
    """
    found, before = Filters(), ""
    while text != before:  # a limit may stand behind another: "papers by Huber at Bees since 2020"
        before = text
        for take in (_years, _venues, _authors):
            text, found = take(text, found, known)
    for take in (_stance, _citing):
        text, found = take(text, found, known)
    return text, found


def _years(text: str, found: Filters, known: Known) -> Taken:
    if found.year_from is not None or found.year_to is not None or found.not_year:
        return text, found
    return asked_years(text, found, known.today, known.years)


def _venues(text: str, found: Filters, known: Known) -> Taken:
    return (text, found) if found.venue or found.not_venue else asked_venues(text, found, known)


def _authors(text: str, found: Filters, known: Known) -> Taken:
    return (text, found) if found.author or found.not_author else asked_authors(text, found, known)


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
