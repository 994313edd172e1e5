"""Vectors in groups come back group by group, and the closest of each is what plain NumPy says."""

from pathlib import Path

import numpy as np
import pytest

from index.nearest.grouped import NOTHING, Grouped, write_grouped

SIZES = (2, 0, 3, 1, 0)


@pytest.fixture
def drawn() -> list[np.ndarray]:
    dice = np.random.default_rng(1)
    return [dice.standard_normal((size, 4)).astype(np.float16) for size in SIZES]


def kept(vectors: np.ndarray) -> np.ndarray:
    """Every number as the nearest of 255 steps of the vector's largest."""
    exact = vectors.astype(np.float64)
    steps = np.abs(exact).max(axis=1, keepdims=True, initial=0) / 127
    return np.rint(exact / steps) * steps


def test_groups_are_read_as_they_were_written(tmp_path: Path, drawn: list[np.ndarray]) -> None:
    assert write_grouped(tmp_path, "some", drawn) == 6
    held = Grouped(tmp_path, "some", 4)
    assert held.starts.tolist() == [0, 2, 2, 5, 6, 6]
    for group, vectors in enumerate(drawn):
        np.testing.assert_allclose(held.of(group), kept(vectors), rtol=1e-6)


def test_the_closest_of_each_group_is_its_largest_product(tmp_path: Path, drawn: list[np.ndarray]) -> None:
    write_grouped(tmp_path, "some", drawn)
    queries = np.random.default_rng(2).standard_normal((3, 4)).astype(np.float32)
    found = Grouped(tmp_path, "some", 4).nearest(queries, np.array([4, 2, 0, 1, 2]))
    for query, row in zip(queries, found, strict=True):
        largest = [
            max((float(vector @ query) for vector in kept(drawn[group])), default=NOTHING) for group in (4, 2, 0, 1, 2)
        ]
        np.testing.assert_allclose(row, largest, atol=1e-5)


@pytest.mark.parametrize("groups", [[], [np.zeros((0, 4), np.float16)] * 3])
def test_groups_may_all_be_empty(tmp_path: Path, groups: list[np.ndarray]) -> None:
    write_grouped(tmp_path, "none", groups)
    held = Grouped(tmp_path, "none", 4)
    assert held.closest(np.ones(4, np.float32), np.arange(len(groups))).tolist() == [NOTHING] * len(groups)
