"""Topics go on when papers come and go: their names stand, and new papers join the topic whose centre is nearest."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.arrays import Codes, Rows, Vectors
from index.nearest.stacked import StackedVectors
from index.topics.topic_names import OTHER
from index.topics.topics import Topic, Topics, named


def joined_topics(kept: Topics, vectors: StackedVectors, rows: Rows) -> Topics:
    """The topics kept, of the rows that are there now, which ascend; topics that have lost all papers are left out.

    `kept` must have middles. Papers without a vector are the last topic, "other".
    """
    before = np.isin(rows, kept.rows, assume_unique=True)
    codes = np.empty(rows.size, dtype=np.int32)
    codes[before] = kept.codes_of(rows[before])
    codes[~before] = _nearest(kept.middles, vectors[rows[~before]])
    other = len(kept.middles) - 1
    sizes = np.bincount(codes, minlength=other + 1)
    order = sorted(np.flatnonzero(sizes).tolist(), key=lambda code: (code == other, -sizes[code]))
    numbers = np.empty(sizes.size, dtype=np.int32)
    numbers[order] = np.arange(len(order))
    topics = tuple(_again(kept, code, vectors, rows[codes == code]) for code in order)
    central = [0, *(1 + code for code in order if code != other)]
    return Topics(topics, rows, numbers[codes], kept.middles[central])


def _nearest(middles: Vectors, vectors: Vectors) -> Codes:
    """The topic of each vector, by its place among the centres; vectors of zeros come after all of these."""
    nearest = np.argmax(np.round((vectors - middles[0]) @ middles[1:].T, 6), axis=1)
    return np.where(vectors.any(axis=1), nearest, len(middles) - 1).astype(np.int32)


def _again(kept: Topics, code: int, vectors: StackedVectors, members: NDArray[np.int32]) -> Topic:
    """The topic with the members that it has now; its exemplar stays while it is one of them."""
    if code >= len(kept.topics):
        return named(OTHER, int(members.size), int(members[0]), kept.topics)
    topic = kept.topics[code]
    exemplar = topic.exemplar
    if exemplar not in members:
        central = code + 1 < len(kept.middles)
        near = vectors[members] @ kept.middles[code + 1] if central else np.zeros(members.size)
        exemplar = int(members[np.argmax(np.round(near, 6))])
    return replace(topic, size=int(members.size), exemplar=exemplar)
