"""Exact counts over a filtered set: how many of its papers have each role, polarity, year, venue and topic."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.values import POLARITIES, ROLES
from index.scope import Scope
from index.snapshot import Members, Snapshot
from index.topics import Topics

Rows = NDArray[np.int32]
Codes = NDArray[np.int8]


def facets(snapshot: Snapshot, scope: Scope, rows: Rows, topics: Topics) -> dict[str, dict[str, int]]:
    """Papers among `rows` per value; a paper citing two hubs in scope in two roles counts once under each.

    Papers without a value are counted nowhere. The most frequent value comes first, equal counts by name; years ascend.
    """
    return {
        "role": _most_first(_labels(scope, rows, lambda members: members.role, ROLES)),
        "polarity": _most_first(_labels(scope, rows, lambda members: members.polarity, POLARITIES)),
        "year": {str(year): count for year, count in _counted(snapshot.years[rows]) if year > 0},
        "venue": _most_first(_venues(snapshot, rows)),
        "topic": _most_first(topics.counts(rows)),
    }


def _labels(scope: Scope, rows: Rows, codes_of: Callable[[Members], Codes], names: Sequence[str]) -> dict[str, int]:
    held: dict[str, list[Rows]] = {}
    for _, members in scope.members:
        inside = np.isin(members.rows, rows, assume_unique=True)
        codes = codes_of(members)[inside]
        for code in np.unique(codes[codes >= 0]):
            held.setdefault(names[code], []).append(members.rows[inside][codes == code])
    return {name: int(np.unique(np.concatenate(parts)).size) for name, parts in held.items()}


def _venues(snapshot: Snapshot, rows: Rows) -> dict[str, int]:
    """Venues that differ in case alone are one, spelt as most of these papers spell it."""
    spelt: dict[str, dict[str, int]] = {}
    for code, count in _counted(snapshot.venues[rows]):
        if code >= 0:
            name = snapshot.venue_names[code]
            spelt.setdefault(name.casefold(), {})[name] = count
    return {next(iter(_most_first(names))): sum(names.values()) for names in spelt.values()}


def _counted(codes: NDArray[np.integer]) -> list[tuple[int, int]]:
    values, counts = np.unique(codes, return_counts=True)
    return [(int(value), int(count)) for value, count in zip(values, counts, strict=True)]


def _most_first(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
