"""Kinds of papers that a question asks for, such as surveys: told by titles and by what papers say of themselves.

The word alone does not tell: "many survey reports" are no survey, and "cases" no case report.
"""

import re
from typing import NamedTuple

from corpus.values import Paper

_OWN = r"(?:we|i|this (?:paper|article|work|study|chapter)|the (?:present )?(?:paper|article|authors?|study)|authors)"
_FEW = r"(?:[\w-]+ ){0,3}"


class Kind(NamedTuple):
    """`asked` finds it in a question, the others in a title and in what a paper says of itself."""

    asked: re.Pattern[str]
    titled: re.Pattern[str]
    said: re.Pattern[str]


def _kind(asked: str, titled: str, said: str) -> Kind:
    return Kind(*(re.compile(each, re.IGNORECASE) for each in (asked, titled, said)))


_SURVEY = r"(?:survey|(?<!book )review|overview)"
_NO_FILES = r"(?<!retrospective )(?<!chart )(?<!record )"  # such a review is of patients
_META = r"meta[- ]?analy[sz]e?[si]s?"
_BOOK = r"(?:book|textbook|monograph|handbook|volume)"
KINDS = (
    _kind(
        r"\b(?:are|is|were|be) (?:an? |all |only )?(?P<kind>book reviews?|reviews? of books?)\b",
        r"\bbook review\b|^review of\b",
        rf"\b(?:{_OWN}|we) (?:\w+ )?(?:review|discuss)(?:s|ed)? (?:the |this |a )?{_FEW}{_BOOK}\b"
        rf"|\b(?:book review|review of (?:the |this |a )?{_FEW}{_BOOK})\b",
    ),
    _kind(
        rf"\b(?:are|is|were|be) (?:an? |all |only )?(?:(?!about )\w+ )?(?P<kind>{_SURVEY}s?)\b"
        rf"|\b(?:papers?|articles?|works?|publications?) (?:that |which )?(?P<verb>(?:survey|review)s?(?:ed)?)\b"
        rf"|\b(?P<of>{_SURVEY}) (?:papers?|articles?)\b",
        rf"\b{_SURVEY}\b(?!-)",
        rf"\b{_OWN} (?:\w+ly )?(?:{_SURVEY}(?:s|ed)?)\b"
        rf"|\b(?:this|our|in this|present|provide|give|conduct)s? (?:an? |the )?{_FEW}{_NO_FILES}{_SURVEY}\b(?! data)",
    ),
    _kind(
        r"\b(?P<kind>case (?:reports?|series))\b",
        r"\bcase (?:reports?|series)\b|\b(?:a|report of \w+) cases? of\b",
        r"\b(?:this|our|in this|present|provide|give) (?:an? |the )?case (?:report|series)\b"
        rf"|\b{_OWN} (?:\w+ )?(?:report|present|describe)s?(?:ed)? (?:(?:on )?(?:an?|the|one|two|three|four|five)) "
        rf"{_FEW}cases?\b(?! (?:study|studies))"
        rf"|\b(?:an?|the) {_FEW}cases? (?:of {_FEW}\w+ )?(?:is|are) (?:reported|presented|described)\b",
    ),
    _kind(
        rf"\b(?P<kind>{_META})\b",
        rf"\b{_META}\b",
        rf"\b{_META} (?:of|was|were|is|showed|included|using)\b|\b(?:we|this|an?|our|by) {_FEW}{_META}\b",
    ),
    _kind(
        r"\b(?P<kind>code\b[^?]{0,40}\b(?:available|public|open))|\b(?P<verb>(?:release|share|publish)[^?]{0,40}\bcode)\b",
        r"(?!)",
        r"\b(?:code|implementations?)\b(?!-)[^.]{0,60}\b(?:available|released?|public(?:ly)?|open[- ]sourced?)"
        r"|\b(?:releas|open-sourc|shar|publish|mak)(?:e|es|ed|ing)\b[^.]{0,60}\b(?:code|implementations?)\b(?!-)",
    ),
)


def kind_asked(text: str) -> tuple[Kind | None, str]:
    """The kind of papers that a question for papers asks for, and the question without its words."""
    for kind in KINDS:
        if found := kind.asked.search(text):
            named = next(name for name, value in found.groupdict().items() if value)
            start, end = found.span(named)
            return kind, " ".join(f"{text[:start]} {text[end:]}".split())
    return None, text


def of_kind(kind: Kind, paper: Paper) -> bool:
    own = " ".join(text for text in (paper.tldr, paper.abstract) if text)
    return bool(kind.titled.search(paper.title) or kind.said.search(own))
