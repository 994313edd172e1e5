"""The fit finds the constants that labels were drawn with, and the held-out figures say so."""

from functools import partial

import numpy as np
import pytest

from eval.calibrate import chance, expected_error, fit, fitted_on, gathered, held_out, lines
from eval.calibration_sets import Drawn


def drawn(kind: str, queries: int, seed: int) -> list[Drawn]:
    """Hubs of 200 papers whose relevance follows -1 + 3x."""
    dice = np.random.default_rng(seed)
    hubs = []
    for query in range(queries):
        features = dice.normal(size=(200, 1))
        hubs.append(Drawn(kind, query, features, dice.random(200) < chance(np.array([-1.0, 3.0]), features)))
    return hubs


def test_the_fit_finds_the_constants() -> None:
    pairs = gathered(drawn("topic", 50, 1))
    assert fit(pairs.features, pairs.relevant, pairs.weights) == pytest.approx([-1, 3], abs=0.15)
    chances = held_out(partial(fitted_on, pairs), pairs.features, pairs.folds)
    assert expected_error(chances, pairs.relevant) < 0.02


def test_every_set_weighs_the_same() -> None:
    pairs = gathered([*drawn("topic", 4, 1), *drawn("question", 12, 2)])
    weights = {kind: pairs.weights[pairs.sets == kind].sum() for kind in ("topic", "question")}
    assert weights["topic"] == pytest.approx(weights["question"])
    assert pairs.folds[::200].tolist() == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0]


def test_the_error_is_the_gap_of_each_bin_weighted_by_pairs() -> None:
    chances, relevant = np.array([0.05, 0.05, 0.95, 0.95]), np.array([False, False, True, False])
    assert expected_error(chances, relevant) == pytest.approx((0.1 + 0.9) / 4)


def test_a_line_for_each_set_one_for_all_and_one_for_each_cut() -> None:
    told = list(lines(gathered([*drawn("topic", 8, 1), *drawn("off the subject", 8, 2)])))
    named = ["topic", "off the subject", "all", "cut", "0.15", "0.20", "0.25", "0.30", "0.35"]
    assert [line.partition(" | ")[0] for line in told[2:]] == named
    assert told[0].startswith("constants: ")
