"""Whether a sentence says what a thing is: what it begins with, introduces, or explains in passing."""

import re
from collections.abc import Sequence

from answers.text.abbreviations import abbreviations
from answers.text.naming import distinct
from answers.text.words import WORD
from index.text.tokens import stem

_SORT = r"(?:kind|type|form|sort|variant|task|process|problem|practice|act|ability|method|technique|measure|metric|set)"
# What is said of a thing and not what it is: "is very hard", "is becoming popular", "is popular in towns", "is a
# problem on the web"; but "are pauses in laying" and "is defined as" tell that.
_ADVERB = r"(?:very|too|so|quite|rather|always|never|now|\w+ly)\b(?! (?:an?|the|defined|understood|known)\b)"
_ADJECTIVE = (
    r"(?!(?:defined|used|concerned|aimed|designed|intended|meant|known(?= as)|called|understood|an?|the|to|what|when"
    r"|where|how|\w*[^su\W]s)\b)[\w-]+"
    r"(?:[.,;!]|\W*$| (?:and|but|or|for|in(?! which)|on|to|because|as|at|by|with|even|since|than|if)\b)"
)
_TROUBLE = (
    r"an? (?:[\w-]+ ){0,2}(?:problem|challenge|issue|concern|topic|threat|phenomenon)"
    r"(?:\W*$| (?:on|for|in(?! which)|across|among|with)\b)"
    r"|an? (?:[\w-]+ ){0,2}[\w-]+ of (?:[\w-]+ )?(?:importance|interest|relevance)\b"
)
# And what it is held to be: "is an important branch of biology"; but "is a hard task of caging queens" tells more.
_ESTEEM = (
    r"an? (?:(?:very|highly|increasingly) )?(?:active|challenging|complex|critical|crucial|difficult|emerging|essential"
    r"|fundamental|growing|hot|important|key|long-?standing|major|necessary|popular|promising|rapidly growing|useful"
    r"|valuable|vital|well-?known) (?:[\w-]+ ){0,2}[\w-]+(?:\W*$| (?:with|in(?! which)|for|to|of(?! \w+ing\b))\b)"
)
_SAID_OF_IT = rf"(?:{_ADJECTIVE}|{_TROUBLE}|{_ESTEEM})"
# Told of some of a kind, or within a clause that begins otherwise: "each break is", "while some say breaks are".
_NOT_OF_IT = (
    r"(?!(?:each|every|most|many|some|few|while|whereas|although|though|if|when|since|because|given|assuming)\b)"
)
DEFINING = re.compile(
    rf"^(?:the |an? )?{_NOT_OF_IT}(?P<subject>[^,;:]{{2,80}}?(?: \([^)]*\))?)(?:, [^,;:]{{2,80}},)?"
    rf" (?:(?:(?:is|are)\b(?! (?:{_ADVERB}|\w+ing\b|{_SAID_OF_IT}))|refers? to|denotes?|means?|describes)\b"
    r"(?! (?:not|also|often|still|one of|likely|used(?! (?:to|for)\b)|based|widely|evaluated|presented|shown|important"
    r"|difficult)\b)|(?:aims?|seeks?|tr(?:y|ies)|attempts?) to\b)",
    re.IGNORECASE,
)
# "X, which denotes …, is common": the subject is explained before anything is said of it.
EXPLAINED = re.compile(
    rf"^(?:the |an? )?{_NOT_OF_IT}(?P<subject>[^,;:]{{2,80}}?(?: \([^)]*\))?), (?:which|that) (?:\w+ly )?"
    r"(?:(?:is|are) (?:an?|the)\b(?! (?:most|main|major|key|first|best)\b)|aims? to|refers? to|denotes?|means"
    r"|describes?|measures?|consists? of|represents?|summari[sz]es?)\b",
    re.IGNORECASE,
)
# "We introduce X, a …": the subject is what is presented, up to what is said of it.
INTRODUCING = re.compile(
    r"\b(?:(?:we|this (?:paper|work|article|study)|(?:it|which) is) (?:\w+ly |also |then |here |first )?"
    r"(?:introduc|propos|present|develop|creat|releas|describ|call)\w*"
    r"|(?:by|and) (?:introducing|proposing|presenting|developing))(?: the| an?)?"
    r" (?P<subject>[^,;:.(]{2,80}?(?: \([^()]{0,80}\))?)(?:,|:| \(|\.| which | that | for | to | based )",
    re.IGNORECASE,
)
# "… X, a kind of …", "… X, i.e. the task of …": the subject ends where it is explained.
APPOSED = re.compile(
    rf"(?P<subject>[^,;:.]{{2,80}}?)(?:[,:] (?:or )?(?:the|an?) {_SORT} (?:of|that|in which|where|for)\b"
    r"|,? (?:\()?(?:i\.e\.,?|that is,) )",
    re.IGNORECASE,
)
# "METEOR: An Automatic Metric for …", as titles have it; "Keyphrases: A Survey" is named after no such thing.
TITLED = re.compile(r"^(?P<subject>[\w.+-]{2,40}): (?:an?|the) ", re.IGNORECASE)
WHERE = re.compile(r"[,(;] ?where(?:in|by)? ", re.IGNORECASE)  # "… are counted, where a drone is a bee that …"
BRACKETED = re.compile(r"\([^()]{0,80}\)")
LINKS = frozenset({"about", "for", "from", "in", "of", "on", "to", "with"})
MAKING_ANOTHER = frozenset({"on", "to", "with"})  # "we propose a brood break with caging" makes it another thing
NOTIONS = frozenset({"aim", "concept", "field", "goal", "idea", "notion", "practice", "problem", "process", "purpose"})
NOTIONS |= {"task", "term"}


def defines(text: str, concept: str) -> bool:
    """Says what the concept is or stands for, and not only what comes of it or what is made for it."""
    asked, joined = _stemmed(concept), _joined_as(concept, text)
    if not asked or not set(asked) <= set(_stemmed(joined)):  # of most sentences that is enough to know
        return False
    if asked in ([each.short] for each in abbreviations([text])):
        return True
    text = joined
    clauses = (text, *WHERE.split(text)[1:])
    said = (told["subject"] for told in (EXPLAINED.match(text), *map(DEFINING.match, clauses)) if told)
    if any(_begins_with(each, asked, LINKS) for each in said):
        return True
    made = INTRODUCING.search(text)
    if made and _begins_with(made["subject"], asked, LINKS - MAKING_ANOTHER):
        return True
    titled = TITLED.match(text)
    if titled and distinct(titled["subject"]) and _stemmed(titled["subject"]) == asked:
        return True
    return any(_closes(_stemmed(match["subject"]), asked) for match in APPOSED.finditer(text))


def _begins_with(subject: str, asked: Sequence[str], links: frozenset[str]) -> bool:
    """Names it at the end, before one of these links such as "of" or before its short form, and is no other thing that
    has to do with it."""
    for said in (_stemmed(subject), _stemmed(BRACKETED.sub("", subject))):
        places = [place for place, word in enumerate(said) if word in asked]
        if not set(asked) <= set(said):
            continue
        before, after = set(said[: places[0]]), said[places[-1] + 1 :]
        if (not before & LINKS or before & NOTIONS) and (not after or after[0] in links):
            return True
    return False


def _closes(said: Sequence[str], asked: Sequence[str]) -> bool:
    return set(asked) <= set(said[-len(asked) :])


def _stemmed(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(text.lower())]


def _joined_as(concept: str, text: str) -> str:
    """The text with the words of the concept joined as there: one paper's "brood-break" is another's "brood break"."""
    joint = r"[ -]".join(map(re.escape, re.split(r"[ -]", concept)))
    return re.sub(joint, lambda _: concept, text, flags=re.IGNORECASE)
