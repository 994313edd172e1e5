"""Puts a question plainly: without courtesies, the hub as "it", papers that deal with a thing as papers about it."""

import re

from answers.questions.question import about_papers
from answers.questions.question_patterns import SET_PLURAL, SET_WORDS

_GREETING = (
    r"(?:hi|hiya|hello|hey|greetings|good (?:morning|afternoon|evening|day))"
    r"(?: (?:there|all|everyone|everybody|team|folks))?"
)
_GRATEFUL = (
    r"(?:thanks|thank you|thx)(?: (?:a lot|a million|so much|very much|again|in advance|for (?:your|the) help))*"
)
_GREETED = re.compile(
    rf"^\W*{_GREETING}(?:\s*[,.!:;]\s*|\s+[–—-]\s+"
    r"|\s+(?=(?:please|pls|plz|can|could|would|which|what|how|who|i|do|does|is|are|list|show|find|give|tell)\b))",
    re.IGNORECASE,
)
# "Which words say thanks?" ends with what it asks about.
_THANKED = re.compile(
    rf"(?<!say)(?<!word)(?:[\s,.!;–—-]+(?:and |many )?(?:please|pls|plz|{_GRATEFUL})|\s*[,.!;]\s*cheers)(?=\s*[?.!]*$)",
    re.IGNORECASE,
)
_ALL_COURTESY = re.compile(
    rf"^\W*(?:{_GREETING}|(?:many )?{_GRATEFUL}|(?:ok(?:ay)?|great|cool|perfect|cheers|(?:good)?bye|help(?: me)?)"
    r"|(?:who|what|how) are you(?: doing)?(?: today)?|what (?:can|do) you (?:do|answer)(?: for me)?|how do you work)"
    r"\W*$",
    re.IGNORECASE,
)

# "The hub genes of a network" are no paper, nor is "the hub of a network".
_HUB = re.compile(
    r"\b(?:(?:the|this) hub(?:['’]s)?(?: (?:paper|article|study)\b"
    r"|(?=\W*$|\s*[,;]| (?:as|for|is|was|were|and|or|but|by|in|that|which|to|with|most|correct|wrong|right)\b))"
    r"|the (?:cited|original) (?:paper|article|work|study)|this (?:paper|article|publication))(?!['’]s|\w| \w+ing\b)",
    re.IGNORECASE,
)
# "The hub's method" and "the hub paper's method", but "the hub's paper" is the hub.
_OF_HUB = re.compile(
    r"\b(?:(?:the|this) hub(?: (?:paper|article|study))?|the (?:cited|original) (?:paper|article|work|study)"
    r"|this (?:paper|article|publication))['’]s\b(?! (?:paper|article|study)\b)",
    re.IGNORECASE,
)
_SINGULAR = re.compile(
    r"(?:paper|study|article|publication|preprint|work|citer|group|team|author|researcher|who)", re.I
)
_PEOPLE = re.compile(r"(?:group|team|author|researcher)s?|who", re.IGNORECASE)
_PREPOSITIONAL = (
    r"(?:deal\w*|dealt) with|(?:talk|speak)\w* (?:about|of)|look\w* (?:at|into)|refer\w* to|touch\w* (?:up)?on"
    r"|(?:focus|concentrat|center|centr)\w* (?:(?:up)?on|around)|revolv\w* around|relat\w* to|pertain\w* to"
    r"|report\w* on|(?:writ\w+|wrote) (?:about|on)|work\w* on|comment\w* on|elaborat\w* on|(?:go|goes|went|going) into"
    r"|(?:have|has|had|having) (?:something |anything )?to do with|concerned (?:with|about)|(?:devoted|dedicated) to"
    r"|interested in"
)
_STEM = (
    r"(?:address|analy[sz]|concern|consider|cover|discuss|examin|explor|featur|handl|investigat|tackl|target"
    r"|treat)"
)
_BASE = re.compile(rf"{_STEM}e?", re.IGNORECASE)
_PURE = "analy[sz]e|consider|discuss|examine|explore|investigate|mention|tackle"  # which are no nouns as well

# What follows "that" or "how" is what papers say, and "it" is the hub.
_NAMED = (
    r"(?= (?!(?:it|this|that|them|whether|how|why|what|which|when|if|by|from|in|is|are|was|were|do|does|did"
    r"|has|have|can)\b)\S)"
)
_OF = r"(?P<of> (?:on|about|of|from|by) [\w-]+(?: (?!that\b|which\b|who\b)[\w-]+){0,2}?)??"
_ADVERB = r"(?: (?:also|mainly|mostly|only|primarily|specifically|explicitly|directly|actually|really))?"
_TREATING = re.compile(
    rf"\b(?P<set>{SET_WORDS}|^who){_OF}(?P<that> (?:that|which|who))?"
    rf"(?: (?:have|has|do|does|did|can|will|are|is|were|was))*{_ADVERB}"
    rf" (?P<verb>{_PREPOSITIONAL}|{_STEM}(?:e?s?|ed|ing)){_NAMED}",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(rf"^\W*(?:the |all |any |some )*{SET_PLURAL.pattern}", re.IGNORECASE)
_DOES = re.compile(r"^\W*(?:do|does|did)\b", re.IGNORECASE)
_ING = re.compile(r"\w+ing\b", re.IGNORECASE)
_COUNTS_PAPERS = re.compile(
    r"^(?P<lead>\W*how many)(?P<rest> (?:(?:are|were) (?:on|about|by|from|concerned|related|devoted|published)\b"
    rf"|(?:{_PREPOSITIONAL}|{_PURE}|use(?! cases?\b)|cite|extend|dispute|critici[sz]e|support|build on)\b).*)",
    re.IGNORECASE,
)
_READ_ABOUT = re.compile(
    r"^\W*where (?:can|could|do|should) (?:i|we|one) (?:read|learn|find(?: out)?|see)"
    r"(?: (?:more|something|anything|papers|work))?(?: (?:about|on|of))+\b",
    re.IGNORECASE,
)


def without_courtesy(text: str) -> str:
    """Without greetings, "please" and thanks around it; nothing is left where there is nothing else."""
    return "" if _ALL_COURTESY.match(text) else _THANKED.sub("", _GREETED.sub("", text))


def hub_as_it(text: str) -> str:
    """ "Who disputes it?" of "Who disputes the hub paper?": what all the papers cite is meant by many words."""
    return _HUB.sub("it", _OF_HUB.sub("its", text))


def plainly(text: str) -> str:
    """ "How many papers are about mites?" of "How many deal with mites?": what papers do with their subject is none.

    Only where the verb follows the papers: "papers on cover crops" are about just these.
    """
    text = _READ_ABOUT.sub("Which papers are about", text)
    text = _COUNTS_PAPERS.sub(r"\g<lead> papers\g<rest>", text)
    return _TREATING.sub(_about, text, count=1) if about_papers(text) or _OF_PAPERS.match(text) else text


def _about(found: re.Match[str]) -> str:
    """The papers, what is said of them already, and that they are about what follows."""
    one, verb = _SINGULAR.fullmatch(found["set"]), found["verb"]
    if one and _BASE.fullmatch(verb) and not found["that"]:  # "which study concern": a concern
        return found.group()
    if _DOES.match(found.string):  # "Do any papers touch on mites?"
        told = "treat"
    elif _PEOPLE.fullmatch(found["set"]):
        told = "studies" if one else "study"
    else:
        told = "about" if _ING.match(verb) and not found["that"] else f"{'is' if one else 'are'} about"
    return f"{found['set']}{found['of'] or ''}{found['that'] or ''} {told}"
