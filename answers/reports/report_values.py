"""What a report on a hub holds: sections of cited sentences, each with what it was told by and over how many citers."""

from dataclasses import dataclass
from typing import Literal, get_args

from answers.values import Claim, Source
from corpus.values import Paper

SectionName = Literal["build-on", "extend", "compare", "dispute", "topics", "time", "open-questions"]
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
# Who says it: a label on the citation, words of the citing sentences, words of the paper's own summary and abstract,
# or words of any of these texts.
Basis = Literal["label", "citing words", "own words", "words"]
HEADINGS: dict[Basis, str | None] = {
    "label": "By label",
    "citing words": "By words of the citing sentences",
    "own words": "With other work, by words of summaries and abstracts",
    "words": None,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """`found` of the `of` citers that can be told by this basis belong in the section; `shown` of them are quoted."""

    basis: Basis
    found: int
    shown: int
    of: int


@dataclass(frozen=True, slots=True)
class Section:
    """Cited sentences under one title. A source's number is its place in the order of first citation in the section.

    A section depends on nothing but the hub and its own name. `missing` says in a sentence why it has no claim;
    `counted` is empty where every citer is told of, by topic or by year. `unjudged` of all `citers` have neither a
    label nor a text to judge by.
    """

    name: SectionName
    title: str
    citers: int
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    counted: tuple[Counted, ...] = ()
    missing: str | None = None

    @property
    def unjudged(self) -> int:
        return self.citers - sum(one.of for one in self.counted) if self.counted else 0


@dataclass(frozen=True, slots=True)
class Held:
    """How many citers of the hub are held, and how many of them have what a report is made from."""

    citers: int
    labelled: int
    with_context: int
    with_text: int


@dataclass(frozen=True, slots=True)
class Report:
    """The sections asked for of one hub, in the order of SECTIONS."""

    hub: str
    paper: Paper
    held: Held
    sections: tuple[Section, ...]
