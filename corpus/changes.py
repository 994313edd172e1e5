"""What changed in the store between two revisions."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.values import Citation, Hub, Link, Paper


@dataclass(frozen=True, slots=True)
class Size:
    """How many papers and citations there are of something."""

    papers: int
    citations: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What turns the content of revision `since` into that of `revision`, all of it as of one moment.

    Of what was held at `since`, first take away what is `removed_…`, then put in `papers` and `citations`, each in
    place of what is held under its id or its hub and citing paper. `size` counts these two, which are in order of id
    (by code points), or of hub and citing paper, and are read as they are asked for, and once. `hubs` are all there
    are, in order of id.

    `since` is 0, the empty store, where the one asked for is of another store or older than the removals remembered:
    then everything held is here, and what was read before is to be forgotten, not changed.
    """

    since: int
    revision: int
    size: Size
    papers: Iterator[Paper]
    citations: Iterator[Citation]
    removed_papers: tuple[str, ...]
    removed_citations: tuple[Link, ...]
    hubs: tuple[Hub, ...]
