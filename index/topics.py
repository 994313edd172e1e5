"""Topics of a set of papers: clusters of their vectors, each with a name from its own words and an exemplar."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

from corpus.values import Paper
from index.snapshot import Snapshot
from index.tokens import STOP_WORDS, stem, words

Rows = NDArray[np.int32]
Vectors = NDArray[np.float32]
Codes = NDArray[np.int32]

SMALLEST = 3  # papers a topic has on average at least, so that a hub of five is one topic
MOST = 24
SAMPLE = 2000  # Ward's tree needs the square of this in memory; the papers beyond it join the nearest centre
ROUNDS = 10
TERMS = 2

# Words that papers of every topic say about themselves.
ACADEMIC_LIST = (
    "approach approaches based method methods model models paper propose proposed novel new result results show "
    "study work task tasks data using use used towards toward improve improved improving performance framework "
    "via large different better problem problems present system systems analysis learning evaluation experiments"
)
ACADEMIC = frozenset(ACADEMIC_LIST.split())


@dataclass(frozen=True, slots=True)
class Topic:
    """A cluster of `size` papers; `exemplar` is the row nearest its centre. `id` is made from the label."""

    id: str
    label: str
    size: int
    exemplar: int


@dataclass(frozen=True, slots=True)
class Topics:
    """`codes[i]` is the topic, by its place in `topics`, of row `rows[i]`; rows ascend and each is in one topic."""

    topics: tuple[Topic, ...]
    rows: Rows
    codes: Codes

    def codes_of(self, rows: Rows) -> Codes:
        """The topics of these rows, every one of which must be among `self.rows`."""
        return self.codes[np.searchsorted(self.rows, rows)]

    def counts(self, rows: Rows) -> dict[str, int]:
        """How many of the rows each topic has, topics without any left out."""
        counted = np.bincount(self.codes_of(rows), minlength=len(self.topics))
        return {topic.id: int(n) for topic, n in zip(self.topics, counted, strict=True) if n}

    def mask(self, rows: Rows, ids: Sequence[str]) -> NDArray[np.bool_]:
        """Which rows are in one of the topics named by id or label."""
        wanted = [code for code, topic in enumerate(self.topics) if topic.id in ids or topic.label in ids]
        return np.isin(self.codes_of(rows), wanted)


def find_topics(snapshot: Snapshot, vectors: Vectors, rows: Rows) -> Topics:
    """The topics of these rows, largest first. Nothing is drawn at random, so the same papers give the same topics."""
    if rows.size == 0:
        return Topics((), rows, np.empty(0, dtype=np.int32))
    held = np.asarray(vectors[rows])
    codes = cluster(held)
    labels = name_topics([snapshot.paper(int(row)) for row in rows], codes)
    topics = []
    for code, label in enumerate(labels):
        inside = np.flatnonzero(codes == code)
        nearest = inside[np.argmax(held[inside] @ held[inside].mean(axis=0))]
        topics.append(Topic(slug(label), label, int(inside.size), int(rows[nearest])))
    return Topics(tuple(topics), rows, codes)


def cluster(vectors: Vectors) -> Codes:
    """A code from 0 for every vector, the largest cluster first: Ward's tree, then centres moved until they rest."""
    count = topic_count(len(vectors))
    if count == 1:
        return np.zeros(len(vectors), dtype=np.int32)
    sample = np.unique(np.linspace(0, len(vectors) - 1, min(len(vectors), SAMPLE)).astype(np.int64))
    tree = linkage(vectors[sample].astype(np.float64), method="ward")
    first = fcluster(tree, count, criterion="maxclust") - 1
    centres = _centres(vectors[sample], first, int(first.max()) + 1)
    codes = np.argmax(vectors @ centres.T, axis=1)
    for _ in range(ROUNDS):
        moved = np.argmax(vectors @ _centres(vectors, codes, len(centres)).T, axis=1)
        if np.array_equal(moved, codes):
            break
        codes = moved
    return _largest_first(codes)


def topic_count(papers: int) -> int:
    """How many topics to look for: about the root of half the papers."""
    return int(np.clip(round((papers / 2) ** 0.5), 1, min(MOST, max(1, papers // SMALLEST))))


def _centres(vectors: Vectors, codes: NDArray[np.integer], count: int) -> Vectors:
    sums = np.zeros((count, vectors.shape[1]), dtype=np.float64)
    np.add.at(sums, codes, vectors)
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.where(norms == 0, 1, norms), dtype=np.float32)


def _largest_first(codes: NDArray[np.integer]) -> Codes:
    held, first, counts = np.unique(codes, return_index=True, return_counts=True)
    order = np.lexsort((first, -counts))
    place = {int(held[old]): new for new, old in enumerate(order)}
    return np.array([place[int(code)] for code in codes], dtype=np.int32)


def name_topics(papers: Sequence[Paper], codes: Codes) -> list[str]:
    """A label for each code: the terms that most of its papers use and few others do, as most of them write them."""
    used = [dict(terms(paper.tldr or "", paper.title)) for paper in papers]
    everywhere = Counter(key for spelt in used for key in spelt)
    labels: list[str] = []
    for code in range(int(codes.max()) + 1):
        inside = [spelt for spelt, own in zip(used, codes, strict=True) if own == code]
        label = ", ".join(_spelling(key, inside) for key in _telling(inside, everywhere, len(papers))) or "other"
        labels.append(label if label not in labels else f"{label} ({code + 1})")
    return labels


def _telling(inside: list[dict[str, str]], everywhere: Counter[str], papers: int) -> list[str]:
    """The best terms of one topic, none of them part of another."""
    here = Counter(key for spelt in inside for key in spelt)
    weight = {
        key: count * np.log(1 + papers / everywhere[key]) * (1.5 if " " in key else 1.0)
        for key, count in here.items()
        if count > 1 or len(inside) == 1
    }
    chosen: list[str] = []
    for key in sorted(weight, key=lambda key: (-weight[key], key)):
        if not any(set(key.split()) & set(other.split()) for other in chosen):
            chosen.append(key)
        if len(chosen) == TERMS:
            break
    return chosen


def _spelling(key: str, inside: list[dict[str, str]]) -> str:
    spelt = Counter(spellings[key] for spellings in inside if key in spellings)
    return min(spelt, key=lambda written: (-spelt[written], written))


def terms(*texts: str) -> Iterator[tuple[str, str]]:
    """Telling words and pairs of words: the stems to count by, and the spelling, in lower case unless it is a name."""
    for text in texts:
        before: tuple[str, str, int] | None = None
        for word in words(text):
            written = text[word.start : word.end]
            plain = written if any(char.isupper() for char in written[1:]) else written.lower()
            if plain.lower() in STOP_WORDS or len(plain) < 2 or plain.isdigit():
                before = None
                continue
            key = stem(word.forms[0])
            if before and text[before[2] : word.start] == " ":
                yield f"{before[0]} {key}", f"{before[1]} {plain}"
            if plain.lower() not in ACADEMIC:
                yield key, plain
            before = (key, plain, word.end)


def slug(label: str) -> str:
    """The label as an id: lower-case words and hyphens."""
    return re.sub(r"[^\w]+", "-", label.lower()).strip("-")
