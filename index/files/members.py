"""The citers of hubs side by side, as columns that filters and facets count over."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.files.columns import column, column_path

MEMBER_COLUMNS = {
    "rows": np.int32,
    "role": np.int8,
    "polarity": np.int8,
    "influential": np.int8,
    "self_citation": np.int8,
    "contexts": np.int32,
}
HUB_STARTS = "hub_starts.npy"
_NAMES = ("numbers", *MEMBER_COLUMNS)


@dataclass(frozen=True, slots=True)
class Members:
    """The citers of one hub, side by side, in ascending order of row.

    `numbers` are those of the citations among all. `role` and `polarity` are positions in ROLES and POLARITIES, -1
    where not labelled; `influential` and `self_citation` are 1, 0 or -1 where not known; `contexts` counts citing
    sentences.
    """

    numbers: NDArray[np.int32]
    rows: NDArray[np.int32]
    role: NDArray[np.int8]
    polarity: NDArray[np.int8]
    influential: NDArray[np.int8]
    self_citation: NDArray[np.int8]
    contexts: NDArray[np.int32]

    def taken(self, which: slice | NDArray[Any]) -> "Members":
        """Some of them, in the order asked for."""
        return Members(*(getattr(self, name)[which] for name in _NAMES))


def joined(some: Sequence[Members]) -> Members:
    """One after another."""
    return Members(*(np.concatenate([getattr(one, name) for one in some]) for name in _NAMES))


def is_in(numbers: NDArray[np.int32], number: int) -> bool:
    """Whether a number is among some that ascend."""
    at = int(numbers.searchsorted(np.int32(number)))
    return at < len(numbers) and bool(numbers[at] == number)


_EMPTY: dict[str, NDArray[Any]] = {name: np.empty(0, dtype=kind) for name, kind in MEMBER_COLUMNS.items()}
NOBODY = Members(numbers=np.empty(0, dtype=np.int32), **_EMPTY)


class WrittenMembers:
    """The citers that one part of an index has of each hub, as its files say."""

    def __init__(self, folder: Path, hub_ids: Sequence[str], first: int) -> None:
        """`first` is the number of the part's first citation among all."""
        columns = {name: column(column_path(folder, "members", name)) for name in MEMBER_COLUMNS}
        numbers = np.arange(first, first + len(columns["rows"]), dtype=np.int32)
        self.all = Members(numbers=numbers, **columns)
        self._starts = column(folder / HUB_STARTS).tolist()
        self._hub_ids = hub_ids
        self._positions = {hub_id: position for position, hub_id in enumerate(hub_ids)}

    def of(self, hub_id: str) -> Members:
        position = self._positions.get(hub_id)
        if position is None:
            return NOBODY
        return self.all.taken(slice(self._starts[position], self._starts[position + 1]))

    def cited_by(self, row: int) -> list[tuple[str, int]]:
        """The hubs that the paper in this row cites, each with the number of the citation."""
        rows, places = self._by_row
        some = range(bisect_left(rows, row), bisect_right(rows, row))
        return [
            (self._hub_ids[bisect_right(self._starts, place) - 1], int(self.all.numbers[place]))
            for place in (places[at] for at in some)
        ]

    @cached_property
    def _by_row(self) -> tuple[memoryview, memoryview]:
        """The citing rows, ascending, and the place of each among all citers, as Python reads them quickest."""
        places = np.argsort(self.all.rows, kind="stable")
        return self.all.rows[places].data, places.data


class AllMembers:
    """The citers of each hub over all parts, without the citations that are gone."""

    def __init__(self, parts: Sequence[WrittenMembers], gone: NDArray[np.int32]) -> None:
        """`gone` are the numbers of citations, ascending."""
        self._parts, self._gone = parts, gone
        self._joined: dict[str, Members] = {}  # remembered

    def of(self, hub_id: str) -> Members:
        if hub_id not in self._joined:
            self._joined[hub_id] = self._join(hub_id)
        return self._joined[hub_id]

    def cited_by(self, row: int) -> dict[str, int]:
        """The hubs that the paper in this row cites, each with the number of the citation."""
        found = [pair for part in self._parts for pair in part.cited_by(row)]
        if len(self._gone):
            found = [pair for pair in found if not is_in(self._gone, pair[1])]
        return dict(found)

    def _join(self, hub_id: str) -> Members:
        if len(self._parts) == 1:
            return self._parts[0].of(hub_id)
        held = joined([part.of(hub_id) for part in self._parts])
        kept = held.taken(~np.isin(held.numbers, self._gone))
        return kept.taken(np.argsort(kept.rows, kind="stable"))
