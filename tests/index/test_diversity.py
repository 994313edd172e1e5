"""Diversity puts unlike papers forward, and at 0 changes nothing."""

import numpy as np

from index.diversity import POOL, diversified

VECTORS = np.array([[1, 0], [1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
ROWS = np.array([0, 1, 2, 3])
SCORES = np.array([0.9, 0.89, 0.5, 0.4])


def test_a_twin_gives_way_to_something_else() -> None:
    assert diversified(SCORES, VECTORS, ROWS, 0.5).tolist() == [0, 2, 1, 3]


def test_without_diversity_the_order_stays() -> None:
    assert diversified(SCORES, VECTORS, ROWS, 0.0).tolist() == [0, 1, 2, 3]


def test_likeness_alone_counts_at_one() -> None:
    assert diversified(SCORES, VECTORS, ROWS, 1.0).tolist() == [0, 2, 3, 1]


def test_a_little_diversity_parts_near_duplicates_but_not_papers_that_are_merely_alike() -> None:
    scores = np.array([0.9, 0.89, 0.7, 0.1])
    twins = np.array([[1, 0], [0.99, 0.141], [0.5, 0.866], [0, 1]], dtype=np.float32)
    alike = np.array([[1, 0], [0.94, 0.341], [0.5, 0.866], [0, 1]], dtype=np.float32)
    assert diversified(scores, twins, ROWS, 0.2).tolist() == [0, 2, 1, 3]
    assert diversified(scores, alike, ROWS, 0.2).tolist() == [0, 1, 2, 3]


def test_every_further_copy_of_a_paper_gives_way_a_little_more() -> None:
    copies = np.array([[1, 0], [1, 0], [1, 0], [0.5, 0.866], [0.5, -0.866], [0, 1]], dtype=np.float32)
    scores = np.array([0.9, 0.89, 0.88, 0.6, 0.4, 0.1])
    assert diversified(scores, copies, np.arange(6), 0.2).tolist() == [0, 1, 3, 2, 4, 5]


def test_below_the_pool_the_ranking_stays() -> None:
    count = POOL + 20
    vectors = np.ones((count, 1), dtype=np.float32)
    order = diversified(np.linspace(1, 0, count), vectors, np.arange(count), 0.5)
    assert sorted(order[:POOL].tolist()) == list(range(POOL))
    assert order[POOL:].tolist() == list(range(POOL, count))


def test_nothing_can_be_diversified() -> None:
    assert diversified(np.empty(0), VECTORS, np.empty(0, dtype=np.int64), 0.5).tolist() == []
