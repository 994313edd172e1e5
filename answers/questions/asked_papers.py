"""Questions for papers that are put in other words, as questions that ask for papers plainly."""

import re

from answers.questions.counted import PLURAL
from answers.questions.question import Extreme, about_papers
from answers.questions.question_patterns import EXTREME, LIKE, PAPERS_OF
from answers.questions.year_spans import A_YEAR, NEXT_YEAR
from answers.text.wordlists import AUXILIARIES, FUNCTION_WORDS, PEOPLE, SCAFFOLD_WORDS
from answers.text.words import words

INNER = re.compile(r"(?<=\w)[A-Z\d]")  # a capital or a digit inside a word, as names have them
YEARS = re.compile(
    rf"(?<![\w-])(?P<years>{A_YEAR}(?:{NEXT_YEAR}{A_YEAR})*)"
    r" (?P<papers>papers|studies|articles|publications|preprints)\b"
)
# "How many surveys of parsing are there?", but not "Which surveys were filled in?", where they are what is studied.
KIND_OF_PAPERS = re.compile(
    r"^\W*(?P<lead>which|what|how many|(?:list|name|find|show)(?: me)?|are there)(?: (?:all|any|some|the|of|recent))*"
    r" (?P<kind>(?:(?:systematic|literature|book) )?(?:surveys|reviews|overviews)|case (?:reports|series)"
    r"|meta[- ]?analyses)"
    r"\b(?P<rest>(?: (?:exist|are there|are held))?(?: (?:of|on|about|for|from|in|since|before|after|that|by)"
    r" (?![^?]*\b(?:were|was|did|do|does)\b)[^?]*)?)\W*$",
    re.IGNORECASE,
)
THERE = re.compile(r" (?:exist|are there|are held)\b", re.IGNORECASE)


def kind_behind(text: str) -> str:
    """ "How many papers are surveys of …?" of "How many surveys of … are there?"."""
    match = KIND_OF_PAPERS.search(text)
    if match is None:
        return text
    asks = "How many" if match["lead"].lower() == "how many" else "Which"
    return f"{asks} papers are {match['kind']}{THERE.sub('', match['rest'])}?"


def year_behind(text: str) -> str:
    """ "Which papers from 2020 …?" of "Which 2020 papers …?", and of years in a list."""
    return YEARS.sub(r"\g<papers> from \g<years>", text, count=1)


def papers_first(text: str) -> str:
    """ "How many papers on BERT use …?" of "How many BERT papers use …?", which asks for papers as well."""
    match = None if about_papers(text) else PAPERS_OF.search(text)
    if match is None:
        return text
    subject = words(match["subject"])
    if any(word in FUNCTION_WORDS | PEOPLE | {*AUXILIARIES} or PLURAL.fullmatch(word) for word in subject):
        return text  # "which methods improve papers", "how many people read papers"
    plain = not any(map(INNER.search, match["subject"].split()))
    if plain and (match["papers"].lower() == "studies" or LIKE.fullmatch(subject[-1])):
        return text  # "case studies", "randomised controlled studies", "highly cited papers"
    on = "" if SCAFFOLD_WORDS.issuperset(subject) else f" on {match['subject']}"
    return f"{match['lead']} {match['papers']}{on}{text[match.end() :]}"


def extreme(text: str) -> tuple[str, Extreme | None]:
    """A question for the newest or the oldest papers as one for papers, as many, and which of the two it asks for."""
    match = EXTREME.search(text)
    if match is None:
        return text, None
    number = match["number"] or match["number_"] or match["number__"]
    papers = " ".join(("Which", *filter(None, (number, (match["of"] or "").strip())), "papers"))
    newest = match["newest"] or match["newest_"] or match["newest__"]
    return f"{text[: match.start()]}{papers}{text[match.end() :]}".strip(), "newest" if newest else "oldest"
