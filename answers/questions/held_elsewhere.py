"""Questions whose answer is held beside the papers' texts: who wrote them, when and where, what a hub is about."""

import re

from answers.questions.cited_so import PATTERNS as CITED_SO
from answers.questions.question import about_papers
from answers.questions.question_patterns import SET_PLURAL, SET_WORDS
from answers.text.wordlists import PEOPLE

_PAPERS = SET_PLURAL.pattern
_PLACES = r"(?:venues?|journals?|conferences?|years?|decades?)"
_COUNTED_BY = re.compile(
    rf"{_PAPERS}[^?]*\b(?:per|by|each|every|in each) {_PLACES}\W*$"
    rf"|\b(?:which|what) {_PLACES} (?:ha[sd]|have|saw|with|publish\w*) (?:the )?(?:most|fewest|least)(?: of)?(?: the)?"
    rf"(?: (?:\w+ )?{_PAPERS})?\W*$"
    rf"|\b(?:which|what) {_PLACES}\b[^?]*{_PAPERS}[^?]*\b(?:appear(?:ed|s)?|published|from|in|presented|out)\W*$"
    rf"|\b(?:which|what) {_PLACES} (?:are|were) (?:there|represented|covered|included)\W*$",
    re.IGNORECASE,
)
# "it", a title in quotes, a name with a capital, or papers; and no "poems", nor "code for papers".
_A_PAPER = (
    r"(?:this|these|those)\W*$|it\b|[\"'“‘«]|(?:the |an? )?(?-i:[A-Z])"
    rf"|(?:(?!(?:about|for|from|in|of|on|to|with)\b)[\w-]+ ){{0,3}}(?:{SET_WORDS}|surveys?|reviews?)\b"
)
# "Who wrote on mites?" asks for papers.
_WRITTEN = re.compile(
    r"^\W*who (?:has |have |had )?(?:(?:co-?)?authored|written|wrote)"
    r" (?!(?:about|on|of|in|for|with|that|the most|most)\b)"
    rf"(?:{_A_PAPER})"
    r"|^\W*who (?:is|are|was|were) (?:the|its) (?:first |last )?authors?\b"
    r"|^\W*where (?:was|were|is|did) [^?]* (?:published|appear(?:ed)?)\W*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^\W*(?:when|(?:in )?(?:which|what) year) (?:was|were|is|did) [^?]* (?:published|appear(?:ed)?|come out)\W*$",
    re.IGNORECASE,
)
_BY_PEOPLE = re.compile(
    rf"\b(?:{SET_WORDS})(?: (?:that|which))?(?: (?:are|were))?(?: written| authored| published)? by"
    rf" (?:(?!the\b)\w+ )??(?:female|male|{'|'.join(sorted(PEOPLE))})\W*$",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"^\W*(?:what|which) (?:are |is )?(?:the |its |their )?(?:main |key |major |chief |most (?:common|frequent) )?"
    r"(?:topics?|themes?|subjects?)(?: (?:here|there|are|is|do|does|it|they|cover(?:ed)?|treat(?:ed)?"
    r"|discuss(?:ed)?|of|in|by|the|these|all|citing|citers|papers|hub))*\W*$",
    re.IGNORECASE,
)
_HUB = re.compile(r"\bit\b", re.IGNORECASE)

BESIDE = (
    "who wrote a paper, where and when is not read in texts",
    "it stands beside each paper found, and papers can be limited to an author, a venue and years.",
)


def held_elsewhere(whole: str, left: str) -> tuple[str, str] | None:
    """Why a question, made whole, is not answered from texts, and where its answer can be had; `left` is the question
    without filters."""
    if _WRITTEN.search(whole):
        return BESIDE
    if _COUNTED_BY.search(whole):
        told = "papers are not counted by year or venue in an answer"
        return told, "the hub's page (`citers summary HUB`) and the facets of a search do that."
    if _BY_PEOPLE.search(left):
        return "of authors only the names are held", "ask for the papers by an author, whom you name."
    if _TOPICS.search(whole):
        told = "what the papers treat as a whole is not read in texts"
        return told, "the hub's page (`citers summary HUB`) names their topics."
    return _not_labelled(left)


def asks_when_published(question: str) -> bool:
    return bool(_DATED.search(question))


def _not_labelled(left: str) -> tuple[str, str] | None:
    """A way of citing the hub that no words of papers tell and that is still in the question has no label."""
    asked = (pattern.search(left) for label, pattern in CITED_SO if label in ("support", "background"))
    if not about_papers(left) or not any(found and _HUB.search(found.group()) for found in asked):
        return None
    told = "no citing paper held is labelled as citing it so"
    return told, "the report (`citers report HUB`) goes by the words of their texts instead."
