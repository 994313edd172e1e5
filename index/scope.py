"""Which papers a request is about: the citers of some hubs, or every paper held, with their citations at hand."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.arrays import Mask, Rows
from index.files.members import NOBODY, Members, joined
from index.files.snapshot import Snapshot
from index.words.spellings import closest

Places = NDArray[np.intp]
Codes = NDArray[np.int8]

LABEL_BITS = 8  # more than a label's code has


class HubNotFound(LookupError):
    """No hub of this name is held."""


@dataclass(frozen=True)
class Scope:
    """`rows` ascending; `hubs` are the ids asked for; `members` has the citers of each (of all, if none was).

    `left_out` are the rows that the scope of all papers does without, ascending.
    """

    rows: Rows
    hubs: tuple[str, ...]
    members: tuple[tuple[str, Members], ...]
    left_out: Rows = field(default_factory=lambda: np.empty(0, dtype=np.int32))

    def places(self, rows: Rows) -> Places:
        """Where these rows of the scope, which ascend, stand among all of it."""
        if rows.size == self.rows.size:
            return np.arange(rows.size)
        if self._unbroken:
            places: Places = rows.astype(np.intp) - int(self.rows[0])
            return places
        if self.left_out.size:  # few, so that looking these up is quicker than looking a row up among all
            return rows - np.searchsorted(self.left_out, rows)
        return np.searchsorted(self.rows, rows)

    def mask(self, rows: Rows) -> Mask:
        """Which rows of the scope are among these."""
        inside = np.zeros(self.rows.size, dtype=bool)
        inside[self.places(rows)] = True
        return inside

    @cached_property
    def _unbroken(self) -> bool:
        return self.rows.size > 0 and int(self.rows[-1] - self.rows[0]) == self.rows.size - 1

    @cached_property
    def cited(self) -> Members:
        """Every citation of a hub in scope, one hub after another."""
        return joined([NOBODY, *(members for _, members in self.members)])

    @cached_property
    def telling(self) -> Places:
        """Where in `cited` the citations stand that come with citing sentences."""
        return np.flatnonzero(self.cited.contexts > 0)

    @cached_property
    def told(self) -> tuple[Rows, Rows]:
        """The citations that come with citing sentences, by the citing paper's row: these rows, ascending, and the
        citations' numbers."""
        rows, numbers = self.cited.rows[self.telling], self.cited.numbers[self.telling]
        order = np.argsort(rows, kind="stable")
        return rows[order], numbers[order]

    def told_by(self, rows: Rows) -> tuple[Places, Rows]:
        """Those that these rows of the scope, which ascend, make with citing sentences: places in `rows`, numbers."""
        citing, numbers = self.told
        if rows.size < citing.size:  # the fewer are looked up among the more
            first, end = (np.searchsorted(citing, rows, side) for side in ("left", "right"))
            counts = end - first
            at = np.arange(counts.sum()) + np.repeat(first - (np.cumsum(counts) - counts), counts)
            return np.repeat(np.arange(rows.size), counts), numbers[at]
        if not citing.size:
            return np.empty(0, dtype=np.intp), numbers
        among = np.minimum(np.searchsorted(rows, citing), rows.size - 1)
        held = rows[among] == citing
        return among[held], numbers[held]

    @cached_property
    def labels(self) -> dict[str, tuple[Places, Codes]]:
        """The roles and polarities that citing papers have, each once a paper: where it stands in the scope, and the
        code of its label."""
        places = np.searchsorted(self.rows, self.cited.rows)
        return {name: _each_once(places, getattr(self.cited, name)) for name in ("role", "polarity")}


def _each_once(places: Places, codes: Codes) -> tuple[Places, Codes]:
    """A paper may cite several hubs in one role."""
    held = np.flatnonzero(codes >= 0)
    pairs = np.unique((places[held] << LABEL_BITS) + codes[held])
    return pairs >> LABEL_BITS, (pairs & ((1 << LABEL_BITS) - 1)).astype(np.int8)


def scope_of(snapshot: Snapshot, hubs: tuple[str, ...]) -> Scope:
    """The papers citing any of these hubs; with no hub named, every paper but the hubs that cite no other hub."""
    named = tuple(dict.fromkeys(known_hub(snapshot, hub) for hub in hubs))
    members = tuple((hub, snapshot.members(hub)) for hub in named or snapshot.hub_ids)
    if named:
        citing = np.unique(np.concatenate([cited.rows for _, cited in members]))
        return Scope(citing.astype(np.int32), named, members)
    held = np.ones(snapshot.n, dtype=bool)
    held[[row for hub in snapshot.hub_ids if (row := snapshot.row(hub)) is not None]] = False
    for _, cited in members:
        held[cited.rows] = True
    held[snapshot.gone] = False
    rows, left_out = (np.flatnonzero(which).astype(np.int32) for which in (held, ~held))
    return Scope(rows, (), members, left_out)


def known_hub(snapshot: Snapshot, hub: str) -> str:
    """The id of a hub asked for by id or by an alias of its paper; raises HubNotFound, naming the nearest."""
    held = hub if snapshot.holds(hub) else snapshot.hub_called(hub)
    if held is not None:
        return held
    near = closest(hub, snapshot.hub_ids, most=3) or sorted(snapshot.hub_ids)[:3]
    known = f"the nearest held: {', '.join(near)}" if near else "no hub is held yet: import one first"
    raise HubNotFound(f"expected the id of a hub that is held, found {hub!r}; {known}")
