"""Sections that tell of every citer, by topic and over time: of each group, what is nearest to what sets it apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from answers.reports.citers import Citer, Quoted, first_sayings, put_together
from answers.reports.reading import readable, stands_alone
from answers.reports.report_values import Section
from answers.sentences import Sentence, quotable
from answers.text.cosine import cosine
from index.arrays import Vectors
from index.text.passages import paper_parts
from index.topics.topics import Topics
from index.version import IndexVersion

TOLD = 2  # papers quoted for each group
READ = 6  # papers of each group whose sentences are read, the nearest to what sets it apart
PERIODS = 8  # the most spans of years that a report tells of
WIDTHS = (1, 2, 5, 10, 20, 50, 100, 10_000)  # years in a span
NOBODY = "There is no citing paper to tell of."
UNDATED = "Of no citing paper is the year held."


@dataclass(frozen=True, slots=True)
class Group:
    """Citers told of together; `beside` is what is said of the group behind how many they are."""

    name: str
    members: Sequence[Citer]
    beside: str = ""


def topic_section(version: IndexVersion, citers: Sequence[Citer], topics: Topics) -> Section:
    """The topics of the hub page, the largest first."""
    codes = topics.codes_of(np.array([one.row for one in citers], np.int32)).tolist()
    members: list[list[Citer]] = [[] for _ in topics.topics]
    for citer, code in zip(citers, codes, strict=True):
        members[code].append(citer)
    groups = [Group(topic.label, own) for topic, own in zip(topics.topics, members, strict=True)]
    claims, sources = put_together(list(_told(version, citers, groups)))
    return Section("topics", "By topic", len(citers), claims, sources, missing=None if claims else NOBODY)


def time_section(version: IndexVersion, citers: Sequence[Citer]) -> Section:
    """Years, or spans of years where there are many, the earliest first; papers without a year come last."""
    dated = any(one.paper.year for one in citers)
    claims, sources = put_together(list(_told(version, citers, list(_periods(citers)))) if dated else [])
    missing = None if claims else UNDATED if citers else NOBODY
    return Section("time", "Over time", len(citers), claims, sources, missing=missing)


def _periods(citers: Sequence[Citer]) -> Iterator[Group]:
    years = sorted({one.paper.year for one in citers if one.paper.year})
    width = next(width for width in WIDTHS if years[-1] // width - years[0] // width < PERIODS)
    spans = sorted({year // width for year in years})
    for before, span in pairwise([spans[0] - 1, *spans]):
        members = [one for one in citers if one.paper.year and one.paper.year // width == span]
        empty = f"; none in {_span(before + 1, span - 1, width)}" if span - before > 1 else ""
        yield Group(_span(span, span, width), members, empty)
    undated = [one for one in citers if not one.paper.year]
    if undated:
        yield Group("Year not known", undated)


def _span(first: int, last: int, width: int) -> str:
    """The years from the first of these spans to the last."""
    start, end = first * width, last * width + width - 1
    return str(start) if start == end else f"{start} to {end}"


def _told(version: IndexVersion, citers: Sequence[Citer], groups: Sequence[Group]) -> Iterator[Quoted]:
    if not citers:
        return
    middle = _mean(version, citers) if len(groups) > 1 else np.float32(0)
    for group in groups:
        apart = _unit(_mean(version, group.members) - middle)
        heading = f"{group.name} ({len(group.members):,} of {len(citers):,}{group.beside})"
        yield from first_sayings(_telling(version, group.members, apart, middle, heading), TOLD)


def _telling(
    version: IndexVersion, members: Sequence[Citer], apart: Vectors, middle: Vectors | np.float32, heading: str
) -> list[Quoted]:
    """The best sentence of some of the members, the best first; those with a text of their own before those with a
    title alone, and nobody's that needs what stands before it beside one that does not."""

    def near(citer: Citer) -> tuple[bool, float, str]:
        return not citer.own_text, -cosine(_unit(version.vectors[citer.row] - middle), apart), citer.paper.id

    read = sorted(members, key=near)[:READ]
    found = [
        (Quoted(citer, sentence, heading), worth)
        for citer in read
        for sentence, worth in [_best(version, citer, apart)]
    ]
    found.sort(key=lambda one: (not one[0].citer.own_text, -one[1]))
    alone = [one for one, _ in found if stands_alone(one.sentence)]
    return alone or [one for one, _ in found[:1]]


def _best(version: IndexVersion, citer: Citer, apart: Vectors) -> tuple[Sentence, float]:
    """The sentence that is nearest to what sets the group apart and reads well, and how much so.

    It is one of the summary where the paper has that, which says what the paper is, and else one of the abstract.
    """
    placed = paper_parts(citer.paper).placed
    held = version.sentences.of(citer.row)
    near = {(part.field, part.start): cosine(vector, apart) for part, vector in zip(placed, held, strict=len(held) > 0)}
    sentences = quotable(citer.paper)
    summary = [sentence for sentence in sentences if sentence.field == "tldr"]
    scored = [
        (sentence, near.get((sentence.field, sentence.start), 0.0) + readable(sentence))
        for sentence in summary or sentences
    ]
    return max(scored, key=lambda one: (stands_alone(one[0]), one[1]))


def _mean(version: IndexVersion, citers: Sequence[Citer]) -> Vectors:
    rows = np.array([one.row for one in citers], np.int32)
    mean: Vectors = np.asarray(version.vectors[rows], np.float64).mean(axis=0).astype(np.float32)
    return mean


def _unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length > 0 else vector
