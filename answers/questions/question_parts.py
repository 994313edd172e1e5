"""The noun phrases of a question, told by where they stand: between function words, before and behind its verb.

No tagger is asked: a verb is known by its place ("papers VERB", "do translators VERB", "is X VERBed"), or from a list.
"""

import re
from dataclasses import dataclass

from answers.questions.question_patterns import IMPERATIVE, SET_PLURAL
from answers.text.wordlists import FUNCTION_WORDS, GENERAL_WORDS, SCAFFOLD_WORDS
from answers.text.words import WORD

# The verbs of questions about effects, and of those about what is done; none of them is common as a noun.
VERBS = (
    "accelerate account achieve affect aid allow alter apply avoid beat boost bring build carry cause change "
    "contain contribute correlate cure cut decrease delay depend differ drive enable enhance "
    "exceed explain extend fail fall favour generalise generalize get give grow harm help hold hurt impair improve "
    "increase induce influence inhibit last lead learn lose lower make match matter mean mediate need outlast "
    "outperform perform play predict prevent produce promote protect raise reach reduce remove replace require respond "
    "rise save scale shorten show slow spread stay stop suffer support suppress survive transfer "
    "trigger vary work "
    "agree believe capture classify detect diagnose encode evaluate generate identify prefer recognise recognize rely "
    "solve translate treat understand "
)
VERB_WORDS = frozenset(VERBS.split())
DOES = "do|does|did|can|could|will|would|should|may|might|must"
DETERMINER = r"(?:the|an?|its|their|this|these|those|his|her|our|your|some|any|all|most)\b"
_ARTICLE = r"(?: (?:the|an?|this|that|these|those|most|all|some|any))?"
_AFTER_PAPERS = re.compile(
    rf"(?:{SET_PLURAL.pattern}|^\W*who)(?: (?:that|which|who|also|not|do|don['’]t|can|will))*\s*$",
    re.IGNORECASE,
)
_AFTER_HOW = re.compile(r"\bhow\s*$", re.IGNORECASE)
_INVERTED = re.compile(rf"\s*(?:is|are|was|were|{DOES})\b", re.IGNORECASE)
_AFTER_IS = re.compile(rf"^\W*(?:(?:how|why|when|where) )?(?:is|are|was|were){_ARTICLE}\s*$", re.IGNORECASE)
_AFTER_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|not)\s*$", re.IGNORECASE)
_AFTER_DOES = re.compile(rf"\b(?:{DOES}|has|have|had){_ARTICLE}\s*$", re.IGNORECASE)
_AFTER_WHICH = re.compile(r"\b(?:which|what|how many)\s*$", re.IGNORECASE)
_AFTER_WHAT = re.compile(r"\bwhat\s*$", re.IGNORECASE)
_ASKED_FOR = re.compile(r"^\W*(?:which|what|how many)\b", re.IGNORECASE)
_PREDICATE_ENDS = re.compile(r"\W*$|,| (?:for|in|of|on|to|with|by|at|than|without|when|if|as)\b", re.IGNORECASE)
_VERB_ENDS = re.compile(r" (?:on|to|into|upon|like|that|whether|how|why)\b", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?P<preposition>for|in|on|at|of|with|by|from|about|to|into|without|among|than|as)"
    r"(?: (?:the|an?|its|their|this|these|those|some|any|all))?\s*$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"\w+(?:[^e\W]ed|wn|ung|orn|ought|aught)|built|made|done|known|found|learnt|held|kept|set|cut|led|read|sent"
    r"|written|chosen|given|taken|spoken|hidden|broken|driven|beaten|told|sold|lost|seen|put|run|fed|dealt",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\w*[^\W\d_][^\Wsiu_]s|people|children|women|men|mice|corpora|criteria|data", re.IGNORECASE)
_SINGULAR_IN_S = {"news", "bias", "lens", "gas", "atlas", "canvas", "chaos", "diabetes", "rabies", "species", "series"}
_NUMBERS = re.compile(r"\W*\d+(?:\W+\d+)*\W*")

Run = list[re.Match[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a question that something else can take the place of, a phrase or a word of one.

    `subject`: it comes first of all and has its verb behind it. `unsure`: the verb may be one of its words.
    """

    text: str
    start: int
    end: int
    preposition: str = ""
    subject: bool = False
    unsure: bool = False

    def overlaps(self, other: "Part") -> bool:
        return self.start < other.end and other.start < self.end


def phrases(question: str) -> list[Part]:
    """Its noun phrases in the order asked; verbs, predicates, years and words that say nothing are left out."""
    return [
        _part(question, run, subject=subject, unsure=unsure)
        for whole in _runs(question)
        for run, subject, unsure in _nouns(question, whole)
        if run and not _says_nothing(run)
    ]


def is_plural(phrase: str) -> bool:
    """Whether its last word is a plural; a name that ends in s ("Bayes") is none, an acronym with one ("SVMs") is."""
    last = re.split(r"[\s-]", phrase)[-1]
    if last in _SINGULAR_IN_S:
        return False
    return bool(_PLURAL.fullmatch(last)) and (last[:1].islower() or (len(last) > 2 and last[:-1].isupper()))


def within(phrase: Part) -> list[Part]:
    """Each word of a phrase but the last, and what a name stands before: "hate speech" of "German hate speech"."""
    found = list(WORD.finditer(phrase.text))
    if len(found) < 2:
        return []
    spans = [one.span() for one in found[:-1] if one.group().lower() not in GENERAL_WORDS]
    named = found[0].group().istitle() and len(found) > 2
    spans += [(found[1].start(), found[-1].end())] if named else []
    return [
        Part(phrase.text[first:last], phrase.start + first, phrase.start + last, phrase.preposition)
        for first, last in spans
    ]


def head(phrase: Part) -> Part:
    """The last word of a phrase, which says what it is."""
    last = phrase.text.rpartition(" ")[2]
    return Part(last, phrase.end - len(last), phrase.end, phrase.preposition)


def _part(question: str, run: Run, *, subject: bool, unsure: bool) -> Part:
    start, end = run[0].start(), run[-1].end()
    placed = _PLACED.search(question, 0, start)
    preposition = placed["preposition"].lower() if placed else ""
    return Part(question[start:end], start, end, preposition, subject, unsure)


def _says_nothing(run: Run) -> bool:
    return all(word.group().lower() in GENERAL_WORDS for word in run) or all(
        _NUMBERS.fullmatch(word.group()) for word in run
    )


def _runs(question: str) -> list[Run]:
    """Runs of content words, of any length."""
    runs: list[Run] = [[]]
    opening = IMPERATIVE.match(question)
    reached = 0
    for word in WORD.finditer(question, opening.end() if opening else 0):
        if question[reached : word.start()].strip():
            runs.append([])
        reached = word.end()
        if word.group().lower() in FUNCTION_WORDS | SCAFFOLD_WORDS:
            runs.append([])
        else:
            runs[-1].append(word)
    return [run for run in runs if run]


def _nouns(question: str, run: Run) -> list[tuple[Run, bool, bool]]:
    """The noun phrases in a run, each with whether it is the subject of what follows and whether that is unsure."""
    before, after = question[: run[0].start()], question[run[-1].end() :]
    if _AFTER_PAPERS.search(before):
        return [(run[1:], False, False)]
    if _AFTER_HOW.search(before) and _INVERTED.match(after):
        return []
    if _AFTER_IS.search(before):
        return [(_without_predicate(run, after), True, False)]
    if _AFTER_BE.search(before) and len(_without_adverbs(run)) == 1 and _PARTICIPLE.fullmatch(run[0].group()):
        return []
    if _AFTER_DOES.search(before):
        return _around_verb(question, run, after)
    if _AFTER_WHAT.search(before) and len(run) > 1 and run[0].group().lower().removesuffix("s") in VERB_WORDS:
        return [(run[1:], False, False)]
    if _AFTER_WHICH.search(before) and (verb := _behind_plural(run)):
        return [(run[:verb], True, False), (run[verb + 1 :], False, False)]
    return [(run, False, False)]


def _without_predicate(run: Run, after: str) -> Run:
    """ "Quality estimation" of "Is quality estimation evaluated?", "methods" of "Are methods sample efficient?"."""
    left = _without_adverbs(run)
    if len(left) == 1 or _PARTICIPLE.fullmatch(left[-1].group()):
        return left[:-1] or left
    if not _PREDICATE_ENDS.match(after):
        return left
    return left[: _behind_plural(left) or len(left) - 1]


def _without_adverbs(run: Run) -> Run:
    while len(run) > 1 and run[-1].group().lower().endswith("ly"):
        run = run[:-1]
    return run


def _around_verb(question: str, run: Run, after: str) -> list[tuple[Run, bool, bool]]:
    """What stands before and behind the verb in "does SUBJECT VERB OBJECT"."""
    known = next((at for at, word in enumerate(run) if at and word.group().lower() in VERB_WORDS), 0)
    ended = bool(re.match(rf"\s+{DETERMINER}", after) or _VERB_ENDS.match(after))
    asked_for = bool(_ASKED_FOR.match(question)) and not after.strip(" ?.!")
    last = len(run) - 1 if ended or asked_for else 0
    verb = known or _behind_plural(run) or last or _behind_noun_in_ing(run)
    if not verb:
        return [(run, True, len(run) > 2)]
    return [(run[:verb], True, False), (run[verb + 1 :], False, False)]


def _behind_plural(run: Run) -> int:
    """The place right behind the first plural, where a verb stands; 0 where there is none."""
    return next((at + 1 for at, word in enumerate(run[:-1]) if is_plural(word.group())), 0)


def _behind_noun_in_ing(run: Run) -> int:
    return next((at + 1 for at, word in enumerate(run[:-1]) if at and word.group().endswith("ing")), 0)
