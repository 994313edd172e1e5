"""The map shows the directions in which vectors differ most, and is the same every time."""

import numpy as np

from index.topics.projection import project


def test_the_longest_spread_lies_along_x() -> None:
    vectors = np.array([[0, 4, 0], [0, -4, 0], [2, 0, 0], [-2, 0, 0]], dtype=np.float32)
    assert project(vectors).tolist() == [[1.0, 0.0], [-1.0, 0.0], [0.0, 0.5], [0.0, -0.5]]


def test_equal_vectors_share_a_point_whatever_their_order() -> None:
    vectors = np.random.default_rng(0).normal(size=(20, 6)).astype(np.float32)
    points = project(np.concatenate([vectors, vectors[:1]]))
    assert points[0].tolist() == points[20].tolist()
    assert project(np.concatenate([vectors[:1], vectors])[::-1]).tolist() == points[[*range(19, -1, -1), 0]].tolist()


def test_what_cannot_be_spread_lies_at_the_middle() -> None:
    assert project(np.empty((0, 4), dtype=np.float32)).shape == (0, 2)
    assert project(np.ones((3, 4), dtype=np.float32)).tolist() == [[0.0, 0.0]] * 3
    assert project(np.array([[1.0], [-1.0]], dtype=np.float32)).tolist() == [[1.0, 0.0], [-1.0, 0.0]]
