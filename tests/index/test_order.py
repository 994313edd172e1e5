"""The best come first, ties in order of place, however few are asked for."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.files.members import Members
from index.ranking import best_first, ranks_at
from index.scope import Scope

SCORES = st.lists(st.integers(0, 9).map(lambda tenths: tenths / 10), max_size=400)


@settings(max_examples=200)
@given(scores=SCORES, count=st.integers(0, 60))
def test_the_best_few_are_the_first_of_all(scores: list[float], count: int) -> None:
    held = np.array(scores, dtype=np.float64)
    every = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    assert best_first(held, count).tolist() == every[:count]
    assert best_first(held).tolist() == every


@settings(max_examples=100)
@given(scores=SCORES, data=st.data())
def test_a_rank_is_the_place_in_that_order(scores: list[float], data: st.DataObject) -> None:
    every = best_first(np.array(scores, dtype=np.float64)).tolist()
    places = data.draw(st.lists(st.sampled_from(range(len(scores))), max_size=9)) if scores else []
    want = [every.index(place) + 1 for place in places]
    assert ranks_at(np.array(scores, dtype=np.float64), np.array(places, dtype=np.intp)) == want


@pytest.mark.parametrize("first", [0, 7])
@pytest.mark.parametrize("gone", [[], [3, 4]])
def test_a_row_is_found_in_its_scope_whether_or_not_rows_are_missing(first: int, gone: list[int]) -> None:
    rows = np.array([row for row in range(first, first + 9) if row - first not in gone], dtype=np.int32)
    left_out = np.setdiff1d(np.arange(first + 9), rows).astype(np.int32)
    for scope in (Scope(rows, (), ()), Scope(rows, (), (), left_out)):
        assert_found(scope, rows)


def assert_found(scope: Scope, rows: NDArray[np.int32]) -> None:
    assert scope.places(rows[2:5]).tolist() == [2, 3, 4]
    assert scope.mask(rows[1:2]).tolist() == [place == 1 for place in range(rows.size)]


@given(data=st.data())
def test_the_citations_told_of_by_rows_are_those_that_these_make(data: st.DataObject) -> None:
    """Whether few rows are looked up among many citations or the other way round."""
    citing = [sorted(data.draw(st.sets(st.integers(0, 20), max_size=20))) for _ in range(3)]
    numbers = np.arange(sum(map(len, citing)), dtype=np.int32)
    told = np.array(
        data.draw(st.lists(st.integers(0, 2), min_size=numbers.size, max_size=numbers.size)), dtype=np.int32
    )
    labels = np.full(numbers.size, -1, dtype=np.int8)
    every = Members(numbers, np.array([*chain(*citing)], dtype=np.int32), labels, labels, labels, labels, told)
    scope = Scope(np.arange(21, dtype=np.int32), (), (("local:hub", every),))
    rows = np.array(sorted(data.draw(st.sets(st.integers(0, 20)))), dtype=np.int32)
    among, found = scope.told_by(rows)
    want = {
        (int(row), int(n)) for row, n, count in zip(every.rows, numbers, told, strict=True) if count and row in rows
    }
    assert sorted(zip(rows[among].tolist(), found.tolist(), strict=True)) == sorted(want)
