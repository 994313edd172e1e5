"""What two papers share in whom they cite: other hubs of the store, and the part that a hub plays in both."""

from collections.abc import Sequence

import numpy as np

from corpus.values import ROLES
from index.arrays import Rows, Scores
from index.ascending import found
from index.files.members import Members
from index.files.snapshot import Snapshot
from index.scope import Scope

# Beside likeness in meaning and words. The share of other hubs was measured on the ACL hubs: with one hub of a paper
# hidden, its citers are found better by the paper's other hubs, as well with 0.2 as with 0.4. That the hub asked about
# is cited in the same role is only enough to settle what is otherwise close: no set here measures it.
SHARED_HUBS = 0.2
SAME_ROLE = 0.02


def structure(snapshot: Snapshot, scope: Scope, rows: Rows, liked: Sequence[int]) -> Scores:
    """What shared citing adds to the score of each row, averaged over the liked papers that are held."""
    if not liked:
        return np.zeros(rows.size)
    return np.asarray(sum(_shared(snapshot, scope, rows, row) for row in liked) / len(liked))


def _shared(snapshot: Snapshot, scope: Scope, rows: Rows, liked: int) -> Scores:
    citations = snapshot.citations_of(liked)
    others = [citation for citation in citations if citation.hub not in scope.hubs]
    shared = np.zeros(rows.size)
    for citation in others:
        shared[found(snapshot.members(citation.hub).rows, rows)[1]] += SHARED_HUBS / len(others)
    for citation in citations:
        if citation.hub in scope.hubs and citation.role is not None:
            alike = _in_role(snapshot.members(citation.hub), ROLES.index(citation.role))
            shared[found(alike, rows)[1]] += SAME_ROLE
    return shared


def _in_role(members: Members, code: int) -> Rows:
    return np.asarray(members.rows[members.role == code])
