"""Rows of parts laid one upon the other are told apart as by looking at each of them."""

import numpy as np
import pytest

from index.files.stack import Stack

STACK = Stack([3, 0, 4, 2])
STARTS = (0, 3, 3, 7, 9)


@pytest.mark.parametrize(
    "rows", [[], [0], [8], [0, 2, 3, 6, 7, 8], [3, 4, 4, 6], [8, 1, 5, 5, 0, 7], [6, 2], list(range(9))]
)
def test_rows_are_split_as_one_by_one(rows: list[int]) -> None:
    every = np.array(rows, dtype=np.int32)
    found = [(part, np.arange(len(rows))[where].tolist(), own.tolist()) for part, where, own in STACK.split(every)]
    assert found == [
        (
            part,
            [place for place, row in enumerate(rows) if STARTS[part] <= row < STARTS[part + 1]],
            [row - STARTS[part] for row in rows if STARTS[part] <= row < STARTS[part + 1]],
        )
        for part in range(4)
    ]


def test_rows_that_ascend_are_not_copied_about() -> None:
    assert [where for _, where, _ in STACK.split(np.array([0, 2, 3, 8], np.int32))] == [
        slice(0, 2),
        slice(2, 2),
        slice(2, 3),
        slice(3, 4),
    ]


def test_of_one_part_all_rows_are_its_own() -> None:
    rows = np.array([2, 0], np.int32)
    assert [(part, where, own.tolist()) for part, where, own in Stack([3]).split(rows)] == [(0, slice(0, 2), [2, 0])]
