"""Rows that ascend: which of some are among others, looked up one by one rather than all sorted together."""

import numpy as np
from numpy.typing import NDArray

from index.arrays import Rows

Places = NDArray[np.intp]


def found(few: Rows, held: Rows) -> tuple[Places, Places]:
    """The places in `few` of those that are in `held`, which ascends, and their places there."""
    if not len(held):
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
    among = np.searchsorted(held, few)
    among[among == len(held)] = 0
    places = np.flatnonzero(held[among] == few)
    return places, among[places]


def beside(wanted: Rows, held: Rows, values: Rows, otherwise: int) -> Places:
    """For each of the `wanted` what stands in `values` beside the same one in `held`, which ascends; `otherwise` where
    it is not held."""
    if not len(held):
        return np.full(len(wanted), otherwise)
    among = np.minimum(held.searchsorted(wanted), len(held) - 1)
    return np.where(held[among] == wanted, values[among], otherwise)
