"""How many candidates the codes of an index have to propose, found out on the vectors that it holds."""

from time import perf_counter

import numpy as np

from index.arrays import Vectors
from index.faiss.codes import Codes
from index.faiss.flat import FaissFlat
from index.files.tuned import Step
from index.nearest.sized import Sized
from index.vectors import Rows

NEAREST = 10
QUESTIONS = 200
# How far a question strays from the row that it is made of, in lengths of that row. On papers of the ACL Anthology that
# were held out, as many candidates hold the nearest ten as for questions that stray this far, or somewhat fewer.
STRAY = 1.0
LADDER = (32, 64, 128, 256, 512, 1024, 2048, 4096)


def curve(vectors: Vectors, codes: Codes, questions: Vectors) -> tuple[Step, ...]:
    """What each number of candidates finds, against the nearest ten by brute force; wider as far as there are rows."""
    truth, _ = FaissFlat(vectors).search(questions, NEAREST)
    return tuple(
        _step(Sized(vectors, codes, candidates), candidates, questions, truth)
        for candidates in LADDER
        if candidates <= max(len(vectors), LADDER[0])
    )


def strayed(vectors: Vectors) -> Vectors:
    """Questions near rows that are evenly spread over all: each a row with noise added, of unit length, and no row."""
    rows = evenly(len(vectors), QUESTIONS)
    held = vectors[rows][vectors[rows].any(axis=1)]
    noise = np.random.default_rng(0).standard_normal(held.shape) * (STRAY / np.sqrt(vectors.shape[1]))
    moved = held + noise
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def evenly(n: int, count: int) -> Rows:
    """Up to `count` of n rows, ascending, evenly spread."""
    return np.unique(np.linspace(0, max(n - 1, 0), min(count, n)).astype(np.int64))


def recall(found: Rows, truth: Rows) -> float:
    """The share of the true rows, row -1 aside, that were found; all of them where there are none."""
    held = [len(set(own[own >= 0].tolist()) & set(true.tolist())) for own, true in zip(found, truth, strict=True)]
    there = int((truth >= 0).sum())
    return sum(held) / there if there else 1.0


def _step(index: Sized, candidates: int, questions: Vectors, truth: Rows) -> Step:
    found, times = [], []
    for question in questions:
        begun = perf_counter()
        found.append(index.search(question[np.newaxis], NEAREST)[0][0])
        times.append(1000 * (perf_counter() - begun))
    return Step(candidates, round(recall(np.array(found), truth), 4), round(float(np.median(times)), 2))
