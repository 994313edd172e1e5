"""A few papers that stand for many: the exemplars of the largest topics, with the share of the citers these cover."""

from dataclasses import dataclass

from corpus.values import Paper
from index.files.snapshot import Snapshot
from index.text.shares import percentage
from index.topics.topics import Topics

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Representative:
    """A paper that stands for `covers` of the `of` citers held, and the rule by which it was chosen."""

    paper: Paper
    why: str
    covers: int
    of: int


def representatives(snapshot: Snapshot, topics: Topics, shown: int = SHOWN) -> tuple[Representative, ...]:
    """Greedy coverage: each stands for the largest topic that none before it does, so no other choice covers more.

    Within a topic it is the paper most like all of the others together.
    """
    held = int(topics.rows.size)
    chosen = topics.topics[:shown]
    reached = 0
    found = []
    for topic in chosen:
        reached += topic.size
        so_far = "" if topic is chosen[0] else f"; with those above it covers {share(reached, held)}"
        why = f"the nearest to the centre of \u201c{topic.label}\u201d, the topic of {share(topic.size, held)}{so_far}"
        found.append(Representative(snapshot.paper(topic.exemplar), why, topic.size, held))
    return tuple(found)


def share(count: int, held: int) -> str:
    return f"{count:,} of the {held:,} citers held ({percentage(count / held)})"
