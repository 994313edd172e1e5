"""Topics kept with an index are those that would be found anew, of all papers and of every large hub."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from index.files.snapshot import Snapshot
from index.scope import scope_of
from index.topics.kept import open_topics, write_topics
from index.topics.topics import find_topics
from index.version import open_current

Build = Callable[..., Path]


def test_what_is_kept_is_what_is_found(build: Build) -> None:
    folder = build()
    write_topics([folder], many=2)
    snapshot, vectors = Snapshot([folder]), np.load(folder / "vectors.paper.npy")
    kept = open_topics(folder, snapshot)
    assert list(kept) == [(), ("arxiv:2300.00001",), ("arxiv:2300.00002",)]
    for hubs, topics in kept.items():
        found = find_topics(snapshot, vectors, scope_of(snapshot, hubs).rows)
        assert topics.topics == found.topics
        np.testing.assert_array_equal(topics.rows, found.rows)
        np.testing.assert_array_equal(topics.codes, found.codes)


def test_topics_of_few_papers_are_not_kept(build: Build, root: Path) -> None:
    build()
    version = open_current(root, model="letters")
    assert version is not None
    assert version.topics == {}
