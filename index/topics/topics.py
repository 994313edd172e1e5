"""Topics of a set of papers: groups of their vectors, each with a name from its own words and an exemplar."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from index.arrays import Codes, Rows, Vectors
from index.files.snapshot import Snapshot
from index.nearest.stacked import StackedVectors
from index.topics.topic_names import OTHER, name_topics

SMALLEST = 4  # papers a topic has on average at least, so that a hub of five is one topic
MOST = 12
NOWHERE: Vectors = np.empty((0, 0), dtype=np.float32)
READ = 30  # papers of each topic, the nearest its centre, that are read for its name


@dataclass(frozen=True, slots=True)
class Topic:
    """A cluster of `size` papers; `exemplar` is the row nearest its centre. `id` is made from the label.

    No two topics of one scope share an id or a label.
    """

    id: str
    label: str
    size: int
    exemplar: int


@dataclass(frozen=True, slots=True)
class Topics:
    """`codes[i]` is the topic, by its place in `topics`, of row `rows[i]`; rows ascend and each is in one topic.

    `middles` are the mean of all vectors and the centres of the topics, by which papers that come later find theirs;
    (1 + topics, dim), without one for papers that have no vector, and empty where none has.
    """

    topics: tuple[Topic, ...]
    rows: Rows
    codes: Codes
    middles: Vectors

    def codes_of(self, rows: Rows) -> Codes:
        """The topics of these rows, every one of which must be among `self.rows`."""
        return self.codes if rows.size == self.rows.size else self.codes[np.searchsorted(self.rows, rows)]

    def counts(self, places: NDArray[np.integer]) -> dict[str, int]:
        """How many of the rows in these places each topic has, topics without any left out."""
        counted = np.bincount(self.codes[places], minlength=len(self.topics))
        return {topic.id: int(n) for topic, n in zip(self.topics, counted, strict=True) if n}

    def mask(self, rows: Rows, ids: Sequence[str]) -> NDArray[np.bool_]:
        """Which rows are in one of the topics named by id or label."""
        wanted = [code for code, topic in enumerate(self.topics) if topic.id in ids or topic.label in ids]
        return np.isin(self.codes_of(rows), wanted)


def find_topics(snapshot: Snapshot, vectors: Vectors | StackedVectors, rows: Rows) -> Topics:
    """The topics of these rows, largest first. Nothing is drawn at random, so the same papers give the same topics.

    Papers without a vector are told of by no text; they are the last topic, "other".
    """
    held = np.asarray(vectors[rows])
    known = np.flatnonzero(held.any(axis=1))
    codes = np.full(rows.size, -1, dtype=np.int32)
    topics: list[Topic] = []
    middles = NOWHERE
    if known.size:
        codes[known], central, middles = _grouped(held if known.size == rows.size else held[known])
        read = [place for places in central for place in places[:READ]]
        papers = [snapshot.paper(int(rows[known[place]])) for place in read]
        labels = name_topics(papers, codes[known[read]])
        sizes = np.bincount(codes[known]).tolist()
        exemplars = [int(rows[known[places[0]]]) for places in central]
        for label, size, exemplar in zip(labels, sizes, exemplars, strict=True):
            topics.append(named(label, size, exemplar, topics))
    if known.size < rows.size:
        unknown = np.flatnonzero(codes < 0)
        codes[unknown] = len(topics)
        topics.append(named(OTHER, int(unknown.size), int(rows[unknown[0]]), topics))
    return Topics(tuple(topics), rows, codes, middles)


def named(label: str, size: int, exemplar: int, others: Sequence[Topic]) -> Topic:
    """A topic of this label, numbered where one of the others has it or, as "C" and "C++", would have the same id."""
    label = _unlike(label, {topic.label for topic in others}, "{} ({})")
    return Topic(_unlike(slug(label), {topic.id for topic in others}, "{}-{}"), label, size, exemplar)


def _unlike(name: str, others: Set[str], form: str) -> str:
    numbered = (form.format(name, number) for number in count(2))
    return next(one for one in chain([name], numbered) if one not in others)


def topic_count(papers: int) -> int:
    """How many topics to look for: the root of half the papers."""
    return int(np.clip(round((papers / 2) ** 0.5), 1, min(MOST, max(1, papers // SMALLEST))))


def _grouped(vectors: Vectors) -> tuple[Codes, list[list[int]], Vectors]:
    """The group of each vector, the members of each group, the nearest its centre first, and the middles."""
    from index.topics.clusters import centred, centres, cluster

    codes = cluster(vectors, topic_count(len(vectors)))
    apart = centred(vectors) if codes.any() else vectors
    middles = centres(apart, codes)
    likeness = np.round(np.einsum("ij,ij->i", apart, middles[codes]), 6)
    order = np.lexsort((-likeness, codes))
    members = [order[codes[order] == code].tolist() for code in range(len(middles))]
    mean = vectors.mean(axis=0, dtype=np.float64, keepdims=True) if codes.any() else np.zeros((1, vectors.shape[1]))
    return codes, members, np.concatenate([mean, middles]).astype(np.float32)


def slug(label: str) -> str:
    """The label as an id: lower-case words and hyphens."""
    return re.sub(r"[^\w]+", "-", label.lower()).strip("-")
