"""Follow-ups that say which papers are meant: "and in 2020?", "older ones?", "what about Nature?"."""

from collections.abc import Callable

from answers.questions.followup_parts import ended, put
from answers.questions.followup_patterns import DATES, NAMED_YEAR, PUBLISHED, SINGLE_DATE, YEAR
from answers.questions.question import about_papers
from answers.questions.question_parts import phrases
from answers.questions.question_patterns import SET_PLURAL

Limits = Callable[[str], bool]


def nothing(_: str) -> bool:
    return False


def of_papers(question: str) -> bool:
    """Whether it asks for papers, or is a topic that says so ("drone papers")."""
    return about_papers(question) or bool(SET_PLURAL.search(question))


def of_year(before: str, preposition: str, year: str) -> str:
    """The question before, of another year: it stands where that one has a year, whatever stands around it."""
    body, end = ended(before)
    dated = SINGLE_DATE.search(body) or (None if DATES.search(body) else YEAR.search(body))
    if dated:
        return f"{body[: dated.start()]}{year}{body[dated.end() :]}{end}"
    body = DATES.sub("", body)
    if PUBLISHED.search(body) and SET_PLURAL.search(body):  # a year behind the venue would not be read as a limit
        return SET_PLURAL.sub(rf"\g<0> from {year}", body, count=1) + end
    published = " published" if of_papers(before) else ""
    return f"{body}{published} {preposition} {year}{end}"


def of_years(before: str, preposition: str, rest: str) -> str:
    """The question before, since or until another year; "before that" counts from the year it has."""
    body, end = ended(before)
    dated = YEAR.findall(before)
    if rest.lower() in ("that", "then") and dated:
        rest = dated[0] if preposition in ("before", "until") else dated[-1]
    return f"{DATES.sub('', body)} {preposition} {rest}{end}"


def says_which(before: str, name: str, limits: Limits) -> bool:
    """Whether a name in a question for papers is that of a venue or an author."""
    return of_papers(before) and name[:1].isupper() and any(limits(f"{how} {name}") for how in ("published in", "by"))


def limited(before: str, piece: str, limits: Limits) -> str | None:
    """The question for papers before, limited to a venue or an author; None where the piece names none.

    A limit of the same kind gives way: "and Kim?" after "papers by Huber".
    """
    if not (of_papers(before) and piece[:1].isupper()):
        return None
    found = NAMED_YEAR.fullmatch(piece)
    name = found["name"] if found else piece
    by = next((by for by in ("published at", "published in", "by") if limits(f"{by} {name}")), None)
    if by is None:
        return None
    if by == "published at" and not name.isupper():
        by = "published in"
    held = next((part for part in phrases(before) if limits(f"{by} {part.text}")), None)
    body, end = ended(before)
    meant = put(before, held, name) if held else f"{body} {by} {name}{end}"
    return meant if found is None else of_year(meant, "in", found["year"])
