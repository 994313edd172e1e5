"""Questions for what citing papers make of the hub: who uses, extends or disputes it, and how it is used."""

import re
from collections.abc import Sequence
from typing import Literal

from answers.questions.question import about_papers, names_nothing
from answers.questions.question_patterns import SET_WORDS
from answers.text.relation import Relation

Treatment = Relation | Literal["any"]

_THINGS = (
    r"(?:paper|article|work|study|model|method|approach|system|metric|measure|score|algorithm|parser|tagger|tool(?:kit)?"
    r"|framework|architecture|technique|data ?set|corpus|benchmark|treebank|library|software|code|ideas?|claims?"
    r"|findings?|results?|conclusions?|data)s?"
)
_IT = rf"(?:it|this work|its (?:[\w-]+ )?{_THINGS})"
_PEOPLE = (
    r"(?:(?:the|its|these|those|other|later|subsequent|most|all|any|some|citing) )*"
    rf"(?:citers|authors|people|others|researchers|scholars|they|anyone|anybody|someone|somebody|{SET_WORDS})"
)
_ADVERBS = (
    r"(?: (?:also|actually|ever|still|already|yet"
    r"|often|mainly|mostly|explicitly|directly|widely|commonly|been|be|being|\w+ly))*"
)
_VERBS: dict[Relation, str] = {
    "build-on": (
        r"(?:us(?:e[sd]?|ing)|appl(?:y|ies|ied|ying)|adopt(?:s|ed|ing)?|employ(?:s|ed|ing)?|utili[sz](?:es?|ed|ing)"
        r"|leverag(?:es?|ed|ing)|re-?us(?:es?|ed|ing)|rel(?:y|ies|ied|ying) (?:up)?on|dr[ae]w(?:s|n|ing)? (?:up)?on"
        r"|buil(?:ds?|t|ding) (?:up)?on|mak(?:es?|ing) use of|follow(?:s|ed|ing)?|based (?:up)?on|inspired by"
        r"|motivated by|train(?:s|ed|ing)? (?:on|with)|evaluat(?:es?|ed|ing) (?:on|with)|test(?:s|ed|ing)? (?:on|with))"
    ),
    "extend": (
        r"(?:extend(?:s|ed|ing)?|improv(?:es?|ed|ing)(?: (?:up)?on)?|generali[sz](?:es?|ed|ing)|adapt(?:s|ed|ing)?"
        r"|modif(?:y|ies|ied|ying)|enhanc(?:es?|ed|ing)|refin(?:es?|ed|ing)|go(?:es)? beyond)"
    ),
    "compare": (
        r"(?:compar(?:es?|ed|ing)(?: (?:themselves|their \w+|its \w+))? (?:with|to|against)|outperform(?:s|ed|ing)?"
        r"|beat(?:s|ing)?|surpass(?:es|ed|ing)?"
        r"|(?:us(?:es?|ed|ing)|tak(?:es?|ing)|took|treat(?:s|ed)?|includ(?:es?|ed)|cit(?:es?|ed|ing))"
        r"(?= [\w ]{1,40} as (?:an?|their|its|the) (?:\w+ )?baselines?\b))"
    ),
    "dispute": (
        r"(?:disput(?:es?|ed|ing)|critici[sz](?:es?|ed|ing)|critiqu(?:es?|ed|ing)|challeng(?:es?|ed|ing)|refut(?:es?|ed|ing)"
        r"|contradict(?:s|ed|ing)?|disagree[sd]? with|question(?:s|ed|ing)?|doubt(?:s|ed|ing)?|reject(?:s|ed|ing)?"
        r"|oppos(?:es?|ed|ing)|contest(?:s|ed|ing)?|(?:find|found|finds) (?:fault|problems|flaws) with"
        r"|points? out (?:problems|flaws|weaknesses|limitations|shortcomings) (?:of|in|with))"
    ),
}
_BASELINE = r"(?: as (?:an?|their|its|the) (?:\w+ )?baselines?)?"
_END = r"(?: nowadays| today| any ?more| these days| at all| yet| so far)?\W*$"
_ACTIVE = {
    relation: re.compile(rf"\b{verbs}{_ADVERBS} {_IT}{_BASELINE}{_END}", re.IGNORECASE)
    for relation, verbs in _VERBS.items()
}
_DONE: dict[Relation, str] = {
    "compare": (
        r"(?:compared (?:with|to|against) [\w ]{1,40}|outperformed|beaten|surpassed|used as an? (?:\w+ )?baseline)"
    ),
    "build-on": r"(?:used|applied|adopted|employed|re-?used|built (?:up)?on|followed)",
    "extend": r"(?:extended|improved(?: (?:up)?on)?|generali[sz]ed|adapted|modified|enhanced|refined)",
    "dispute": r"(?:disputed|critici[sz]ed|challenged|refuted|contradicted|questioned|doubted|rejected|contested)",
}
_BY = rf"(?: by {_PEOPLE}| in practice| elsewhere)?"
_PASSIVE = {
    relation: re.compile(rf"^\W*(?:is|was|has|are|were|have) {_IT}{_ADVERBS} {done}{_BY}{_END}", re.IGNORECASE)
    for relation, done in _DONE.items()
}
_ASKS = rf"(?:do|does|did|have|has|is|are) {_PEOPLE}{_ADVERBS}"
_ANY = re.compile(
    rf"^\W*(?:how|why|for what|in (?:what|which) ways?) {_ASKS}"
    rf" (?:us(?:e|ed|ing)|cit(?:e|ed|ing)|treat(?:ed)?|view(?:ed)?|see|judged?|react(?:ed)? to|respond(?:ed)? to"
    rf"|engaged? with|relate to|refer(?:red)? to|buil[dt] on) {_IT}{_END}"
    rf"|^\W*(?:how|why|for what|in (?:what|which) ways?) (?:is|was|has) {_IT}{_ADVERBS}"
    rf" (?:used|cited|received|treated|viewed|seen|judged|regarded|referred to|built on){_BY}{_END}"
    rf"|^\W*what {_ASKS} (?:say|said|think|thought|write|written|make|made|do|done) (?:about|of|with) {_IT}{_END}"
    rf"|^\W*what {_ASKS} us(?:e|ed|ing) {_IT} for{_END}"
    rf"|^\W*what (?:is|was|has) {_IT}{_ADVERBS} (?:used|cited) for{_BY}{_END}"
    rf"|^\W*(?:is|was|has) {_IT}(?: been)?(?: (?:still|very|widely))?"
    rf" (?:influential|important|popular|well received|cited){_BY}{_END}"
    rf"|^\W*how (?:influential|important|well received|much cited) (?:is|was|has) {_IT}(?: been)?{_END}"
    rf"|^\W*(?:what (?:is|was|has been) )?(?:the )?(?:impact|influence|reception|use|uses|usage) of {_IT}{_END}",
    re.IGNORECASE,
)
_FAULTS = (
    r"(?:critici[sz]ms?|critiques?|objections?|problems?|issues?|flaws?|faults?|weakness(?:es)?|shortcomings?"
    r"|drawbacks?)"
)
# Asked in other forms than by who does it: what it is criticised for, how widely it is used, whether others do better.
_ELSE: dict[Relation, re.Pattern[str]] = {
    "dispute": re.compile(
        rf"^\W*(?:(?:what|which) |are there |is there )?(?:(?:is|are|were|was) )?(?:the |any |some )?"
        rf"(?:(?:main|known|common|serious|major) )?{_FAULTS} (?:of|against|with) {_IT}"
        rf"(?: (?:are|were|is) there| (?:have|has) been (?:made|raised|voiced|noted|found|reported)"
        rf"| (?:do|did) {_PEOPLE} (?:\w+))?{_BY}{_END}"
        rf"|^\W*(?:what|which) {_FAULTS} (?:have|has) (?:been|{_PEOPLE})"
        rf" (?:made|raised|voiced|noted|found|reported|seen) (?:of|against|with|in) {_IT}{_BY}{_END}"
        rf"|^\W*(?:what|which) {_FAULTS} (?:do|did|does) {_PEOPLE}{_ADVERBS} (?:see|find|have|raise|note|report|make)"
        rf" (?:of|against|with|in) {_IT}{_END}|^\W*(?:what is|what['’]s) wrong with {_IT}{_END}"
        rf"|^\W*what (?:do|did|have) {_PEOPLE}{_ADVERBS} critici[sz]ed? (?:about|in) {_IT}{_END}"
        rf"|^\W*(?:is|was) {_IT} (?:controversial|flawed){_END}",
        re.IGNORECASE,
    ),
    "compare": re.compile(
        rf"^\W*(?:has|is|was) {_IT}{_ADVERBS} (?:superseded|replaced|outdated|obsolete|overtaken)"
        rf"(?: by (?:something|anything|others?|newer|better)(?: \w+)?)?{_BY}{_END}"
        rf"|^\W*how (?:does|did) {_IT} compare{_END}",
        re.IGNORECASE,
    ),
    "build-on": re.compile(
        rf"^\W*how (?:widely|often|much|frequently|commonly) (?:is|was|has) {_IT}{_ADVERBS}"
        rf" (?:used|applied|adopted|employed){_BY}{_END}|^\W*how popular (?:is|was) {_IT}{_END}",
        re.IGNORECASE,
    ),
}
_ANYONE = re.compile(rf"^\W*(?:who|{SET_WORDS}|(?:do|does|did|has|have|are|is) {_PEOPLE})\b", re.IGNORECASE)
_AUTHORED = re.compile(r"\bet al\b|['’]s?\b|\b(?:of|by|from|on|with|the) (?-i:[A-Z])", re.IGNORECASE)
_IN_YEAR = re.compile(r" (?:in|during) (?:19|20)\d\d(?=\W*$)")
_LEADS = re.compile(r"\s[-–—]\s|:")
_LONGEST_NAME = 4  # words


def treatment_asked(text: str) -> Treatment | None:
    """How the papers asked for treat "it", which is the hub; "any" where it asks how they do. None of other questions:
    one that names something besides is about that."""
    if _ANY.search(text):
        return "any"
    for relation, otherwise in _ELSE.items():
        if otherwise.search(text):
            return relation
    for relation in _VERBS:
        if _PASSIVE[relation].search(text):
            return relation
    asked = about_papers(text) or _ANYONE.search(text)
    for relation in ("compare", "build-on", "extend", "dispute"):
        found = _ACTIVE[relation].search(text) if asked else None
        if found and names_nothing(_ANYONE.sub("Which papers", text[: found.start()])):
            return relation
    return None


def named_as_it(text: str, title: str, author: str | None = None) -> str:
    """A question for what papers make of the hub with "it" where it has the hub's name, or that of its first author, as
    in "the method of Oak et al."; any other as it is."""
    for named in (*map(_named, hub_names(title)), *([_by_author(author)] if author else ())):
        as_it: str = named.sub(_pronoun, text)
        if as_it != text and treatment_asked(as_it) is not None:
            return as_it
    return text


def names_an_author(text: str) -> bool:
    """Whether it calls a paper by its author, as "Oak et al." and "Oak's method" do."""
    return bool(_AUTHORED.search(text))


def published_then(text: str) -> str:
    """ "Who used it published in 2007?" of "Who used it in 2007?": papers do that in the year in which they appear."""
    found = _IN_YEAR.search(text)
    if found is None or treatment_asked(text[: found.start()]) is None:
        return text
    return f"{text[: found.start()]} published{text[found.start() :]}"


def _pronoun(found: re.Match[str]) -> str:
    return "its" if found["own"] else "it"


def _named(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:the )?{re.escape(name)}(?: {_THINGS}(?!\w))?(?P<own>['’]s)?(?![\w-]| ?\d)", re.IGNORECASE
    )


def _by_author(author: str) -> re.Pattern[str]:
    called = rf"{re.escape(author)}(?: et al\b\.?| and (?:colleagues|others|co-?workers))?(?: \(?(?:19|20)\d\d\)?)?"
    return re.compile(
        rf"(?<![\w-])(?:the (?:\w+ )?{_THINGS} (?:of|by|from) {called}(?P<own>(?!))?|{called}['’]s? {_THINGS}"
        rf"|(?<!\bby )(?:the )?{called}(?: {_THINGS}(?!\w))?)(?![\w-])",
        re.IGNORECASE,
    )


def asks_what_it_is(text: str, title: str) -> bool:
    """Whether it asks for nothing but what the hub is: "What is Orca?", "What is this paper about?"."""
    names = "|".join((_IT, *map(re.escape, hub_names(title))))
    asked = rf"^\W*(?:what|who) (?:is|are|was) (?:the )?(?:{names})(?: {_THINGS})?(?: (?:all )?about)?{_END}"
    return bool(re.search(asked, text, re.IGNORECASE))


def hub_names(title: str) -> Sequence[str]:
    """What a hub is called: by its title, and by what stands before a colon or a dash there, as in "Orca: …"."""
    first = _LEADS.split(title, maxsplit=1)[0].strip()
    short = first != title and 0 < len(first.split()) <= _LONGEST_NAME
    return (title, first) if short else (title,)
