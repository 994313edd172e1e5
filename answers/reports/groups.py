"""Sections that tell of every citer, by topic and over time: of each group, what is nearest to what sets it apart."""

from collections.abc import Iterator, Sequence

import numpy as np

from answers.reports.citers import Citer, Quoted, put_together, readable
from answers.reports.report_values import Section
from answers.sentences import Sentence, quotable
from answers.text.cosine import cosine
from index.arrays import Vectors
from index.passages import paper_parts
from index.topics import Topics
from index.version import IndexVersion

Group = tuple[str, Sequence[Citer]]

TOLD = 2  # papers quoted for each group
READ = 6  # papers of each group whose sentences are read, the nearest to what sets it apart
PERIODS = 8  # the most spans of years that a report tells of
WIDTHS = (1, 2, 5, 10, 20, 50, 100, 10_000)  # years in a span
NOBODY = "There is no citing paper to tell of."


def topic_section(version: IndexVersion, citers: Sequence[Citer], topics: Topics) -> Section:
    """The topics of the hub page, the largest first."""
    codes = topics.codes_of(np.array([one.row for one in citers], np.int32)).tolist()
    members: list[list[Citer]] = [[] for _ in topics.topics]
    for citer, code in zip(citers, codes, strict=True):
        members[code].append(citer)
    groups = list(zip((topic.label for topic in topics.topics), members, strict=True))
    claims, sources = put_together(list(_told(version, citers, groups)))
    return Section("topics", "By topic", len(citers), claims, sources, missing=None if claims else NOBODY)


def time_section(version: IndexVersion, citers: Sequence[Citer]) -> Section:
    """Years, or spans of years where there are many, the earliest first; papers without a year come last."""
    claims, sources = put_together(list(_told(version, citers, list(_periods(citers)))))
    return Section("time", "Over time", len(citers), claims, sources, missing=None if claims else NOBODY)


def _periods(citers: Sequence[Citer]) -> Iterator[Group]:
    years = sorted({one.paper.year for one in citers if one.paper.year})
    if years:
        width = next(width for width in WIDTHS if years[-1] // width - years[0] // width < PERIODS)
        for span in sorted({year // width for year in years}):
            name = str(span) if width == 1 else f"{span * width} to {span * width + width - 1}"
            yield name, [one for one in citers if one.paper.year and one.paper.year // width == span]
    undated = [one for one in citers if not one.paper.year]
    if undated:
        yield "Year not known", undated


def _told(version: IndexVersion, citers: Sequence[Citer], groups: Sequence[Group]) -> Iterator[Quoted]:
    if not citers:
        return
    middle = _mean(version, citers) if len(groups) > 1 else np.float32(0)
    for name, members in groups:
        apart = _unit(_mean(version, members) - middle)
        heading = f"{name} ({len(members):,} of {len(citers):,})"
        for citer, sentence in _telling(version, members, apart, middle):
            yield Quoted(citer, sentence, heading)


def _telling(
    version: IndexVersion, members: Sequence[Citer], apart: Vectors, middle: Vectors | np.float32
) -> list[tuple[Citer, Sentence]]:
    """The best sentence of some of the members; those with a text of their own before those with a title alone."""

    def near(citer: Citer) -> tuple[bool, float, str]:
        return not citer.own_text, -cosine(_unit(version.vectors[citer.row] - middle), apart), citer.paper.id

    read = sorted(members, key=near)[:READ]
    found = [(citer, *_best(version, citer, apart)) for citer in read]
    found.sort(key=lambda one: (not one[0].own_text, -one[2]))
    return [(citer, sentence) for citer, sentence, _ in found[:TOLD]]


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
    return max(scored, key=lambda one: one[1])


def _mean(version: IndexVersion, citers: Sequence[Citer]) -> Vectors:
    rows = np.array([one.row for one in citers], np.int32)
    mean: Vectors = np.asarray(version.vectors[rows], np.float64).mean(axis=0).astype(np.float32)
    return mean


def _unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length > 0 else vector
