"""As many vectors as are asked for: real ones, and around them structured noise."""

from pathlib import Path

import numpy as np

from embeddings.embedder import Vectors

ASKED = 200  # real vectors that are held out, to be asked for
BLOCK = 65_536
# Two papers are mixed, at most half and half, and strayed from by at most this share of their length: so the nearest
# ten of a held-out paper get closer as the corpus grows, as they do in a real one.
MIXED, NOISE = 0.5, 0.6


def held_out(vectors: Vectors) -> tuple[Vectors, Vectors]:
    """The vectors to ask for and the others; rows of papers without text are in neither."""
    told = vectors[vectors.any(axis=1)]
    order = np.random.default_rng(0).permutation(len(told))
    asked = min(ASKED, len(told) // 4)
    return told[order[:asked]], told[order[asked:]]


def write_grown(path: Path, real: Vectors, size: int) -> None:
    """`size` unit vectors, (size, dim), as a .npy file: the real ones first, then mixtures of two with noise added."""
    drawn, dim = np.random.default_rng(1), real.shape[1]
    grown = np.lib.format.open_memmap(path, mode="w+", dtype=np.float32, shape=(size, dim))
    kept = min(len(real), size)
    grown[:kept] = real[:kept]
    for start in range(kept, size, BLOCK):
        count = min(BLOCK, size - start)
        one, other = (real[drawn.integers(len(real), size=count)] for _ in range(2))
        share, far = (drawn.random((count, 1), dtype=np.float32) * most for most in (MIXED, NOISE))
        moved = one + share * (other - one)
        moved += drawn.standard_normal((count, dim), dtype=np.float32) * (far / np.float32(np.sqrt(dim)))
        grown[start : start + count] = moved / np.linalg.norm(moved, axis=1, keepdims=True)
    grown.flush()
