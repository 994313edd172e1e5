"""Where the citers of a hub lie beside each other, and in which topic."""

from dataclasses import dataclass

from index.files.snapshot import Snapshot
from index.nearest.stacked import StackedVectors
from index.topics.projection import project
from index.topics.topics import Topics


@dataclass(frozen=True, slots=True)
class Point:
    """A paper's place on the map; near papers are about the same, though two dimensions cannot show all of it."""

    paper: str
    title: str
    x: float
    y: float
    topic: str


def hub_map(snapshot: Snapshot, vectors: StackedVectors, topics: Topics) -> tuple[Point, ...]:
    """A point for every row of the topics, in order of row."""
    places = project(vectors[topics.rows]).tolist()
    points = []
    for row, code, (x, y) in zip(topics.rows.tolist(), topics.codes.tolist(), places, strict=True):
        paper = snapshot.paper(row)
        points.append(Point(paper.id, paper.title, x, y, topics.topics[code].id))
    return tuple(points)
