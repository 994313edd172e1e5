"""Intervals are those of the percentile bootstrap, paired where two runs are compared, and always the same."""

import numpy as np
import pytest
from scipy.stats import bootstrap

from eval.bootstrap import Rows, estimate, paired_difference


def mean(sums: Rows, n: int) -> Rows:
    return sums[..., 0] / n


def column(*values: float) -> Rows:
    return np.array(values, dtype=np.float64)[:, np.newaxis]


def test_equal_values_have_an_interval_of_no_width() -> None:
    got = estimate(column(0.5, 0.5, 0.5), mean)
    assert (got.value, got.low, got.high, got.n) == (0.5, 0.5, 0.5, 3)


def test_one_query_says_nothing_of_others() -> None:
    got = estimate(column(0.7), mean)
    assert (got.value, got.low, got.high, got.n) == (0.7, 0.7, 0.7, 1)


def test_the_interval_is_the_one_scipy_finds() -> None:
    values = np.random.default_rng(4).random(200)
    want = bootstrap((values,), np.mean, n_resamples=20_000, method="percentile", rng=1).confidence_interval
    got = estimate(values[:, np.newaxis], mean)
    assert (got.low, got.high) == pytest.approx((want.low, want.high), abs=0.004)


def test_the_same_rows_give_the_same_interval_every_time() -> None:
    values = np.random.default_rng(5).random((40, 1))
    assert estimate(values, mean) == estimate(values.copy(), mean)


def test_a_constant_gain_is_certain_however_much_the_queries_differ() -> None:
    before = column(0.0, 0.2, 0.5, 0.9)
    got = paired_difference(before + 0.1, before, mean)
    assert (got.value, got.low, got.high, got.n) == pytest.approx((0.1, 0.1, 0.1, 4))


def test_a_gain_on_half_the_queries_and_a_loss_on_the_others_may_be_nothing() -> None:
    got = paired_difference(column(1, 1, 0, 0), column(0, 0, 1, 1), mean)
    assert got.value == 0.0
    assert (got.low, got.high) == (-1.0, 1.0)
