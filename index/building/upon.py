"""What a part laid upon a whole version holds, and what it takes from view there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from corpus.changes import Changes
from corpus.values import Citation, Link, Paper
from index.arrays import Numbers
from index.files.snapshot import Snapshot
from index.words.lexical import LEXICAL, Lexical


class Below:
    """A whole version that a part is laid upon."""

    def __init__(self, index_id: str, folder: Path) -> None:
        self.index_id, self.folder = index_id, folder
        self.snapshot = Snapshot([folder])

    @cached_property
    def lexical(self) -> Lexical:
        return Lexical([self.folder / LEXICAL])


@dataclass(frozen=True)
class Part:
    """Papers in order of id; citations in order of hub and row, those of a paper in a new row all among them.

    `gone_rows` and `gone_citations`, which ascend, count no more in the version below.
    """

    below: Snapshot
    papers: Sequence[Paper]
    citations: Sequence[Citation]
    gone_rows: Numbers
    gone_citations: Numbers

    def row_of(self, paper_id: str) -> int | None:
        row = self._rows.get(paper_id)
        return self.below.own(paper_id) if row is None else row

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {paper.id: row for row, paper in enumerate(self.papers, start=self.below.n)}


def laid_upon(below: Snapshot, changes: Changes) -> Part:
    """The part that makes of a whole version what the store holds now."""
    papers = tuple(changes.papers)
    told = {(citation.hub, citation.citing): citation for citation in changes.citations}
    withdrawn = set(changes.removed_citations)
    gone = _ascending(below.own(one) for one in (*changes.removed_papers, *(paper.id for paper in papers)))
    touched = below.numbers_of(gone)
    moved = {paper.id for paper in papers}
    for citation in map(below.numbered, touched.tolist()):
        link = citation.hub, citation.citing
        if citation.citing in moved and link not in withdrawn:
            told.setdefault(link, citation)
    replaced = _ascending(_number(below, link) for link in (*told, *withdrawn))
    part = Part(below, papers, (), gone, np.union1d(touched, replaced).astype(np.int32))
    ordered = sorted(told.values(), key=lambda citation: (citation.hub, part.row_of(citation.citing) or 0))
    return replace(part, citations=ordered)


def _ascending(numbers: Iterable[int | None]) -> Numbers:
    return np.array(sorted({number for number in numbers if number is not None}), dtype=np.int32)


def _number(below: Snapshot, link: Link) -> int | None:
    hub, citing = link
    row = below.own(citing) if below.holds(hub) else None
    return None if row is None else below.number(hub, row)
