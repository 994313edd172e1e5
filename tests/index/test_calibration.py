"""Probabilities grow with both legs and with standing out, fall in a crowd, and the threshold lies where it should."""

import numpy as np
import pytest

from index.calibration import THRESHOLD, Background, background, pair_probabilities, probabilities

THIRTY, THOUSAND = Background(0.15, 0.1, 30), Background(0.15, 0.1, 1000)


def probability(cosine: float, coverage: float, asked: int, among: Background = THIRTY) -> float:
    return float(probabilities(np.array([cosine]), np.array([cosine]), np.array([coverage]), asked, among)[0])


@pytest.mark.parametrize("among", [THIRTY, THOUSAND])
@pytest.mark.parametrize(
    ("cosine", "coverage", "asked", "relevant"),
    [
        (0.2, 1.0, 1, True),
        (0.3, 0.0, 1, False),
        (0.2, 0.3, 2, False),
        (0.5, 1.0, 2, True),
        (0.7, 0.6, 7, True),
        (0.3, 0.2, 7, False),
        (0.7, 0.75, 15, True),
        (0.25, 0.2, 40, False),
    ],
)
def test_the_threshold_separates(cosine: float, coverage: float, asked: int, relevant: bool, among: Background) -> None:
    assert (probability(cosine, coverage, asked, among) >= THRESHOLD) is relevant


def test_the_background_is_the_mean_and_the_deviation_of_all_in_scope() -> None:
    assert background(np.array([0.1, 0.3])) == Background(0.2, pytest.approx(0.1), 2)
    assert background(np.zeros(0)) == Background(0.0, 0.0, 0)


def test_the_logistic_gives_these_values() -> None:
    assert pair_probabilities(np.array([0.8])).tolist() == [0.513896]


def test_more_of_either_is_never_less_likely_and_a_crowd_never_more() -> None:
    steps = np.linspace(0, 1, 50)
    assert np.all(np.diff(probabilities(steps, steps, np.full(50, 0.5), 5, THIRTY)) >= 0)
    assert np.all(np.diff(probabilities(np.full(50, 0.5), np.full(50, 0.5), steps, 5, THIRTY)) >= 0)
    lifted = probabilities(np.full(50, 0.5), 0.5 + steps / 2, np.full(50, 0.5), 5, THIRTY)
    assert np.all(np.diff(lifted) >= 0)
    assert probability(0.5, 0.5, 5, THOUSAND) < probability(0.5, 0.5, 5, THIRTY)
