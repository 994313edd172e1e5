"""Questions whose answer no text of a paper holds: what papers leave out, and how often they are cited."""

import re

from answers.question import about_papers
from answers.question_patterns import SET_WORDS

# What papers say of their results may well be a "not": of "which studies do not find a benefit?" texts do tell.
_RESULTS = (
    r"(?:find|see|observe|show|report|support|confirm|replicate|reproduce|agree|improve|work|help|outperform|hold|need"
    r"|require|scale|generali[sz]e|depend|differ)"
)
_LEFT_OUT = re.compile(
    rf"\b(?:{SET_WORDS})(?: (?:that|which|who))? (?:do|does|have|has)(?: not|n['’]t) (?!{_RESULTS}\b)\w"
    r"|\b(?:are|is|were|was)(?: not|n['’]t) (?:about|concerned|related|from|published|written|based|by)\b"
    r"|\b(?:but not|except(?: for)?|excluding|apart from)\b",
    re.IGNORECASE,
)
_CITATIONS = re.compile(
    r"\b(?:most|least|more|highly|best)[ -](?:(?:often|frequently|widely|highly)[ -])?cited\b|\bcitation counts?\b"
    r"|\bh-index\b|\bimpact factors?\b|\bmost (?:influential|popular|important|read|downloaded)\b",
    re.IGNORECASE,
)


def left_out(question: str) -> bool:
    """Whether it asks for papers by what they do not do, or not treat."""
    return about_papers(question) and bool(_LEFT_OUT.search(question))


def of_citation_counts(question: str) -> bool:
    return bool(_CITATIONS.search(question))
