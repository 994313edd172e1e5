"""How much of what matches was found, and how sure that is, from the calibrated chance of every paper judged.

Each paper matches or does not, independently, with its own chance: how many do is Poisson-binomial. Recall is the share
of those found among all that match.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chances = NDArray[np.float64]

LEVEL = 0.95
IMPOSSIBLE = 1e-12  # the chance of a count that is left out of an interval
MOST = 400  # chances, the largest ones, that are counted exactly; what the others add up to is Poisson (Le Cam 1960)


@dataclass(frozen=True, slots=True)
class Recall:
    """`value` is the expected number of matches found over that of all; `low` and `high` hold 95 % of what may be."""

    value: float
    low: float
    high: float


def recall(found: Chances, missed: Chances) -> Recall:
    """Of papers found with these chances to match, and others left out with theirs. Nothing found: 0, and no bound."""
    expected = math.fsum(found.tolist())
    if expected == 0:
        return Recall(0.0, 0.0, 1.0)
    value = expected / (expected + math.fsum(missed.tolist()))
    low, high = _interval(matches(found), matches(missed))
    return Recall(round(value, 4), round(min(low, value), 4), round(max(high, value), 4))


def matches(chances: Chances) -> Chances:
    """The distribution of how many match: entry n is the chance of exactly n."""
    ordered = np.sort(chances)[::-1]
    counts = np.ones(1)
    for chance in ordered[:MOST]:
        counts = np.append(counts, 0.0) * (1 - chance) + np.append(0.0, counts) * chance
    return np.convolve(counts, _poisson(float(ordered[MOST:].sum())))


def _poisson(mean: float) -> Chances:
    if mean == 0:
        return np.ones(1)
    most = math.ceil(mean + 10 * math.sqrt(mean) + 10)
    return np.array([math.exp(n * math.log(mean) - mean - math.lgamma(n + 1)) for n in range(most)])


def _likely(counts: Chances) -> tuple[int, Chances]:
    """The counts that are not as good as impossible, and the first of them: of thousands, a few hundred."""
    held = np.flatnonzero(counts > IMPOSSIBLE)
    return int(held[0]), counts[held[0] : held[-1] + 1]


def _interval(found: Chances, missed: Chances) -> tuple[float, float]:
    """The middle of the distribution of found / (found + missed), which is 1 where nothing matches at all."""
    (first, found), (second, missed) = _likely(found), _likely(missed)
    hits, misses = first + np.arange(len(found))[:, None], second + np.arange(len(missed))[None, :]
    shares = np.where(hits + misses > 0, hits / np.maximum(hits + misses, 1), 1.0).ravel()
    order = np.argsort(shares, kind="stable")
    reached = np.cumsum(np.outer(found, missed).ravel()[order])
    tail = (1 - LEVEL) / 2 * reached[-1]
    low, high = (order[int(np.searchsorted(reached, at))] for at in (tail, reached[-1] - tail))
    return float(shares[low]), float(shares[high])
