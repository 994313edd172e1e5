"""Questions whose answer no text of a paper holds: what papers leave out, how often they are cited, by whom written."""

import re

from answers.questions.cutting import EXCEPT
from answers.questions.question import about_papers, names_nothing
from answers.questions.question_patterns import SET_PLURAL, SET_WORDS

# What papers say of their results may well be a "not": of "which studies do not find a benefit?" texts do tell, and of
# "which papers show that gains are not from data?".
_RESULTS = (
    r"(?:find|see|observe|show|report|support|confirm|replicate|reproduce|agree|improve|work|help|outperform|hold"
    r"|scale|generali[sz]e|depend|differ|recommend|detect|reduce|increase|affect|benefit|match|reach|achieve"
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
_OF = r"(?: (?:on|about|of|in|for|with|that treat|treating|concerning) [^?.;]*?(?<! that)(?<! which)(?<! who))?"
_ABOUT = r"(?: (?:on|about|of) [\w-]+(?: [\w-]+)?)?"
_BE = r"(?:are|is|were|was)"
_LEFT_OUT = re.compile(
    rf"\b(?:{SET_WORDS})(?: (?:that|which|who))?{_OF} (?:do|does)(?: not|n['’]t) (?!{_RESULTS}\b)\w"
    rf"|\b(?:{SET_WORDS})(?: (?:that|which))?{_OF} {_BE}(?: not|n['’]t) (?:about|concerned|on)\b(?! par\b)"
    rf"|\b(?:{SET_WORDS})(?: (?:that|which|who))? {_DOING} [^?.;]*\b(?:but|and) not\b"
    rf"|\b(?:{SET_WORDS})(?: (?:that|which|who))? {_DOING} neither\b"
    rf"|\b(?:{SET_WORDS}){_ABOUT},? {EXCEPT}\b|\b(?:{SET_WORDS}){_ABOUT},? not (?:about|on|concerning|treating)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    rf"\b(?:{SET_WORDS}) without\b|\b(?:{SET_WORDS})\b[^?.;]*\bwithout (?:mention|us|discuss|treat|cit)\w*\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"^\W*(?:{SET_WORDS})\b", re.IGNORECASE)
_OPERATOR = re.compile(r"^(?!.*\?)[\w\s()\"-]*\w NOT (?!gates?\b)[\w\"(]")  # of other search engines
_CITATIONS = re.compile(
    r"\b(?:most|least|more|highly)[ -](?:(?:often|frequently|widely|highly)[ -])?cited\b|\bcitation counts?\b"
    r"|\bh-index\b|\bcited (?:the )?(?:most|least|more)\b(?: (?:often|frequently|widely))?"
    r"|\b(?:most|fewest|number of) citations\b"
    r"|\bhow often\b(?=.*\bcited\b)",
    re.IGNORECASE,
)


_MOST = r"(?:the )?most(?: (?:papers|works|studies|publications|articles))?\W*$"
_AUTHORS = re.compile(
    r"\bhow many (?:different |distinct )?authors (?:are|were) (?:there|held|cited)\b|\bnumber of authors\W*$"
    rf"|\b(?:which|what) authors? (?:has|have|had|wrote|published) (?:written |published )?{_MOST}"
    rf"|\bwho (?:has )?(?:written|wrote|published|authored) {_MOST}|\bmost (?:prolific|frequent) authors?\b",
    re.IGNORECASE,
)


def left_out(question: str) -> bool:
    """Whether it asks for papers by what they do not do, or not treat."""
    if _OPERATOR.search(question) and not question.isupper():
        return True
    asked = about_papers(question)
    named = (asked or SET_PLURAL.search(question)) and _LEFT_OUT.search(question)
    without = (asked or _BEGINS.search(question)) and _WITHOUT.search(question)
    return bool(named or without) and not _THAT.search(question)


def of_author_counts(question: str) -> bool:
    """Whether it counts or ranks authors, where only papers are counted."""
    return bool(_AUTHORS.search(question))


def of_citation_counts(question: str) -> bool:
    """Whether it asks how often papers are cited, and for nothing else."""
    rest = _CITATIONS.sub("", question)
    return rest != question and names_nothing(rest)
