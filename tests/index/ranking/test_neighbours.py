"""A candidate gains when its nearest are those found first, and only the first candidates are compared."""

import numpy as np

from index.neighbours import CANDIDATES, SHARE, agreement


def circle(*degrees: float) -> np.ndarray:
    turns = np.radians(degrees)
    return np.stack([np.cos(turns), np.sin(turns)], axis=1).astype(np.float32)


def test_of_forty_candidates_two_are_neighbours_themselves_included() -> None:
    vectors = circle(0, 1, *(10 + 8 * n for n in range(38)))
    agreed = agreement(vectors, np.arange(40))
    assert agreed[:4].tolist() == [1.0, 1.0, 0.0, 0.0]


def test_the_order_says_which_are_first() -> None:
    vectors = circle(0, 1, *(10 + 8 * n for n in range(38)))
    agreed = agreement(vectors, np.arange(39, -1, -1))
    assert agreed[[39, 38, 37, 0]].tolist() == [1.0, 1.0, 0.5, 0.0]


def test_a_few_papers_keep_their_order() -> None:
    assert agreement(circle(0, 5, 10), np.array([2, 0, 1])).tolist() == [0.0, 0.0, 1.0]


def test_what_comes_after_the_candidates_is_not_looked_at() -> None:
    agreed = agreement(np.tile(circle(0), (CANDIDATES + 5, 1)), np.arange(CANDIDATES + 5))
    assert agreed[:CANDIDATES].tolist() == [1.0] * CANDIDATES
    assert agreed[CANDIDATES:].tolist() == [0.0] * 5
    assert CANDIDATES // SHARE == 10


def test_nothing_found_is_nothing_to_compare() -> None:
    assert agreement(np.zeros((0, 2), dtype=np.float32), np.arange(0)).tolist() == []
