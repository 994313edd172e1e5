"""Words with which people begin what they ask a search for, and which are no words of its topic."""

import re

from index.text.tokens import STOP_WORDS, words

_PAPERS = r"(?:papers?|articles?|publications?|(?:scientific |research )?(?:work|works|studies|research))"
_SUCH = (
    r"(?:(?:any|some|all|all the|the|recent|relevant|new|more|good|interesting|scientific|research|academic)\s+){0,3}"
)
_ABOUT = (
    r"(?:about|on|regarding|concerning|discussing|describing|addressing|dealing with|related to|that (?:are )?about)"
)
_SEEKING = (
    r"(?:(?:i am|i['\u2019]m|we are|we['\u2019]re|am|are)?\s{0,3}(?:looking|searching) for"
    r"|(?:i|we) (?:want|need|would like|['\u2019]d like)(?: to (?:find|read|see|know|learn))?"
    r"|(?:(?:can|could|would) you )?(?:please )?(?:find|show|give|get|tell|list) (?:me|us)"
    r"|(?:are there|is there|do you (?:have|know)(?: of)?))"
)
_KNOWN = (
    r"(?:what (?:is|do (?:we|you)|does one) (?:already )?(?:known?)"
    r"|(?:every|any|some)thing|information|literature|more)"
)
# Each begins a query: who seeks, what kind of text is sought, and what it is about; or who seeks, and "about".
# Fewer words may be the topic's own: "We need to consider disagreement", "Information on demand".
FRAMES = (
    re.compile(rf"(?:(?:{_SEEKING}\s+)?{_SUCH}{_PAPERS}|{_SEEKING}\s+{_SUCH}literature)\s+{_ABOUT}\s+", re.IGNORECASE),
    re.compile(rf"(?:{_SEEKING}\s+)?{_KNOWN} about\s+", re.IGNORECASE),
    re.compile(rf"{_SEEKING}\s+about\s+", re.IGNORECASE),
)


def unframed(text: str) -> str:
    """What is left of a query without such a beginning; one that is nothing else stays as it is."""
    for frame in FRAMES:
        begun = frame.match(f"{text} ")
        if begun:
            rest = text[begun.end() :]
            return rest if any(word.forms[0] not in STOP_WORDS for word in words(rest)) else text
    return text
