"""Whether the vectors of an index are what a model makes: finite, and of length 1."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.arrays import Vectors
from index.files.columns import column
from index.nearest.grouped import grouped_names
from index.nearest.write_vectors import CONTEXTS, PAPER_VECTORS, SENTENCES

BLOCK = 4096
EXACT, IN_STEPS = 1e-3, 2e-2  # how far a length may be from 1; those of sentences are kept in 255 steps


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many vectors there are, how many of them are zeros, and how many are neither these nor of length 1."""

    vectors: int
    zeros: int
    wrong: int


def lengths(folders: list[Path], dim: int) -> Lengths:
    found = [_counted(block, off) for folder in folders for block, off in _blocks(folder, dim)]
    return Lengths(
        sum(each.vectors for each in found), sum(each.zeros for each in found), sum(each.wrong for each in found)
    )


def _blocks(folder: Path, dim: int) -> Iterator[tuple[Vectors, float]]:
    """Some vectors at a time, so that any number of them fits in memory."""
    papers = column(folder / PAPER_VECTORS)
    for start in range(0, len(papers), BLOCK):
        yield papers[start : start + BLOCK], EXACT
    for name in (SENTENCES, CONTEXTS):
        vectors, scales, _ = (folder / each for each in grouped_names(name))
        steps = column(scales)
        with vectors.open("rb") as file:
            for start in range(0, len(steps), BLOCK):
                some = steps[start : start + BLOCK, None]
                read = np.frombuffer(file.read(len(some) * dim), np.int8).reshape(-1, dim)
                yield read * some, IN_STEPS


def _counted(block: Vectors, off: float) -> Lengths:
    with np.errstate(invalid="ignore", over="ignore"):  # what is not finite is counted, and nothing to warn of
        found = np.linalg.norm(block, axis=1)
        sound = np.abs(found - 1) < off
    zeros = int((found == 0).sum())
    return Lengths(len(block), zeros, len(block) - int(sound.sum()) - zeros)
