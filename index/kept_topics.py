"""Topics of many papers, found when the index is built, since finding them takes seconds."""

from collections.abc import Mapping
from dataclasses import astuple
from pathlib import Path

import numpy as np
import orjson

from index.columns import column
from index.scope import scope_of
from index.snapshot import Snapshot
from index.topics import Topic, Topics, find_topics
from index.write_vectors import PAPER_VECTORS

NAMES, CODES = "topics.json", "topics.codes.npy"
MANY = 500  # papers from which on topics are kept; those of fewer are found in a fraction of a second

Hubs = tuple[str, ...]


def write_topics(folder: Path, many: int = MANY) -> None:
    """Writes the topics of all papers and of each hub's citers, where there are so `many`; their vectors are there."""
    snapshot, vectors = Snapshot(folder), column(folder / PAPER_VECTORS)
    scopes = [scope_of(snapshot, hubs) for hubs in ((), *((hub,) for hub in snapshot.hub_ids))]
    found = [(scope.hubs, find_topics(snapshot, vectors, scope.rows)) for scope in scopes if scope.rows.size >= many]
    names = [{"hubs": hubs, "topics": [astuple(topic) for topic in topics.topics]} for hubs, topics in found]
    (folder / NAMES).write_bytes(orjson.dumps(names))
    codes = [topics.codes for _, topics in found]
    np.save(folder / CODES, np.concatenate([np.empty(0, dtype=np.int32), *codes]))


def open_topics(folder: Path, snapshot: Snapshot) -> Mapping[Hubs, Topics]:
    """The topics kept, by the hubs of their scope; () is all papers."""
    codes, kept, at = column(folder / CODES), {}, 0
    for entry in orjson.loads((folder / NAMES).read_bytes()):
        hubs = tuple(entry["hubs"])
        rows = scope_of(snapshot, hubs).rows
        topics = tuple(Topic(*told) for told in entry["topics"])
        kept[hubs] = Topics(topics, rows, codes[at : at + rows.size])
        at += rows.size
    return kept
