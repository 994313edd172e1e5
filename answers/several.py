"""Questions that ask two things: "Does it raise yield, and does it harm worms?" Each is answered by itself."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answers.compose import marked
from answers.followups import Nearest, first_of, rewritten
from answers.question import read_question
from answers.question_patterns import ABOUT_SET, OPEN
from answers.values import Answer, Claim, Source
from answers.wordlists import AUXILIARIES

_AUX = "|".join(AUXILIARIES)
_JOINT = re.compile(rf",? and (?=(?:{_AUX}|how|what|who|why|when|where)\b)", re.IGNORECASE)
_PRONOUN = re.compile(rf"(?:{_AUX}) (?:it|they|this|these|that)\b", re.IGNORECASE)
_VERB = re.compile(rf"(?:{_AUX})\b", re.IGNORECASE)


def parts_of(question: str, nearest: Nearest = first_of) -> tuple[str, ...]:
    """The two questions that it consists of, the second made whole; the question itself where it is one."""
    body = question.rstrip(" ?.!")
    for joint in _JOINT.finditer(body):
        first, second = body[: joint.start()], body[joint.end() :]
        if _asks(first) and _asks(second) and _side_by_side(first, second):
            meant = rewritten(f"{second}?", [f"{first}?"], nearest)
            return f"{first}?", f"{meant[:1].upper()}{meant[1:]}"
    return (question,)


def _asks(text: str) -> bool:
    """Asks by itself, and for what papers say rather than for papers."""
    asks = bool(_VERB.match(text) or OPEN.search(text)) and not ABOUT_SET.search(text)
    return asks and bool(read_question(f"{text}?").concepts)


def _side_by_side(first: str, second: str) -> bool:
    """An auxiliary verb goes on with the first question ("what was measured and is now known"), unless that begins with
    one as well, or a pronoun follows."""
    if not _VERB.match(second):
        return True
    return bool(_VERB.match(first) or _PRONOUN.match(second))


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
