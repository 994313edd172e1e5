"""Follow-ups that ask for papers, or for some of those asked for before: "how many?", "the newest?", "older ones?"."""

import re

from answers.questions.followup_limits import of_papers, of_years
from answers.questions.followup_parts import ended, subject_of
from answers.questions.followup_patterns import AGED, DATES, MOST, OF_KIND, PAPERS, THEY_DO, YEAR
from answers.questions.question import about_papers, read_question
from answers.questions.question_patterns import SET_PLURAL
from answers.text.wordlists import AUXILIARIES


def asked_of_papers(lead: str, before: str) -> str:
    """ "How many?" after "Which papers use drones?" asks how many papers use drones."""
    lead = lead.lower()
    if lead in ("how many", "which") and (kind := OF_KIND.match(before)):
        return f"{lead.capitalize()} {kind['papers']}{before[kind.end() :]}"
    found = PAPERS.match(before) if about_papers(before) else None
    rest = found["rest"] if found else f"address: {before}"
    named = {"how many": "How many papers", "any": "Are there any papers that", "who": "Who"}.get(lead, "Which papers")
    return f"{named} {rest}"


def among_them(lead: str, rest: str, before: str) -> str:
    """ "Which of them used pots?" after a question about phosphorus asks which papers on phosphorus used pots."""
    first = "How many" if lead.lower() == "how many" else "Which"
    if asked := PAPERS.match(ended(before)[0]):
        joint = " " if before.lower().startswith("are there") else " and "
        return f"{first} papers {asked['rest']}{joint}{rest}"
    subject = subject_of(read_question(before))
    return f"{first} papers on {subject} {rest}" if subject else f"{first} papers {rest}"


def of_those(piece: str, before: str) -> str | None:
    """What is asked of the papers that were asked for: the newest, older ones, how many use drones."""
    subject = subject_of(read_question(before))
    if found := MOST.match(piece):
        return the_most(before, subject, found["most"].lower())
    if found := AGED.match(piece):
        return of_age(before, subject, newer=bool(found["newer"]))
    if not (found := THEY_DO.match(piece)) or not about_papers(before):
        return None
    did = re.search(rf"\b{found['verb']}s?\b.*", ended(before)[0], re.IGNORECASE)
    if did is None or found["verb"].lower() in AUXILIARIES:
        return f"{among_them(found['lead'], found['rest'], before)}?"
    asked, dates = PAPERS.match(before[: did.start()]), DATES.search(did.group())
    kept = f"{asked['rest'].strip()} " if asked else ""
    first = "How many" if found["lead"].lower() == "how many" else "Which"
    return f"{first} papers {kept}{found['rest']}{dates.group() if dates else ''}?"


def of_age(before: str, subject: str, *, newer: bool) -> str:
    """Papers older or newer than those asked for before; the oldest or newest of all, where these are of any year."""
    dated = YEAR.findall(before)
    if not dated:
        return the_most(before, subject, "newest" if newer else "oldest")
    return of_years(before, "after" if newer else "before", dated[-1] if newer else dated[0])


def the_most(before: str, subject: str, most: str) -> str:
    """A question for the newest or oldest of the papers that were asked for."""
    if not of_papers(before):
        return f"What are the {most} papers on {subject}?"
    asked = re.sub(
        rf"^\W*(?:(?:which|what|how many) )?(?:the )?(?=[\w-]* ?{SET_PLURAL.pattern})", "", before, flags=re.I
    )
    asked = re.sub(
        rf"^(?P<papers>{SET_PLURAL.pattern}) (?:are|were|is|was) (?=(?:about|on|from|in|by|at|for)\b)",
        r"\g<papers> ",
        asked,
        flags=re.IGNORECASE,
    )
    return f"What are the {most} {asked}"
