"""As many papers as are asked for: those held, and others made of their sentences; and hubs that some of them cite."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np

from corpus.sentences import sentence_spans
from corpus.store import Store
from corpus.values import POLARITIES, ROLES, Citation, CitingSentence, Hub, Paper, Record
from index.version import IndexVersion

SIZES = (30, 1_000, 50_000)  # citers of the hubs, as far as there are so many papers
HUB = "local:made-hub-{:05}"
BATCH = 1_000
MANY = 16  # more than there are hubs
LABELLED = 0.7  # the share of citations with a role and a polarity
LONGEST = 2  # citing sentences of a citation
CONSONANTS, VOWELS = "bdfghjklmnprstvwz", "aeiou"

Told = Callable[[int], None]


class Stock:
    """The papers of an index that have a text, in order of row."""

    def __init__(self, version: IndexVersion) -> None:
        rows = version.snapshot.rows().tolist()
        self.papers: Sequence[Paper] = [paper for row in rows if (paper := version.snapshot.paper(row)).abstract]

    @cached_property
    def sentences(self) -> Sequence[Sequence[str]]:
        """Of each paper's abstract."""
        return [[text[start:end] for start, end in sentence_spans(text)] for text in self._abstracts]

    @property
    def _abstracts(self) -> Iterator[str]:
        return (paper.abstract or "" for paper in self.papers)

    def paper(self, number: int) -> Paper:
        """One of those held, and beyond these one made of two of them: halves of their titles behind a name that no
        other paper has, and sentences of their abstracts in turn."""
        if number < len(self.papers):
            return self.papers[number]
        one, other = np.random.default_rng([1, number]).integers(len(self.papers), size=2).tolist()
        first, second = self.papers[one], self.papers[other]
        return Paper(
            id=f"local:made-{number:07}",
            title=f"{name(number).title()}: {_halved(first.title)[0]} {_halved(second.title)[1]}",
            abstract=" ".join(_in_turn(self.sentences[one], self.sentences[other])),
            authors=first.authors[:2] + second.authors[2:],
            year=first.year,
            venue=second.venue,
        )

    def citation(self, hub: str, citing: str, number: int) -> Citation:
        """With a citing sentence or two that some abstract holds, most of them labelled."""
        drawn = np.random.default_rng([2, number])
        told = [self.sentences[at] for at in drawn.integers(len(self.papers), size=drawn.integers(1, LONGEST + 1))]
        role, polarity = ROLES[int(drawn.integers(len(ROLES)))], POLARITIES[int(drawn.integers(len(POLARITIES)))]
        labelled = bool(drawn.random() < LABELLED)
        return Citation(
            hub=hub,
            citing=citing,
            role=role if labelled else None,
            polarity=polarity if labelled else None,
            influential=bool(drawn.random() < 0.1),
            contexts=tuple(CitingSentence(own[int(drawn.integers(len(own)))]) for own in told),
        )


def fill(store: Store, stock: Stock, count: int, told: Told, sizes: Sequence[int] = SIZES) -> None:
    """Puts so many papers into an empty store, and hubs whose citers lie anywhere among them."""
    citers: dict[int, list[str]] = {}
    for size in (size for size in sizes if 2 * size <= count):
        hub = Hub(Paper(HUB.format(size), f"A paper that {size:,} others cite"), known_total=size)
        store.put(hub, [])
        for number in np.random.default_rng(size).choice(count, size, replace=False).tolist():
            citers.setdefault(number, []).append(hub.paper.id)
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        store.put(None, [record for number in numbers for record in _records(stock, number, citers.get(number, []))])
        told(numbers.stop)


def _records(stock: Stock, number: int, hubs: Sequence[str]) -> Iterator[Record]:
    """The paper for its own sake, and again with each citation of its own."""
    paper = stock.paper(number)
    yield Record(paper)
    for place, hub in enumerate(hubs):
        yield Record(paper, stock.citation(hub, paper.id, MANY * number + place))


def name(number: int) -> str:
    """Four syllables; those of two numbers below 50 million differ."""
    said = []
    for _ in range(4):
        number, at = divmod(number, len(CONSONANTS) * len(VOWELS))
        said.append(CONSONANTS[at // len(VOWELS)] + VOWELS[at % len(VOWELS)])
    return "".join(said)


def _halved(title: str) -> tuple[str, str]:
    words = title.split()
    half = (len(words) + 1) // 2
    return " ".join(words[:half]), " ".join(words[half:])


def _in_turn(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [own[at] for at in range(max(map(len, (first, second)))) if at < len(own := (first, second)[at % 2])]
