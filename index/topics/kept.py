"""Topics of many papers, found when the index is built, since finding them takes seconds."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from pathlib import Path

import numpy as np
import orjson

from index.files.columns import column
from index.files.snapshot import Snapshot
from index.nearest.stacked import StackedVectors
from index.nearest.write_vectors import PAPER_VECTORS
from index.scope import scope_of
from index.topics.joined import joined_topics
from index.topics.topics import NOWHERE, Topic, Topics, find_topics

NAMES, CODES, MIDDLES = "topics.json", "topics.codes.npy", "topics.middles.npy"
MANY = 500  # papers from which on topics are kept; those of fewer are found in a fraction of a second

Hubs = tuple[str, ...]


def write_topics(folders: Sequence[Path], many: int = MANY) -> None:
    """Writes, into the newest of the folders, the topics of all papers and of each hub's citers, where there are so
    `many`. Those kept with the part below go on: its names stand, and papers that are new join them."""
    folder, snapshot = folders[-1], Snapshot(folders)
    vectors = StackedVectors([column(each / PAPER_VECTORS) for each in folders])
    below = open_topics(folders[0], Snapshot(folders[:1])) if len(folders) > 1 else {}
    scopes = [scope_of(snapshot, hubs) for hubs in ((), *((hub,) for hub in snapshot.hub_ids))]
    found: dict[Hubs, Topics] = {}
    for scope in scopes:
        if scope.hubs in below and len(below[scope.hubs].middles):
            found[scope.hubs] = joined_topics(below[scope.hubs], vectors, scope.rows)
        elif scope.rows.size >= many:
            found[scope.hubs] = find_topics(snapshot, vectors, scope.rows)
    entries = [
        {"hubs": hubs, "topics": [astuple(one) for one in told.topics], "middles": len(told.middles)}
        for hubs, told in found.items()
    ]
    (folder / NAMES).write_bytes(orjson.dumps(entries))
    codes = [topics.codes for topics in found.values()]
    np.save(folder / CODES, np.concatenate([np.empty(0, dtype=np.int32), *codes]))
    middles = [topics.middles for topics in found.values() if len(topics.middles)]
    np.save(folder / MIDDLES, np.concatenate(middles) if middles else NOWHERE)


def open_topics(folder: Path, snapshot: Snapshot) -> Mapping[Hubs, Topics]:
    """The topics kept, by the hubs of their scope; () is all papers."""
    codes, middles = column(folder / CODES), column(folder / MIDDLES)
    kept, at, middle = {}, 0, 0
    for entry in orjson.loads((folder / NAMES).read_bytes()):
        hubs = tuple(entry["hubs"])
        rows = scope_of(snapshot, hubs).rows
        topics = tuple(Topic(*told) for told in entry["topics"])
        own = middles[middle : middle + entry["middles"]]
        kept[hubs] = Topics(topics, rows, codes[at : at + rows.size], own)
        at, middle = at + rows.size, middle + len(own)
    return kept
