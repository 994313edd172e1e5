"""What a question asks for, read from its words alone: its kind, what it names, the amount it wants, its breadth."""

import re
from dataclasses import dataclass
from typing import Literal

from answers.questions.counted import counted_in
from answers.questions.question_patterns import (
    ABOUT_SET,
    AFTER,
    AGAINST,
    AMOUNT,
    AMOUNT_ANYWHERE,
    AMOUNTS_OF,
    COMPARISON,
    DATED,
    DEFINITION,
    EXISTS,
    IMPERATIVE,
    LEAD,
    OPEN,
    POLITE,
    REACHED,
    SEVERAL,
    SMALL_NUMBERS,
    SORT_OF_THING,
    STANDS_FOR,
    UNRESOLVED,
    VERSUS,
    WANTED,
    WHO,
    WHY,
    YES_NO,
    AmountOf,
)
from answers.text.abbreviations import in_long_form
from answers.text.wordlists import FUNCTION_WORDS, SCAFFOLD_WORDS
from answers.text.words import WORD, words
from corpus.sentences import sentence_spans

Extreme = Literal["newest", "oldest"]
Kind = Literal["topic", "which", "yes_no", "comparison", "definition", "open", "statement"]

FEW = 8  # content words that one paper can well speak of
TERSE = 5  # and up to which what search reports of relevance says as much as the sentences do
LENGTHY = 25  # words
OPENS = re.compile(r"[.?!:]\W*\Z")  # a sentence
LONGEST = 1_500  # characters read: the model's window is far shorter, and nobody asks for more in one question


@dataclass(frozen=True, slots=True)
class Question:
    """`concepts` are runs of content words in the order asked; `counted` is the thing a "how many" question counts.

    `about_set` asks for papers rather than for what they say, `wanted` for how many at most; `amount` wants a number,
    and `amount_only` nothing else; `dated` asks for a date. `extreme`: it asks for the newest or the oldest of the
    papers.
    """

    text: str
    kind: Kind
    concepts: tuple[str, ...]
    about_set: bool = False
    counted: tuple[str, ...] = ()
    amount: bool = False
    amount_only: bool = False
    dated: bool = False
    wanted: int | None = None
    extreme: Extreme | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Every content word once, lower-cased, in the order asked."""
        return tuple(dict.fromkeys(word for concept in self.concepts for word in words(concept)))

    @property
    def settings(self) -> tuple[str, ...]:
        """What the question is set in: concepts of several words after a preposition ("for crop yields"), and names."""
        return tuple(
            concept
            for concept in self.concepts
            if concept in self.names or (" " in concept and re.search(AFTER + re.escape(concept), self.text))
        )

    @property
    def names(self) -> frozenset[str]:
        """Words written with a capital inside the question's sentences, unless most of its words are."""
        inner = [
            found.group()
            for found in list(WORD.finditer(self.text))[1:]
            if not OPENS.search(self.text, 0, found.start())
        ]
        capital = [word for word in inner if word[0].isupper()]
        return frozenset(capital if 2 * len(capital) < len(inner) else ())

    @property
    def query(self) -> str:
        """The question as plain words, in which a search finds no syntax, without those that only ask for papers, or
        only to be told. What is set against what is looked for as both: few papers hold a "versus"."""
        told = REACHED.sub(" ", self.text) if self.amount_only else self.text
        asked = WORD.findall(AGAINST.sub("and", IMPERATIVE.sub("", told)))
        if not self.about_set:
            return " ".join(asked)
        return " ".join(asked if names_nothing(self.text) else WORD.findall(LEAD.sub("", self.text)))

    @property
    def terse(self) -> bool:
        return len(self.words) <= TERSE

    @property
    def settles(self) -> bool:
        """Asks whether something is so: for what a study found. An amount may stand anywhere."""
        return self.kind in ("yes_no", "statement", "comparison")

    @property
    def amount_of(self) -> AmountOf | None:
        """Of what it asks for an amount and nothing else, where not any number will do."""
        return next((kind for kind, asks in AMOUNTS_OF if self.amount_only and asks.search(self.text)), None)

    @property
    def asks_why(self) -> bool:
        return bool(WHY.search(self.text))

    @property
    def asks_what_is_open(self) -> bool:
        return bool(UNRESOLVED.search(self.text))

    @property
    def narrow(self) -> bool:
        """Asks for one thing: names so few that one paper may say it all."""
        return not self.broad and len(self.words) <= FEW and not SEVERAL.search(self.text)

    @property
    def broad(self) -> bool:
        """Asks for several papers' views: a bare topic, a set of papers, or an open question that names one thing."""
        return self.kind == "topic" or self.about_set or (self.kind == "open" and len(self.words) <= 2)


def about_papers(text: str) -> bool:
    """Whether a question asks for papers rather than for what they say."""
    return bool(ABOUT_SET.search(text) or WHO.search(text))


def names_nothing(text: str) -> bool:
    """Whether a question has no words of its own beside those that ask for papers."""
    return not set(words(LEAD.sub("", text))) - FUNCTION_WORDS - SCAFFOLD_WORDS


def read_question(text: str) -> Question:
    text = STANDS_FOR.sub(r"What is \g<acronym>\g<name>", POLITE.sub("", text.strip()[:LONGEST]))
    about_set = about_papers(text)
    told = in_long_form(text)
    counted = () if about_set else counted_in(text)
    amount_only = not about_set and bool(counted or AMOUNT.search(text))
    told = REACHED.sub(" ", told) if amount_only else told
    kind = _kind(text, about_set)
    concepts = (_concepts(LEAD.sub("", told)) if about_set else ()) or _concepts(told)
    if kind == "definition":  # "adversarial examples", "topic models": what is defined may be called by any words
        concepts = _runs(DEFINITION.sub(r"\g<rest>", told), FUNCTION_WORDS) or concepts
    return Question(
        text=text,
        kind=kind,
        concepts=concepts,
        about_set=about_set,
        counted=counted,
        amount=amount_only or bool(AMOUNT_ANYWHERE.search(text)),
        amount_only=amount_only,
        dated=bool(DATED.search(text)),
        wanted=_wanted(text),
    )


def _wanted(text: str) -> int | None:
    match = WANTED.search(text)
    if match is None:
        return None
    number = match["number"].lower()
    return int(number) if number.isdigit() else SMALL_NUMBERS.index(number) + 1


def _kind(text: str, about_set: bool) -> Kind:
    if about_set:
        return "which"
    if EXISTS.search(text) or _tells_of_a_field(text):
        return "open"
    if YES_NO.search(text):
        return "yes_no"
    if OPEN.search(text.partition(",")[0]) or text.endswith("?") or IMPERATIVE.search(text):
        if COMPARISON.search(text):
            return "comparison"
        return "definition" if _defines(text) else "open"
    if VERSUS.search(text):
        return "comparison"
    return "topic" if len(words(text)) <= 5 and not text.endswith(".") else "statement"


def _defines(text: str) -> bool:
    """Whether it asks what a thing is; "What are the limitations?" asks which there are, and "What are adversarial
    examples?" does not."""
    defined = DEFINITION.search(text)
    if defined is None or FUNCTION_WORDS & set(words(defined["rest"])):
        return False
    return SORT_OF_THING.fullmatch(text) is not None or not SEVERAL.search(text)


def _tells_of_a_field(text: str) -> bool:
    """Several sentences, of which some ask: what leads up to the question is no claim to be checked."""
    spans = sentence_spans(text)
    first = text[slice(*spans[0])] if spans else ""
    asks_first = first.endswith("?") and bool(OPEN.search(first.partition(",")[0]))
    return len(spans) > 1 and "?" in text and (asks_first or len(words(text)) > LENGTHY)


def _concepts(text: str) -> tuple[str, ...]:
    """Runs of content words; of a question that is nothing but scaffold words, these are its content, but "Explain."
    names nothing."""
    if not WORD.search(IMPERATIVE.sub("", text)):
        return ()
    return _runs(text, FUNCTION_WORDS | SCAFFOLD_WORDS) or _runs(text, FUNCTION_WORDS)


def _runs(text: str, between: frozenset[str]) -> tuple[str, ...]:
    """Runs of words that other words and punctuation set apart; at most four words each."""
    runs: list[list[str]] = [[]]
    reached = 0
    for match in WORD.finditer(text):
        word = match.group()
        if text[reached : match.start()].strip():
            runs.append([])
        reached = match.end()
        if word.lower() in between:
            runs.append([])
            continue
        if len(runs[-1]) == 4:
            runs.append([])
        runs[-1].append(word)
    return tuple(dict.fromkeys(" ".join(run) for run in runs if run))
