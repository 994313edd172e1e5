"""The shape that a question's answer takes: what it is compared by, how it is ordered, what its parts are called."""

import re
from dataclasses import dataclass, replace

from answers.questions.question import Question, read_question
from answers.questions.question_patterns import IMPERATIVE, OPEN
from answers.text.wordlists import AUXILIARIES, FUNCTION_WORDS, SCAFFOLD_WORDS
from answers.values import Shape
from index.text.tokens import stems

CHANGE = re.compile(
    r"\b(?:(?:chang|evolv|shift|progress)(?:ed|es|ing|e)?\b.*\b(?:over (?:time|the years)|since|years?|through)"
    r"|how (?:has|have|did)\b.*\b(?:chang|evolv|shift|progress|develop)\w*|over (?:time|the years)"
    r"|(?:the|^) ?(?:history|evolution|timeline) of|(?:chang|evolv)ed\b|year by year)\b",
    re.IGNORECASE,
)
DISPUTE = re.compile(
    r"\b(?:disput\w+|contradict\w*|disagree\w*|critici[sz]\w+|challeng(?:e|es|ed) (?:it|this|that|the)|refut\w+"
    r"|reject(?:s|ed)?|doubts?|oppos(?:e|es|ed)|against (?:it|this)|question(?:s|ed)? (?:it|this|the|whether))\b",
    re.IGNORECASE,
)
_CHANGE_WORDS = re.compile(
    r"(?:chang|evolv|shift|progress|develop)\w*|time|years?|history|evolution|timeline|things?|everything|area"
)
# The verb of a question what has changed, and no "climate change" or "developed countries".
_ENDS = r"(?=\s*(?:[?.,;]|$)|\s+(?:over|since|in|during|from|after|between|through|with|as|to|about|across)\b)"
_CHANGING = (
    re.compile(rf"(?<=\s)(?:changed|evolved|shifted|progressed|developed){_ENDS}", re.IGNORECASE),
    re.compile(rf"(?<=\s)(?:change|evolve|shift|progress|develop){_ENDS}", re.IGNORECASE),
)
_DID = re.compile(r"\b(?:did|does|do|will)\b", re.IGNORECASE)
_OVER_TIME = re.compile(r"\bover (?:time|the years)\b", re.IGNORECASE)
_MORE = (
    r"(?:better|worse|more|less|faster|slower|cheaper|stronger|weaker|higher|lower|safer|larger|smaller|superior"
    r"|inferior|harder|easier|longer|shorter|earlier|later|sooner|greater|fewer|bigger|older|younger|richer|poorer)"
)
_HAS = r"(?:is|are|was|were|do|does|did|can|could|will|has|have|should)"
# What stands before "than", and no noun such as "computer" is among them.
_ANY_MORE = r"(?!(?:oth|rath|wheth|eith|neith|und|ov|aft|nev|ev|fath|moth|numb|pap|ord|comput)er\b)[a-z]{3,}er"
_IN = r"(?:in|for|among|with|on|at|by|from|of|under|after|during)"
_OTHER = r"(?P<other>[^?.;,]+)"
# The last of these, a mere "or", compares only where the question asks to choose, or asks nothing else.
_SIDES = tuple(
    re.compile(rf"\b{words} {_OTHER}", re.IGNORECASE)
    for words in (
        r"(?:differ\w*|comparisons?|compare\w*|trade-?offs?|choice|choose|decide) (?:in [\w ]+)?"
        r"between (?P<one>.+?) and",
        r"(?:do|does|did) (?P<one>.+?) (?:compare|differ) (?:with|to|against|from)",
        r"(?:is|are) (?P<one>.+?) (?:compare[ds]?|comparable|differ\w*) (?:with|to|against|from)",
        r"(?:compar|contrast)\w* (?P<one>.+?) (?:with|and|to|against|versus)",
        rf"(?:{_MORE}|{_ANY_MORE})(?: \w+){{0,2}}? (?P<where>{_IN}) (?P<one>[^?.;,]+?) than (?P=where)",
        rf"(?:more|less) (?:common|frequent|often|prevalent|likely) {_IN} (?P<one>[^?.;,]+?) than",
        rf"{_HAS} (?P<one>.+?) "
        rf"(?:(?:any|much|far|really|significantly|works?|performs?) )?{_MORE}(?: \w+){{0,3}} than",
        rf"{_HAS} (?P<one>.+?) {_ANY_MORE}(?: \w+){{0,3}} than",
        r"(?:is|are|was|were) (?P<one>.+?) (?:\w+ly |far |much )?(?:superior|inferior|preferable) to",
        r"(?P<one>.+?) (?:versus|vs\.?)",
        r"(?P<one>.+?),? or",
    )
)
# Behind "does" a verb follows what the one side is called: "Does smoke calm bees better than …", and of what ends in
# "or are wasps better?" as well.
_DOES = re.compile(r"^\W*(?:do|does|did|can|could|will|would|should) ", re.IGNORECASE)
_ACTS = re.compile(rf"{_DOES.pattern}(?=[^?.;]*(?:\bthan\b|\bor (?:is|are|do|does|can)\b))", re.IGNORECASE)
_CALLED = tuple(re.compile(rf".*?{ends}(?= [a-z])") for ends in (r"[^s\W]s", r"[\dA-Z]", "ing"))
_CHOOSES = re.compile(
    rf"\b(?:(?<!or ){_MORE}|{_ANY_MORE}(?=,)|best|prefer\w*|which|should|rather|choose)\b", re.IGNORECASE
)
_THAN = re.compile(r"\bthan\b|\b(?:superior|inferior|preferable) to\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+(?:[-'’./+][^\W_]+)*")
_NOT_SIDES = FUNCTION_WORDS | {
    "better", "worse", "best", "cheaper", "faster", "slower", "safer", "stronger", "compare", "prefer", "use", "using",
    "choose", "whether", "works", "work", "perform", "performs",
}  # fmt: skip
_ASKS_MORE = re.compile(
    rf"{OPEN.pattern}|{IMPERATIVE.pattern}|\b(?:{'|'.join(AUXILIARIES)})\b"
    r"|\bor (?:older|younger|more|less|later|over|above)\b",
    re.IGNORECASE,
)
_QUOTES = " \"'’“”()°"
LONGEST_SIDE = 3  # words


@dataclass(frozen=True, slots=True)
class Sides:
    """The two things that a question compares, as it calls them."""

    one: str
    other: str


def shape_of(question: Question) -> Shape:
    if CHANGE.search(question.text) and question.kind != "statement":
        return "change"
    if DISPUTE.search(question.text) and (question.about_set or question.kind == "open"):
        return "dispute"
    if question.kind in ("comparison", "yes_no", "open", "topic", "definition") and sides(question):
        return "comparison"
    return "open" if question.kind == "comparison" else question.kind


def disputed(question: Question) -> Question:
    """The question of what a dispute is about, without the words for disputing."""
    text = re.sub(r"\s+", " ", DISPUTE.sub(" ", question.text)).strip()
    return replace(read_question(text), about_set=question.about_set)


def changed(question: Question) -> Question:
    """The question of what a change is in; one without words where it asks how everything has changed."""
    left = [word for word in question.words if not _CHANGE_WORDS.fullmatch(word) and word not in SCAFFOLD_WORDS]
    verb = _CHANGING[1] if _DID.search(question.text) else _CHANGING[0]
    text = " ".join(_OVER_TIME.sub(" ", verb.sub(" ", question.text)).split()) if left else ""
    return replace(read_question(text), kind=question.kind, about_set=question.about_set)


def sides(question: Question) -> Sides | None:
    """What is compared with what; None where the question does not say, or says the same twice."""
    return _compared(question)[0]


def measured(question: Question) -> Sides | None:
    """What is asked to be more than what: "Are drones larger than workers?", but not "drones or workers?"."""
    found, between = _compared(question)
    return found if _THAN.search(between) else None


def _compared(question: Question) -> tuple[Sides | None, str]:
    """What is compared with what, and the words between the two."""
    text = question.text
    patterns = _SIDES if _CHOOSES.search(text) or _asks_nothing_else(question) else _SIDES[:-1]
    for pattern in patterns:
        if (match := pattern.search(text)) and (found := _sides(text, match)):
            return found, text[match.end("one") : match.start("other")]
    return None, ""


def _sides(text: str, match: re.Match[str]) -> Sides | None:
    one, other = _nearest(match["one"], last=True), _nearest(match["other"], last=False)
    if "where" not in match.re.groupindex and _ACTS.match(text, match.start()):
        one = _acting(match["one"], other)
    elif _DOES.match(text):
        other = _called(other, one)
    return Sides(one, other) if one and other and set(stems(one)) != set(stems(other)) else None


def _acting(clause: str, other: str) -> str:
    """What a clause says something of, without what it says; where its end is not plain, as long as the other side."""
    return _called(_nearest(_DOES.sub("", clause), last=False), other)


def _called(run: str, other: str) -> str:
    for called in _CALLED:
        if found := called.match(run):
            return found.group()
    return " ".join(run.split()[: max(len(other.split()), 1)])


def _asks_nothing_else(question: Question) -> bool:
    """ "Aspirin or ibuprofen after surgery?" has no verb and no question word."""
    text = question.text
    return question.kind == "comparison" and text.endswith("?") and not _ASKS_MORE.search(text)


def _nearest(text: str, *, last: bool) -> str:
    """The run of content words next to the word that compares, as it is written."""
    runs: list[list[re.Match[str]]] = [[]]
    reached = 0
    for word in _WORDS.finditer(text):
        if text[reached : word.start()].strip(_QUOTES):
            runs.append([])
        reached = word.end()
        if word.group().lower() in _NOT_SIDES:
            runs.append([])
        else:
            runs[-1].append(word)
    held = [run for run in runs if run]
    if not held:
        return ""
    run = held[-1][-LONGEST_SIDE:] if last else held[0][:LONGEST_SIDE]
    return text[run[0].start() : run[-1].end()]
