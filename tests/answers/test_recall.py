"""What is estimated of recall, and the interval around it."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers.recall import Recall, matches, recall

CHANCES = st.lists(st.floats(0.01, 0.99), max_size=8).map(np.array)


def test_what_is_sure_to_match_and_found_is_all_there_is() -> None:
    assert recall(np.array([1.0, 1.0]), np.array([0.0])) == Recall(1.0, 1.0, 1.0)


def test_half_of_what_is_expected_was_found() -> None:
    assert recall(np.array([1.0]), np.array([0.5, 0.5])) == Recall(0.5, 0.3333, 1.0)


def test_where_nothing_was_found_nothing_bounds_the_recall() -> None:
    assert recall(np.array([]), np.array([0.2])) == Recall(0.0, 0.0, 1.0)


@given(chances=CHANCES)
def test_the_number_of_matches_is_distributed_as_all_outcomes_say(chances: np.ndarray) -> None:
    want = np.zeros(len(chances) + 1)
    for outcome in product((0, 1), repeat=len(chances)):
        want[sum(outcome)] += np.prod(np.where(outcome, chances, 1 - chances))
    np.testing.assert_allclose(matches(chances), want, atol=1e-12)


def test_the_small_chances_of_many_add_up() -> None:
    counts = matches(np.full(5000, 0.001))
    assert float(counts @ np.arange(len(counts))) == pytest.approx(5.0, abs=1e-6)


def test_chances_that_err_together_leave_more_open() -> None:
    estimated = recall(np.full(30, 0.9), np.full(100, 0.05))
    assert estimated == Recall(0.8438, 0.4839, 1.0)


@given(found=CHANCES.filter(len), missed=CHANCES)
def test_the_estimate_lies_in_its_interval(found: np.ndarray, missed: np.ndarray) -> None:
    estimated = recall(found, missed)
    assert 0 <= estimated.low <= estimated.value <= estimated.high <= 1
