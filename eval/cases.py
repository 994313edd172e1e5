"""What is measured against: queries with graded papers and, for questions, the facts a good answer rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.ids import slug
from corpus.values import Paper
from index.values import Facet

ALL = "all"  # what a report calls the queries of every kind together


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a good answer states, and the paper that says it."""

    paper_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """One case. It has either `text`, or `paper_id` with a facet (a query by example: papers like this one).

    `pool`: only the papers graded for it are known to be relevant or not, so it is ranked within these; otherwise a
    paper without a grade counts as not relevant. `hub`: only the papers of this hub are searched and asked.
    """

    qid: str
    kind: str
    text: str | None = None
    paper_id: str | None = None
    facet: Facet = "all"
    answerable: bool = True
    facts: tuple[Fact, ...] = ()
    near_misses: tuple[str, ...] = ()
    pool: bool = False
    hub: str | None = None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of the folder: `id` is its slug, `line` the JSON that an import reads, `hub` the one it names, if any."""

    id: str
    line: str
    hub: str | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """A folder as read. Every id is a slug; `grades[qid][paper_id]` is 0 (not relevant) or more."""

    name: str
    papers: tuple[PaperLine, ...]
    queries: tuple[Query, ...]
    grades: Mapping[str, Mapping[str, int]]

    def squarely(self) -> int:
        """The least grade of a paper squarely about a query: 2, or 1 where the folder knows no higher grade."""
        highest = max((grade for grades in self.grades.values() for grade in grades.values()), default=0)
        return 2 if highest >= 2 else 1

    def paper_ids(self) -> frozenset[str]:
        return frozenset(paper.id for paper in self.papers)


def own_ids(paper: Paper, known: frozenset[str]) -> tuple[str, ...]:
    """The data set's ids that a found paper stands for: one, or several where two of its papers were merged."""
    names = (paper.id, *paper.aliases, *(slug(external) for external in paper.ids))
    return tuple(dict.fromkeys(name for name in names if name in known))
