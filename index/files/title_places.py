"""The alphabetical order of titles, found when the index is written so that no list has to sort them."""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.files.snapshot import Snapshot
from index.text.tokens import folded

Places = NDArray[np.int32]


def title_places(titles: Sequence[str], below: Snapshot | None = None) -> Places:
    """The place of each of these folded titles in alphabetical order, equal titles by row.

    Laid upon a part, the rows of that part come first, with the places that they have now.
    """
    order = np.array(sorted(range(len(titles)), key=titles.__getitem__), dtype=np.int64)
    places = np.empty(len(titles), dtype=np.int32)
    places[order] = np.arange(len(titles))
    if below is None:
        return places
    earlier = np.array([_earlier(below, titles[at]) for at in order.tolist()], dtype=np.int32)
    places[order] += earlier
    return np.concatenate([below.title_places + np.searchsorted(earlier, below.title_places, "right"), places])


def _earlier(below: Snapshot, title: str) -> int:
    """How many of the titles below come before this one."""
    return bisect_right(below.by_title, title, key=lambda row: folded(below.paper(int(row)).title))
