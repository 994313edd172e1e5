"""Headings of sections that a paper's text has run together with the sentence behind them."""

import re

# The number and the words of a heading before what a sentence says, or in its middle.
_TITLE_CASE = r"(?:(?:[A-Z][\w-]*|and|of|for|the|in|with|to|on|from|a|an|vs) ){1,9}?"
_NUMBERED = r"\d{1,2}(?:\\?\.\d{1,2}){0,3}\.? "
_OPENING = r"(?:We|In|This|Our|The|These|To|It|As|For|There|Here|Since|When|While|Although|Given|A|An)[ ,][a-z]"
HEADING = re.compile(rf"^{_NUMBERED}{_TITLE_CASE}(?={_OPENING})")
HEADED = re.compile(rf"^(?:{_NUMBERED}(?:[A-Z][\w-]* ){{2}})|[.!?] {_NUMBERED}(?:[A-Z][\w-]* ){{2}}|[\])]\s?\?$")


def unheaded(text: str) -> str:
    """The sentence without a numbered heading before it, where the first word of the sentence can be told."""
    return HEADING.sub("", text)


def headed(text: str) -> bool:
    """Whether a heading is left in it, or it is a title with the mark of a reference and no sentence at all."""
    return bool(HEADED.search(unheaded(text)))
