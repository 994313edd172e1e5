"""Questions whose answer no text of a paper holds: what papers leave out, and how often they are cited."""

import re

from answers.question import about_papers, names_nothing
from answers.question_patterns import SET_WORDS

# What papers say of their results may well be a "not": of "which studies do not find a benefit?" texts do tell, and of
# "which papers show that gains are not from data?".
_RESULTS = (
    r"(?:find|see|observe|show|report|support|confirm|replicate|reproduce|agree|improve|work|help|outperform|hold|need"
    r"|require|scale|generali[sz]e|depend|differ|recommend|detect|reduce|increase|affect|benefit|match|reach|achieve"
    r"|beat|exceed|change)"
)
_THAT = re.compile(
    r"\b(?:f[io]u?nd|show|argue|claim|report|sa[yi]|stat|conclud|suggest|demonstrat|prov|note)\w*\b"
    r"(?: \w+){0,3} that\b",
    re.IGNORECASE,
)
_DOING = (
    r"(?:(?:are|is|were|was) )?(?:uses?|using|employ|appl(?:y|ies)|treats?|covers?|discuss(?:es)?|mentions?"
    r"|address(?:es)?|stud(?:y|ies)|considers?|cites?|evaluates?|about|on|with|in|by|from)"
)
_LEFT_OUT = re.compile(
    rf"\b(?:{SET_WORDS})(?: (?:that|which|who))? (?:do|does)(?: not|n['’]t) (?!{_RESULTS}\b)\w"
    r"|\b(?:are|is|were|was)(?: not|n['’]t) (?:(?:about|concerned|published|written)\b|from (?:19|20)\d\d)"
    rf"|\b(?:{SET_WORDS})(?: (?:that|which|who))? {_DOING} [^?.;]*\bbut not\b"
    rf"|\b(?:{SET_WORDS})\b[^?.;]*\b(?:except(?: for)?|excluding|apart from)\b",
    re.IGNORECASE,
)
_CITATIONS = re.compile(
    r"\b(?:most|least|more|highly)[ -](?:(?:often|frequently|widely|highly)[ -])?cited\b|\bcitation counts?\b"
    r"|\bh-index\b|\bcited (?:the )?(?:most|least|more)\b(?: (?:often|frequently|widely))?"
    r"|\b(?:most|fewest|number of) citations\b"
    r"|\bhow often\b(?=.*\bcited\b)",
    re.IGNORECASE,
)


def left_out(question: str) -> bool:
    """Whether it asks for papers by what they do not do, or not treat."""
    return about_papers(question) and bool(_LEFT_OUT.search(question)) and not _THAT.search(question)


def of_citation_counts(question: str) -> bool:
    """Whether it asks how often papers are cited, and for nothing else."""
    rest = _CITATIONS.sub("", question)
    return rest != question and names_nothing(rest)
