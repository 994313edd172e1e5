"""A few papers that stand for many: the exemplars of the largest topics, with the share of the citers these cover."""

from dataclasses import dataclass

from corpus.values import Paper
from index.snapshot import Snapshot
from index.topics import Topics

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Representative:
    """A paper and the rule by which it was chosen, with its numbers."""

    paper: Paper
    why: str


def representatives(snapshot: Snapshot, topics: Topics, shown: int = SHOWN) -> tuple[Representative, ...]:
    """One paper from each of the largest topics, largest first."""
    held = topics.rows.size
    return tuple(
        Representative(
            snapshot.paper(topic.exemplar),
            f"nearest the centre of \u201c{topic.label}\u201d, "
            f"which {topic.size:,} of the {held:,} citers held are about ({topic.size / held:.0%})",
        )
        for topic in topics.topics[:shown]
    )
