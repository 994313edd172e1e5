"""Questions that ask two things: "Does it raise yield, and does it harm worms?" Each is answered by itself."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answers.markers import marked
from answers.questions.followup_parts import Nearest, first_of, subject_of
from answers.questions.followups import rewritten
from answers.questions.question import read_question
from answers.questions.question_patterns import ABOUT_SET
from answers.text.wordlists import AUXILIARIES
from answers.values import Answer, Claim, Source

_AUX = "|".join(AUXILIARIES)
_WH = "how|what|who|why|when|where|which"
_JOINT = re.compile(rf",? and (?=(?:{_AUX}|how|what|who|why|when|where)\b)", re.IGNORECASE)
_ASKS = re.compile(rf"\W*(?:{_AUX}|{_WH})\b", re.IGNORECASE)
_WITHIN = re.compile(rf"\b(?:{_WH})\b|\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:it|its|they|them|their|this|that|these|those)\b", re.IGNORECASE)
_VERB = re.compile(rf"(?:{_AUX})\b", re.IGNORECASE)
_HOW_TO = re.compile(rf"(?:{_WH}) to\b", re.IGNORECASE)


def parts_of(question: str, nearest: Nearest = first_of) -> tuple[str, ...]:
    """The two questions that it consists of, the second made whole; the question itself where it is one."""
    body = question.rstrip(" ?.!")
    for joint in _JOINT.finditer(body):
        first, second = body[: joint.start()], body[joint.end() :]
        if _stands(first) and _goes_on(first, second):
            meant = rewritten(f"{second}?", [f"{first}?"], nearest)
            return f"{first}?", f"{meant[:1].upper()}{meant[1:]}"
    return (question,)


def _stands(first: str) -> bool:
    """Asks by itself, for what papers say, and once: "what to eat" within a question belongs to what follows."""
    asks = _ASKS.match(first)
    if asks is None or ABOUT_SET.search(first) or _WITHIN.search(first, asks.end()):
        return False
    return bool(read_question(f"{first}?").concepts)


def _goes_on(first: str, second: str) -> bool:
    """The second asks as the first does, or in another way of what the first is about, if that is plain."""
    if _HOW_TO.match(second) or not read_question(f"{second}?").concepts:
        return False
    points = _POINTS.search(second)
    if _VERB.match(second) and not _VERB.match(first) and points is None:  # "what was measured and is now known"
        return False
    return points is None or _plain_subject(first)


def _plain_subject(first: str) -> bool:
    """Whether it is plain what a question is about: what it defines, or what stands before a verb that is known."""
    read = read_question(f"{first}?")
    if read.kind == "definition":
        return True
    subject = subject_of(read)
    return read.kind == "yes_no" and (" " not in subject or subject != read.concepts[0])


def joined(whole: Answer, parts: Sequence[str], answers: Sequence[Answer]) -> Answer:
    """One answer of the answers to the parts, each under its part as heading; `whole` is what they are parts of.

    Of a part that the papers do not answer the reason says so.
    """
    sources: dict[str, Source] = {}
    claims: list[Claim] = []
    for part, answer in zip(parts, answers, strict=True):
        if answer.answerable:
            claims += [_moved(claim, answer, sources, part) for claim in answer.claims]
    missing = [f"{part} {answer.reason}" for part, answer in zip(parts, answers, strict=True) if not answer.answerable]
    return replace(
        whole,
        answer=" ".join(marked(claim.text, claim.sources) for claim in claims),
        answerable=True,
        reason="; ".join(missing) or None,
        claims=tuple(claims),
        sources=tuple(sources.values()),
        stances={},
        tally=None,
        loosen=(),
    )


def _moved(claim: Claim, answer: Answer, sources: dict[str, Source], heading: str) -> Claim:
    """The claim with the numbers that its sources have in the whole answer, where they get one if they have none."""
    numbers = {}
    for source in answer.sources:
        if source.n in claim.sources:
            held = sources.setdefault(source.paper.id, replace(source, n=len(sources) + 1))
            numbers[source.n] = held.n
    evidence = tuple(replace(one, source=numbers[one.source]) for one in claim.evidence)
    return replace(claim, sources=tuple(sorted(numbers.values())), evidence=evidence, heading=heading)
