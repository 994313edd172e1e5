"""Whether what is nearest to a candidate is what was found first: papers of one kind are each other's neighbours."""

import numpy as np
from numpy.typing import NDArray

from index.vectors import Vectors

Scores = NDArray[np.float64]
Order = NDArray[np.int64]

# Chosen on the co-citing papers of the ACL hubs: of 100, 200 and 400 candidates and 10, 20 and 30 neighbours any did
# nearly as well. The share keeps small hubs from having neighbourhoods as large as themselves.
CANDIDATES = 200
SHARE = 20  # one candidate in so many is a neighbour


def agreement(vectors: Vectors, order: Order) -> Scores:
    """For each of the papers in `vectors`, the share in [0, 1] of its nearest that are among the first of the order.

    Only the first CANDIDATES of the order are compared, with one another; the others have 0.
    """
    agreed = np.zeros(len(vectors))
    first = order[:CANDIDATES]
    if first.size:
        among = np.asarray(vectors[first], dtype=np.float64)
        cosines = np.round(among @ among.T, 6)
        count = max(1, first.size // SHARE)
        nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :count]
        agreed[first] = (nearest < count).mean(axis=1)
    return agreed
