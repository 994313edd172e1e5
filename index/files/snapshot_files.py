"""Writes the files that `Snapshot` reads, in one pass over streams of papers and citations."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from corpus.values import POLARITIES, ROLES, Citation, Hub, Paper
from index.files.columns import column_path
from index.files.lines import write_lines
from index.files.members import HUB_STARTS, MEMBER_COLUMNS
from index.files.names import NameHashes
from index.files.snapshot import (
    CITATIONS,
    GONE_CITATIONS,
    GONE_ROWS,
    HUBS,
    PAPER_COLUMNS,
    PAPERS,
    TITLE_PLACES,
    VENUE_NAMES,
    Snapshot,
)
from index.files.title_places import title_places
from index.text.tokens import folded

LATEST_YEAR = 9999
RowOf = Callable[[str], int | None]
NONE_GONE: NDArray[np.int32] = np.empty(0, dtype=np.int32)


class Disorder(ValueError):
    """Papers, citations or hubs came out of order, twice, or name one another and are not there."""


def write_papers(folder: Path, papers: Iterable[Paper], below: Snapshot | None = None) -> int:
    """Papers in ascending order of id; answers how many. `below` are those that these are laid upon."""
    names, columns = NameHashes(), PaperColumns()
    if below is not None:
        columns.count_on(below.venue_names)
    count = write_lines(folder / PAPERS, columns.watch(names.watch(_ascending(papers))))
    names.write(folder)
    columns.write(folder)
    np.save(folder / TITLE_PLACES, title_places(columns.titles, below))
    return count


def write_citations(folder: Path, hubs: Iterable[Hub], citations: Iterable[Citation], row_of: RowOf) -> tuple[int, int]:
    """After the papers, whose rows `row_of` tells by id: hubs in any order, citations in order of hub and row.

    Answers how many of each there are.
    """
    ordered = sorted(hubs, key=lambda hub: hub.paper.id)
    columns = MemberColumns(row_of, [hub.paper.id for hub in ordered])
    hub_count = write_lines(folder / HUBS, ordered)
    citation_count = write_lines(folder / CITATIONS, columns.watch(citations))
    columns.write(folder)
    return hub_count, citation_count


def write_gone(folder: Path, rows: NDArray[np.int32] = NONE_GONE, citations: NDArray[np.int32] = NONE_GONE) -> None:
    """Which rows and citations of the part below are not to be found any more, ascending."""
    np.save(folder / GONE_ROWS, rows)
    np.save(folder / GONE_CITATIONS, citations)


def _ascending(papers: Iterable[Paper]) -> Iterator[Paper]:
    previous = None
    for paper in papers:
        if previous is not None and paper.id <= previous:
            raise Disorder(f"expected papers in ascending order of id, found {paper.id!r} after {previous!r}")
        previous = paper.id
        yield paper


class PaperColumns:
    """What filters and hub pages ask about every paper at once, a few bytes a paper; `titles` as they are sorted by."""

    def __init__(self) -> None:
        self._years, self._venues = array("h"), array("i")
        self._has_abstract, self._has_tldr = array("b"), array("b")
        self._venue_codes: dict[str, int] = {}
        self.titles: list[str] = []

    def count_on(self, venue_names: Iterable[str]) -> None:
        """Venues of these names have the codes that they have below."""
        self._venue_codes = {name: code for code, name in enumerate(venue_names)}

    def watch(self, papers: Iterable[Paper]) -> Iterator[Paper]:
        for paper in papers:
            self._years.append(paper.year if paper.year is not None and 0 < paper.year <= LATEST_YEAR else 0)
            self._venues.append(
                self._venue_codes.setdefault(paper.venue, len(self._venue_codes)) if paper.venue else -1
            )
            self._has_abstract.append(bool(paper.abstract))
            self._has_tldr.append(bool(paper.tldr))
            self.titles.append(folded(paper.title))
            yield paper

    def write(self, folder: Path) -> None:
        columns = (self._years, self._venues, self._has_abstract, self._has_tldr)
        for (name, dtype), column in zip(PAPER_COLUMNS.items(), columns, strict=True):
            np.save(column_path(folder, "papers", name), np.asarray(column).astype(dtype))
        (folder / VENUE_NAMES).write_bytes(orjson.dumps(list(self._venue_codes)))


class MemberColumns:
    """What filters ask about every citation at once, a few bytes a citation, and where each hub's citations start."""

    def __init__(self, row_of: RowOf, hub_ids: list[str]) -> None:
        for one, other in pairwise(hub_ids):
            if one == other:
                raise Disorder(f"expected each hub once, found {one!r} twice")
        self._row_of = row_of
        self._positions = {hub_id: position for position, hub_id in enumerate(hub_ids)}
        self._hub_sizes = np.zeros(len(hub_ids), dtype=np.int64)
        self._rows, self._contexts = array("i"), array("i")
        self._role, self._polarity, self._influential, self._self_citation = (array("b") for _ in range(4))

    def watch(self, citations: Iterable[Citation]) -> Iterator[Citation]:
        previous = (-1, -1)
        for citation in citations:
            place = self._place(citation)
            if place <= previous:
                raise Disorder(f"expected citations in order of hub and row, found {citation.citing!r} out of order")
            previous = place
            self._add(citation, place)
            yield citation

    def _place(self, citation: Citation) -> tuple[int, int]:
        position, row = self._positions.get(citation.hub), self._row_of(citation.citing)
        if position is None or row is None:
            raise Disorder(
                f"expected a citation between a hub and a paper of this build, found {citation.citing!r} citing "
                f"{citation.hub!r}; read papers, hubs and citations in one transaction"
            )
        return position, row

    def _add(self, citation: Citation, place: tuple[int, int]) -> None:
        self._hub_sizes[place[0]] += 1
        self._rows.append(place[1])
        self._role.append(-1 if citation.role is None else ROLES.index(citation.role))
        self._polarity.append(-1 if citation.polarity is None else POLARITIES.index(citation.polarity))
        self._influential.append(-1 if citation.influential is None else citation.influential)
        self._self_citation.append(-1 if citation.self_citation is None else citation.self_citation)
        self._contexts.append(len(citation.contexts))

    def write(self, folder: Path) -> None:
        columns = (self._rows, self._role, self._polarity, self._influential, self._self_citation, self._contexts)
        for (name, dtype), column in zip(MEMBER_COLUMNS.items(), columns, strict=True):
            np.save(column_path(folder, "members", name), np.asarray(column).astype(dtype))
        np.save(folder / HUB_STARTS, np.concatenate([[0], np.cumsum(self._hub_sizes)]))
