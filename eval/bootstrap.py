"""How sure a figure is: bootstrap intervals over queries, and the paired difference of two runs."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]
Statistic = Callable[[Rows, int], Rows]

RESAMPLES = 2000
LEVEL = 0.95
SEED = 20240601
CHUNK = 250  # resamples drawn at once, so that many thousand queries need little memory


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its percentile bootstrap interval at LEVEL, over `n` queries."""

    value: float
    low: float
    high: float
    n: int


def estimate(rows: Rows, statistic: Statistic) -> Estimate:
    """`rows` (queries, width) hold what each query adds; `statistic` makes figures of sums (…, width) over n queries.

    A figure that is a function of sums, such as a mean or a calibration error, needs no copies of the resampled rows.
    """
    n = len(rows)
    value = statistic(rows.sum(axis=0, keepdims=True), n)[0]
    return _estimate(float(value), statistic(_resampled_sums(rows), n), n)


def paired_difference(rows: Rows, others: Rows, statistic: Statistic) -> Estimate:
    """The figure of `rows` less that of `others`, where row i of both is the same query and is drawn with it."""
    n, width = rows.shape
    both = np.hstack([rows, others])

    def difference(sums: Rows, count: int) -> Rows:
        return statistic(sums[:, :width], count) - statistic(sums[:, width:], count)

    value = difference(both.sum(axis=0, keepdims=True), n)[0]
    return _estimate(float(value), difference(_resampled_sums(both), n), n)


def _resampled_sums(rows: Rows) -> Rows:
    """The column sums of RESAMPLES draws with replacement: how often each row is drawn, times the row."""
    generator = np.random.default_rng(SEED)
    n = len(rows)
    chances = np.full(n, 1 / n)
    return np.vstack([generator.multinomial(n, chances, size=CHUNK) @ rows for _ in range(RESAMPLES // CHUNK)])


def _estimate(value: float, resampled: Rows, n: int) -> Estimate:
    low, high = np.quantile(resampled, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(value, float(low), float(high), n)
