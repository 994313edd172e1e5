"""How well a sentence of a citing paper reads by itself, away from the text in which it stands."""

import re

from answers.evidence import BROKEN, FINDS, MIDWAY, SUMMARY, VAGUE
from answers.sentences import Sentence
from answers.text.headings import headed, unheaded
from answers.text.wording import broken, finds, opens_midway, proceeds, standing_alone, vague

UNNAMED = 0.04  # what a sentence loses that speaks of "our method" or "the system" and does not say which that is
BACKGROUND = 0.08  # and one that opens an abstract and says nothing of the paper's own
MANY_WORDS = 40  # and from so many words on it is hard to read
LONG = 0.04

_WORKS = (
    r"(?:methods?|models?|approach(?:es)?|systems?|algorithms?|techniques?|frameworks?|networks?|tools?|features?"
    r"|architectures?|metrics?|measures?|tasks?|datasets?|corpora|languages|classifiers?|experiments?)"
)
_PAPERS = r"(?:paper|work|study|article|survey|thesis|report|review|research|chapter|contribution|trial|project)s?"
# What comes before "we" and only ties the sentence to the one before; none that says under which condition it holds.
_TIES = (
    r"(?:in order )?to (?!our|the best)[a-z]+ (?:\w+ ){0,3}?(?:this|these|that|those|such|it|them|the above)\b",
    r"(?:with|in|given|considering) (?:this|that|these) (?:in mind|regard|direction|context|vein|respect|paper|work"
    r"|study|article|survey|thesis|review|project|chapter)\b",
    r"in (?:view|light) of (?:this|these|that)\b",
    r"(?:based|drawing|building) (?:up)?on (?:this|these|our) (?:observation|finding|insight|idea|result)s?",
    r"(?:inspired|motivated) by (?:this|these|our) (?:observation|finding|insight|idea|result)s?",
    r"for (?:this|these) (?:task|purpose|reason|goal|end)s?",
)
_TIE = re.compile(
    rf"^(?:{'|'.join(_TIES)})[^,;:.]{{0,60}}, (?=(?:we|this paper|the authors)\b)",
    re.IGNORECASE,
)
# What points at something that an earlier sentence named, where no comma stands before it: behind one it may well be
# named in the sentence itself.
_POINTERS = (
    r"such (?!as\b|that\b)",
    r"these\b",
    r"those (?!(?:of|who|that|which|in|with|from|for|on|by)\b)",
    rf"this (?!{_PAPERS}\b)",
    r"the (?:above|latter|former|aforementioned|resulting|same)\b",
    r"the (?:other |first |last )?(?:two|three|four|five) \w+",
    rf"(?:both|all|either|each of the) (?:of |the )*{_WORKS}\b",
    r"(?:that|whether|how|why) (?:they|its|their|it (?!(?:is|was) (?:\w+ ){1,2}(?:to|that)))\b",
    r"(?:first|second|third) (?:\w+ )?(?:method|model|approach|algorithm|system|technique|step|experiment)\b",
)
_PRONOUN_AFTER_OPENING = (
    r"^(?:in|at|on|for|by|with|from|under|moreover|also|thereby|then|there|while|although|though|despite)\b"
    r"[^,]{0,80}, (?:it|they|he|she|its|their|this|these)\b"
)
_MEANWHILE = r"\bat (?:the same|that) time\b|\b(?:is|are|was|were) then \w+ed\b"
_GOES_ON = r"^(?:and|but|so|or|yet|similarly|likewise|conversely|otherwise|then|indeed|also|again|still|currently)\b"
_POINTING = re.compile(
    rf"^[^,;:]*?\b(?:{'|'.join(_POINTERS)})|{_PRONOUN_AFTER_OPENING}|{_MEANWHILE}|{_GOES_ON}", re.IGNORECASE
)
_UNNAMED = re.compile(
    rf"\b(?:our|the)(?: (?:proposed|new|novel|final|best|overall|submitted|developed|baseline))* {_WORKS}\b"
    r"(?! (?:of|for|called|named|in which|based|which|that)\b)|^the [a-z]+ (?:is|are|was|were|has|have|had|can|does)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\((?:\d{1,2}|[ivx]{1,4}|[a-e])\) (?=[A-Z])")
_NAMES_ITSELF = re.compile(rf"^this {_PAPERS}\b", re.IGNORECASE)
PRESENTING = re.compile(
    r"\b(?:we|this (?:paper|work|study|article)|the authors) (?:also |first |then |here )?(?:present|propose|introduce"
    r"|describe|develop|show|demonstrate|argue|find|investigate|study|explore|examine|suggest)",
    re.IGNORECASE,
)
# That there is a paper, or a task, and nothing of what either says.
_TAKES_PART = re.compile(
    r"\b(?:we|this (?:paper|work|submission|article)) (?:\w+ )?(?:participat\w+|took part|submitted"
    r"|(?:describe|present)s? (?:our|the) (?:system|submission|participation|work|approach|model|results|findings)s?"
    r"(?: and \w+)? (?:in|to|for|at|of)\b)|\b(?:is|are) (?:also )?(?:discussed|described|presented|reported)\.?$"
    r"|^there (?:is|are|was|were|have been)\b|^the (?:challenge|task|competition) \w+s\b",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(rf"\b(?:we|our|ours|us|this {_PAPERS}|the authors?|here|was|were|did|had)\b", re.IGNORECASE)
# A letter beside a bracket or a bar within a word is what is left of one that could not be read.
_MISREAD = re.compile(r"\ufffd|[a-z][)|][a-z]|\d\)[a-z]|[a-z]-$|\w\\%|[a-z]- [A-Z][a-z]+,")


def readable(sentence: Sentence) -> float:
    """How well a sentence reads by itself; larger is better, 0 is a plain sentence."""
    text = alone(sentence)
    empty = vague(text) or proceeds(text) or bool(_TAKES_PART.search(text))
    tells = sentence.field == "tldr" or (bool(PRESENTING.search(text)) and not empty)
    worth = SUMMARY * tells + FINDS * finds(text)
    opens = sentence.field == "abstract" and sentence.start == 0 and not _OWN_VOICE.search(text)
    worth -= UNNAMED * bool(_UNNAMED.search(text)) + BACKGROUND * opens + LONG * (text.count(" ") >= MANY_WORDS)
    return round(worth - BROKEN * _cut(sentence) - VAGUE * empty - MIDWAY * _leans(sentence), 6)


def stands_alone(sentence: Sentence) -> bool:
    """Whether it is whole and can be understood without what stands before it, as far as can be told."""
    return not _cut(sentence) and not _leans(sentence)


def _leans(sentence: Sentence) -> bool:
    text = alone(sentence)
    return bool((opens_midway(text) and not _NAMES_ITSELF.search(text)) or _POINTING.search(text))


def _cut(sentence: Sentence) -> bool:
    text = sentence.text
    return broken(text) or headed(text) or bool(_MISREAD.search(text))


def untied(text: str) -> str:
    """The sentence without what only ties it to the one before, such as "To solve this problem," before "we"."""
    rest = _TIE.sub("", text, count=1)
    return rest[:1].upper() + rest[1:] if rest != text else text


def alone(sentence: Sentence) -> str:
    """The words in which the sentence is said where nothing stands before it."""
    return untied(standing_alone(untied(unheaded(_ITEM.sub("", sentence.text)))))
