"""Probabilities grow with both legs, and the threshold lies between topics found and words met by chance."""

import numpy as np
import pytest

from index.calibration import THRESHOLD, pair_probabilities, probabilities


def probability(cosine: float, coverage: float, asked: int) -> float:
    return float(probabilities(np.array([cosine]), np.array([coverage]), asked)[0])


@pytest.mark.parametrize(
    ("cosine", "coverage", "asked", "relevant"),
    [(0.1, 1.0, 1, True), (0.2, 0.31, 2, False), (0.5, 1.0, 2, True), (0.45, 0.45, 12, False), (0.7, 0.76, 15, True)],
)
def test_the_threshold_separates(cosine: float, coverage: float, asked: int, relevant: bool) -> None:
    assert (probability(cosine, coverage, asked) >= THRESHOLD) is relevant


def test_the_logistic_gives_these_values() -> None:
    assert probability(0.5, 0.5, 4) == 0.209242
    assert pair_probabilities(np.array([0.8])).tolist() == [0.513896]


def test_more_of_either_is_never_less_likely() -> None:
    steps = np.linspace(0, 1, 50)
    assert np.all(np.diff(probabilities(steps, np.full(50, 0.5), 5)) >= 0)
    assert np.all(np.diff(probabilities(np.full(50, 0.5), steps, 5)) >= 0)
