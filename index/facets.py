"""Exact counts over a filtered set: how many of its papers have each role, polarity, year, venue and topic."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.values import POLARITIES, ROLES
from index.arrays import Mask, Rows
from index.files.snapshot import Snapshot
from index.scope import Codes, Places, Scope
from index.topics.topics import Topics

Facets = dict[str, dict[str, int]]


def facets(snapshot: Snapshot, scope: Scope, rows: Rows, topics: Topics) -> Facets:
    """Papers among `rows` per value; a paper citing two hubs in scope in two roles counts once under each.

    Papers without a value are counted nowhere. The most frequent value comes first, equal counts by name; years ascend.
    """
    inside = scope.mask(rows)
    return {
        "role": most_first(_labels(*scope.labels["role"], inside, ROLES)),
        "polarity": most_first(_labels(*scope.labels["polarity"], inside, POLARITIES)),
        "year": {str(year): count for year, count in _counted(snapshot.years[rows]) if year > 0},
        "venue": most_first(_venues(snapshot, rows)),
        "topic": most_first(topics.counts(scope.places(rows))),
    }


def _labels(places: Places, codes: Codes, inside: Mask, names: Sequence[str]) -> dict[str, int]:
    return {names[code]: count for code, count in _counted(codes[inside[places]])}


def _venues(snapshot: Snapshot, rows: Rows) -> dict[str, int]:
    """Venues that differ in case alone are one, spelt as most of these papers spell it."""
    spelt: dict[str, dict[str, int]] = {}
    for code, count in _counted(snapshot.venues[rows]):
        if code >= 0:
            name = snapshot.venue_names[code]
            spelt.setdefault(name.casefold(), {})[name] = count
    most = (min(names, key=lambda name: (-names[name], name)) for names in spelt.values())
    return {name: sum(names.values()) for name, names in zip(most, spelt.values(), strict=True)}


def _counted(codes: NDArray[np.integer]) -> list[tuple[int, int]]:
    """How often each code occurs, in order of code; codes are at least -1."""
    counts = np.bincount(codes.astype(np.int64) + 1)
    held = np.flatnonzero(counts)
    return list(zip((held - 1).tolist(), counts[held].tolist(), strict=True))


def most_first(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
