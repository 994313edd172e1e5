"""The citers of a hub as a report reads them: each with its citation, and sentences of its own to quote."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from answers.compose import VERBATIM
from answers.reports.reading import alone, readable, stands_alone
from answers.sentences import Sentence, quotable, quotation
from answers.text.wording import amounts, negated
from answers.text.words import words
from answers.values import Claim, Source
from corpus.values import Citation, Paper
from index.files.snapshot import Snapshot
from index.searcher import Searcher
from index.values import Filters, SearchRequest

ALIKE = 0.8  # the share of the words of two sentences from which they say the same, as two versions of one paper do


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


def citers_among(searcher: Searcher, hub: str, filters: Filters) -> Iterator[Citer]:
    """The citers of the hub that pass the filters, in the order of the index."""
    snapshot = searcher.version.snapshot
    for row in np.sort(searcher.judged(SearchRequest(hubs=(hub,), filters=filters)).rows).tolist():
        number = snapshot.number(hub, row)
        if number is not None:
            yield Citer(row, snapshot.paper(row), snapshot.numbered(number))


def best_sentence(citer: Citer, fits: Callable[[Sentence], bool]) -> Sentence | None:
    """The sentence that reads best of those that fit, one that stands alone if any does, the first of equals."""
    fitting = [sentence for sentence in quotable(citer.paper, citer.citation) if fits(sentence)]
    return max(fitting, key=lambda sentence: (stands_alone(sentence), readable(sentence)), default=None)


def first_sayings(quoted: Sequence[Quoted], most: int) -> list[Quoted]:
    """Those that say one of the first `most` different things: who says the same again takes nobody's place."""
    groups = _sayings(quoted)[:most]
    return [one for one in quoted if any(one in group for group in groups)]


def put_together(quoted: Sequence[Quoted]) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    """Claims in the order given, what several say in much the same words once, and their sources, numbered from 1."""
    said = _sayings(quoted)
    numbers: dict[str, int] = {}
    sources: list[Source] = []
    for one in (one for group in said for one in group):
        if one.citer.paper.id not in numbers:
            numbers[one.citer.paper.id] = len(numbers) + 1
            sources.append(Source(len(numbers), one.citer.paper, one.citer.citation))
    claims = tuple(
        Claim(
            alone(group[0].sentence),
            tuple(sorted({numbers[one.citer.paper.id] for one in group})),
            VERBATIM,
            tuple(quotation(one.sentence, numbers[one.citer.paper.id]) for one in group),
            group[0].heading,
        )
        for group in said
    )
    return claims, tuple(sources)


def _sayings(quoted: Sequence[Quoted]) -> list[list[Quoted]]:
    """Those that say the same under one heading, each group where its first one stands."""
    said: list[list[Quoted]] = []
    for one in quoted:
        group = next((group for group in said if _alike(group[0], one)), None)
        said.append([one]) if group is None else group.append(one)
    return said


def _alike(one: Quoted, other: Quoted) -> bool:
    """In the same words or nearly, with the same amounts, and not one the denial of the other."""
    text, again = alone(one.sentence), alone(other.sentence)
    if one.heading != other.heading or amounts(text) != amounts(again) or negated(text) != negated(again):
        return False
    mine, theirs = set(words(text)), set(words(again))
    return text == again or len(mine & theirs) >= ALIKE * len(mine | theirs)
