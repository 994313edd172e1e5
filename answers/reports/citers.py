"""The citers of a hub as a report reads them: each with its citation, and sentences of its own to quote."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from answers.compose import VERBATIM
from answers.evidence import BROKEN, FINDS, MIDWAY, SUMMARY, VAGUE
from answers.sentences import Sentence, quotable, quotation
from answers.text.headings import headed, unheaded
from answers.text.wording import broken, finds, opens_midway, standing_alone, vague
from answers.values import Claim, Source
from corpus.values import Citation, Paper
from index.snapshot import Snapshot

POINTING = re.compile(
    r"\bsuch (?!as\b|that\b)|\b(?:these|this|those) (?:two|three|findings?|results?)\b", re.IGNORECASE
)

PRESENTING = re.compile(
    r"\b(?:we|this (?:paper|work|study|article)|the authors) (?:also |first |then |here )?(?:present|propose|introduce"
    r"|describe|develop|show|demonstrate|argue|find|investigate|study|explore|examine|suggest)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Citer:
    """A citing paper, in this row of the index, with its citation of the hub."""

    row: int
    paper: Paper
    citation: Citation

    @property
    def own_text(self) -> str:
        return " ".join(text for text in (self.paper.tldr, self.paper.abstract) if text)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of a citer that is to be said, in the part of the section that `heading` names."""

    citer: Citer
    sentence: Sentence
    heading: str | None = None


def citers_of(snapshot: Snapshot, hub: str) -> Iterator[Citer]:
    """Every citer of the hub, in the order of the index."""
    members = snapshot.members(hub)
    for row, number in zip(members.rows.tolist(), members.numbers.tolist(), strict=True):
        yield Citer(row, snapshot.paper(row), snapshot.numbered(number))


def readable(sentence: Sentence) -> float:
    """How well a sentence reads by itself; larger is better, 0 is a plain sentence."""
    text = sentence.text
    worth = SUMMARY * (sentence.field == "tldr" or bool(PRESENTING.search(text))) + FINDS * finds(text)
    leans = opens_midway(text) or bool(POINTING.search(text))
    cut = broken(text) or headed(text)
    return round(worth - BROKEN * cut - VAGUE * vague(text) - MIDWAY * leans, 6)


def best_sentence(citer: Citer, fits: Callable[[Sentence], bool]) -> Sentence | None:
    """The sentence that reads best of those that fit, the first of equals."""
    fitting = [sentence for sentence in quotable(citer.paper, citer.citation) if fits(sentence)]
    return max(fitting, key=readable, default=None)


def put_together(quoted: Sequence[Quoted]) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    """Claims in the order given, what several say in the same words once, and their sources, numbered from 1."""
    said: dict[tuple[str | None, str], list[Quoted]] = {}
    numbers: dict[str, int] = {}
    sources: list[Source] = []
    for one in quoted:
        said.setdefault((one.heading, standing_alone(unheaded(one.sentence.text))), []).append(one)
    for group in said.values():
        for one in group:
            if one.citer.paper.id not in numbers:
                numbers[one.citer.paper.id] = len(numbers) + 1
                sources.append(Source(len(numbers), one.citer.paper, one.citer.citation))
    claims = tuple(
        Claim(
            text,
            tuple(sorted({numbers[one.citer.paper.id] for one in group})),
            VERBATIM,
            tuple(quotation(one.sentence, numbers[one.citer.paper.id]) for one in group),
            heading,
        )
        for (heading, text), group in said.items()
    )
    return claims, tuple(sources)
