"""Vectors in, groups out: spectral clustering of the graph that joins each vector to its nearest neighbours.

Nothing is drawn at random, so there is no seed, and the order of the vectors does not change who stands together.
"""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh, qr, svd
from scipy.sparse import csr_array
from scipy.sparse.linalg import ArpackError, LinearOperator, eigsh

from index.arrays import Codes, Vectors

Likeness = NDArray[np.float64]

SAMPLE = 2000  # vectors the graph is made of, the square of this in memory; those beyond join the nearest centre
NEIGHBOURS = 15
BLOCK = 8192  # vectors that are taken apart at a time, in double precision
ROUNDS = 100  # of looking for directions, several times what it mostly takes
FAINT = 1e-6  # joins every pair, so that the graph is whole


def cluster(vectors: Vectors, count: int) -> Codes:
    """A code from 0 for every vector, at most `count` of them, the largest group first, equal ones by first member.

    What all vectors share is taken off first: it says what the whole is about, not what its parts are.
    """
    if count < 2 or len(vectors) <= count:
        return np.zeros(len(vectors), dtype=np.int32)
    apart = centred(vectors)
    sample = _sample(vectors)
    codes = _spectral(apart[sample], count)
    if len(sample) < len(vectors):
        codes = np.argmax(apart @ centres(apart[sample], codes).T, axis=1)
    return largest_first(codes)


def centred(vectors: Vectors) -> Vectors:
    """Unit vectors from the mean of all to each."""
    mean, found = vectors.mean(axis=0, dtype=np.float64), np.empty_like(vectors)
    for start in range(0, len(vectors), BLOCK):
        apart = vectors[start : start + BLOCK] - mean
        norms = np.linalg.norm(apart, axis=1, keepdims=True)
        found[start : start + BLOCK] = apart / np.where(norms < FAINT, 1, norms)
    return found


def centres(vectors: Vectors, codes: NDArray[np.integer]) -> Vectors:
    """The unit centre of each group, in order of code."""
    sums = np.zeros((int(codes.max()) + 1, vectors.shape[1]), dtype=np.float64)
    for start in range(0, len(vectors), BLOCK):
        some, own = vectors[start : start + BLOCK], codes[start : start + BLOCK]
        for code in range(len(sums)):  # added one after another, as `np.add.at` does in thirty times the time
            sums[code] = np.concatenate([sums[code : code + 1], some[own == code]]).sum(axis=0)
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.where(norms == 0, 1, norms), dtype=np.float32)


def largest_first(codes: NDArray[np.integer]) -> Codes:
    """The same groups, numbered by falling size."""
    _, first, place, counts = np.unique(codes, return_index=True, return_inverse=True, return_counts=True)
    numbers = np.empty(counts.size, dtype=np.int32)
    numbers[np.lexsort((first, -counts))] = np.arange(counts.size)
    return np.asarray(numbers[place], dtype=np.int32)


def _sample(vectors: Vectors) -> NDArray[np.intp]:
    """Places chosen by what the vectors are, not where they stand: a few more papers change few of those chosen."""
    if len(vectors) <= SAMPLE:
        return np.arange(len(vectors))
    lots = np.array([crc32(np.round(vector, 4).tobytes()) for vector in vectors])
    return np.sort(np.argsort(lots, kind="stable")[:SAMPLE])


def _spectral(vectors: Vectors, count: int) -> Codes:
    """Cuts where the walk along the graph seldom crosses (Shi and Malik 2000), read off by a pivoted QR.

    That reading (Damle, Minden and Ying 2019) takes as the groups' directions the `count` vectors that stand most
    apart, so it needs no start and no repetition as k-means would.
    """
    graph, n = _graph(vectors), len(vectors)
    scale = (graph.sum(axis=1) + FAINT * n) ** -0.5

    def step(among: Likeness) -> Likeness:
        scaled = scale * among.ravel()
        return np.asarray(scale * (graph @ scaled + FAINT * scaled.sum()))

    walk = LinearOperator((n, n), matvec=step, dtype=np.float64)
    try:
        steady = eigsh(walk, count, which="LA", v0=np.ones(n), maxiter=ROUNDS)[1] * scale[:, None]
    except ArpackError:  # clumps that next to nothing joins: as many directions are all but equally steady
        whole = scale[:, None] * (graph.toarray() + FAINT) * scale
        steady = eigh(whole, subset_by_index=(n - count, n - 1))[1] * scale[:, None]
    apart = qr(steady.T, mode="r", pivoting=True)[-1][:count]
    left, _, right = svd(steady[apart].T)
    return np.asarray(np.argmax(np.round(np.abs(steady @ (left @ right)), 9), axis=1), dtype=np.int32)


def _graph(vectors: Vectors) -> csr_array:
    """How alike two vectors are where one is among the other's nearest neighbours; FAINT, which joins all, is left
    out."""
    likeness = np.round(vectors @ vectors.T, 6)
    np.fill_diagonal(likeness, -np.inf)
    count = min(NEIGHBOURS, len(vectors) - 1)
    least = -np.partition(-likeness, count - 1, axis=1)[:, count - 1 : count]
    near = np.nonzero((likeness >= least) & (likeness > 0))
    graph = csr_array((likeness[near].astype(np.float64), near), shape=likeness.shape)
    return csr_array((graph + graph.T) / 2)
