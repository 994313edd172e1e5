"""Whether the index holds what the store holds, paper by paper and citation by citation."""

from collections.abc import Iterator
from itertools import groupby

import numpy as np

from corpus.store_look import Look
from corpus.values import Citation, Hub
from index.files.snapshot import Snapshot


def disagreements(look: Look, snapshot: Snapshot, revision: int) -> Iterator[str]:
    """What the one says and the other does not; the index is said to hold all of the store's `revision`.

    The store may be further on, while an import is under way: what has changed since may be in the index, or not.
    """
    if look.revision < revision:
        yield f"the store has come to revision {look.revision} and the index to {revision}: it is an older store"
        return
    yield from _of_papers(look, snapshot, revision)
    yield from _of_citations(look, snapshot, revision)
    if look.revision == revision:
        yield from _of_hubs({hub.paper.id: hub for hub in look.hubs()}, snapshot)


def _of_hubs(held: dict[str, Hub], snapshot: Snapshot) -> Iterator[str]:
    there = {hub_id: snapshot.hub(hub_id) for hub_id in snapshot.hub_ids}
    for hub_id in sorted(held.keys() | there.keys()):
        if held.get(hub_id) != there.get(hub_id):
            yield f"told in two ways, or in one alone: the hub {hub_id}"


def _of_papers(look: Look, snapshot: Snapshot, revision: int) -> Iterator[str]:
    seen = np.zeros(snapshot.n, dtype=np.bool_)
    for paper in look.papers(revision):
        row = snapshot.own(paper.id)
        if row is None:
            yield f"the index lacks: the paper {paper.id}"
            continue
        seen[row] = True
        if snapshot.paper(row) != paper:
            yield f"told in two ways: the paper {paper.id}"
    rows = snapshot.rows()
    others = [snapshot.paper(row).id for row in rows[~seen[rows]].tolist()]
    for one in sorted(set(others) - look.changed(others, revision)):
        yield f"the store lacks: the paper {one}"


def _of_citations(look: Look, snapshot: Snapshot, revision: int) -> Iterator[str]:
    compared = 0
    for hub_id, told in groupby(look.citations(revision), key=lambda citation: citation.hub):
        held = _cited(snapshot, hub_id)
        for citation in told:
            compared += 1
            if fault := _fault(citation, snapshot, held):
                yield f"{fault}: the citation of {hub_id} by {citation.citing}"
    there = sum(len(snapshot.members(hub_id).rows) for hub_id in snapshot.hub_ids)
    if look.revision == revision and there != compared:
        yield f"the store has {compared:,} citations and the index {there:,}"


def _fault(citation: Citation, snapshot: Snapshot, held: dict[int, int]) -> str | None:
    row = snapshot.own(citation.citing)
    number = None if row is None else held.get(row)
    if number is None:
        return "the index lacks"
    return None if snapshot.numbered(number) == citation else "told in two ways"


def _cited(snapshot: Snapshot, hub_id: str) -> dict[int, int]:
    """The numbers of a hub's citations, by the rows of the citing papers."""
    if not snapshot.holds(hub_id):
        return {}
    members = snapshot.members(hub_id)
    return dict(zip(members.rows.tolist(), members.numbers.tolist(), strict=True))
