"""How like a candidate is to a paper: the liked paper's sentences, each met by the candidate's closest one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.grouped import Grouped
from index.roles import ROLES, role_chances
from index.values import Facet
from index.vectors import VectorIndex, Vectors

Rows = NDArray[np.int32]
Order = NDArray[np.int64]
Scores = NDArray[np.float64]

FIRST = 5  # of those found first, the papers that others are held against
# The candidates read sentence by sentence; those after them keep the cosine of the whole and stay behind.
READ = 2000


@dataclass(frozen=True, slots=True)
class Example:
    """A paper or a text to find the like of: its vector, and its sentences with what each of them counts, in all 1."""

    whole: Vectors
    sentences: Vectors
    shares: Scores


def example(whole: Vectors, texts: Sequence[str], sentences: Vectors, facet: Facet, *, titled: bool) -> Example:
    """`texts` are the sentences with their vectors, after a title when `titled`, which counts where it stands alone.

    With a facet, a sentence counts as much as it is likely to play that role.
    """
    said = slice(1, None) if titled and len(texts) > 1 else slice(None)
    chances = np.ones(len(texts[said]))
    if facet != "all":
        chances = role_chances(texts[said])[:, ROLES.index(facet)]
    held = sentences[said].any(axis=1)  # those beyond the model's window have no vector
    shares = np.where(held, chances, 0)
    return Example(whole, sentences[said], shares / (shares.sum() or 1.0))


def sentence_likeness(sentences: Grouped, wanted: Example, rows: Rows) -> Scores:
    """The mean, over the example's sentences, of the cosine with the closest sentence of each row's paper."""
    heard = wanted.shares > 0
    if not heard.any():
        return np.zeros(rows.size)
    vectors = wanted.sentences[heard] / np.linalg.norm(wanted.sentences[heard], axis=1, keepdims=True)
    return np.asarray(wanted.shares[heard] @ sentences.nearest(vectors.astype(np.float32), rows))


def likeness_to_first(nearest: VectorIndex, vectors: Vectors, rows: Rows, order: Order) -> Scores:
    """The mean cosine of each row with the papers found first: pseudo-relevance feedback.

    Rocchio 1971, without terms: what many of the first share is likelier what was meant.
    """
    if not order.size:
        return np.zeros(rows.size)
    middle = vectors[rows[order[:FIRST]]].mean(axis=0)
    return nearest.scores(np.asarray(middle, dtype=np.float32), rows).astype(np.float64)
