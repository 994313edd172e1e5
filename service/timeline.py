"""When the citers of a hub appeared, by role and topic."""

from collections import Counter
from dataclasses import dataclass

from corpus.values import ROLES, Role
from index.files.members import Members
from index.files.snapshot import Snapshot
from index.topics.topics import Topics


@dataclass(frozen=True, slots=True)
class Cell:
    """So many papers of one year with this role (None: not labelled) and topic."""

    role: Role | None
    topic: str
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    """The papers of one year (None: not known); the cells add up to `count`."""

    year: int | None
    count: int
    cells: tuple[Cell, ...]


def timeline(snapshot: Snapshot, members: Members, topics: Topics) -> tuple[Year, ...]:
    """Years in order, the unknown one last; the counts add up to the citers held."""
    years = snapshot.years[members.rows].tolist()
    codes = topics.codes_of(members.rows).tolist()
    counted = Counter(zip(years, members.role.tolist(), codes, strict=True))
    return tuple(_year(year, counted, topics) for year in sorted(set(years), key=lambda year: (year == 0, year)))


def _year(year: int, counted: Counter[tuple[int, int, int]], topics: Topics) -> Year:
    cells = tuple(
        Cell(ROLES[role] if role >= 0 else None, topics.topics[topic].id, count)
        for (own, role, topic), count in sorted(counted.items())
        if own == year
    )
    return Year(year or None, sum(cell.count for cell in cells), cells)
