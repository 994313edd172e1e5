"""The papers, hubs and citations of one index version, read lazily from disk and never changed."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from corpus.values import Citation, Hub, Paper
from index.files.columns import column, column_path
from index.files.lines import Lines
from index.files.members import AllMembers, Members, WrittenMembers, is_in
from index.files.names import Names
from index.files.records import citation_from, hub_from, paper_from
from index.files.stack import Stack

PAPERS, CITATIONS, HUBS = "papers.jsonl", "citations.jsonl", "hubs.jsonl"
PAPER_COLUMNS = {"years": np.int16, "venues": np.int32, "has_abstract": np.bool_, "has_tldr": np.bool_}
TITLE_PLACES, VENUE_NAMES = "title_places.npy", "venue_names.json"
GONE_ROWS, GONE_CITATIONS = "gone.rows.npy", "gone.citations.npy"


class Snapshot:
    """Rows count papers from 0, in ascending order of id within a part; of two parts the second is the newer one.

    `gone` are the rows, ascending, whose paper was removed or stands in a newer row instead: they are in no scope.
    `years` has 0 where the year is not known; `venues` holds positions in `venue_names`, -1 where there is none.
    `title_places` are the places of the titles in alphabetical order, equal titles by row. Safe to use from several
    threads.
    """

    years: NDArray[np.int16]
    venues: NDArray[np.int32]
    has_abstract: NDArray[np.bool_]
    has_tldr: NDArray[np.bool_]
    title_places: NDArray[np.int32]
    gone: NDArray[np.int32]
    gone_citations: NDArray[np.int32]
    venue_names: tuple[str, ...]
    hub_ids: tuple[str, ...]

    def __init__(self, folders: Sequence[Path]) -> None:
        """`folders` are the parts, the oldest first."""
        newest = folders[-1]
        self._papers = [Lines(folder / PAPERS, paper_from) for folder in folders]
        self._rows = Stack([len(part) for part in self._papers])
        self._names = [Names(folder, part) for folder, part in zip(folders, self._papers, strict=True)]
        self._citations = [Lines(folder / CITATIONS, citation_from) for folder in folders]
        self._numbers = Stack([len(part) for part in self._citations])
        self.gone, self.gone_citations = column(newest / GONE_ROWS), column(newest / GONE_CITATIONS)
        for name in PAPER_COLUMNS:
            parts = [column(column_path(folder, "papers", name)) for folder in folders]
            setattr(self, name, parts[0] if len(parts) == 1 else np.concatenate(parts))
        self.title_places = column(newest / TITLE_PLACES)
        self.venue_names = tuple(orjson.loads((newest / VENUE_NAMES).read_bytes()))
        hubs = [tuple(Lines(folder / HUBS, hub_from)) for folder in folders]
        ids = [[hub.paper.id for hub in part] for part in hubs]
        written = zip(folders, ids, self._numbers.starts, strict=False)
        self._written = [WrittenMembers(folder, own, first) for folder, own, first in written]
        self._members = AllMembers(self._written, self.gone_citations)
        self._hubs = {hub.paper.id: hub for hub in hubs[-1]}
        self.hub_ids = tuple(self._hubs)
        self._places = {hub_id: place for place, hub_id in enumerate(self.hub_ids)}

    @property
    def n(self) -> int:
        """How many rows there are, those that are gone among them."""
        return len(self._rows)

    @property
    def held(self) -> int:
        """How many papers there are."""
        return self.n - len(self.gone)

    @cached_property
    def by_title(self) -> NDArray[np.int32]:
        """Every row, in the alphabetical order of titles."""
        rows = np.empty_like(self.title_places)
        rows[self.title_places] = np.arange(self.n, dtype=np.int32)
        return rows

    def rows(self) -> NDArray[np.int32]:
        """Every row that is not gone, ascending."""
        rows = np.arange(self.n, dtype=np.int32)
        return np.delete(rows, self.gone) if len(self.gone) else rows

    def paper(self, row: int) -> Paper:
        part, at = self._rows.where(row)
        return self._papers[part][at]

    def row(self, name: str) -> int | None:
        """The row of the paper with this id or alias; None where no paper has it.

        A paper's own id goes before others' aliases; an alias of several papers means the first of them by id.
        """
        parts = zip(self._names, self._rows.starts, strict=False)
        named = [start + row for names, start in parts for row in names.rows(name)]
        held = [row for row in named if not self._is_gone(row)]
        if len(held) < 2:
            return held[0] if held else None
        ids = {row: self.paper(row).id for row in held}
        return min(held, key=lambda row: (ids[row] != name, ids[row]))

    def own(self, paper_id: str) -> int | None:
        """The row of the paper with this id, whoever has it as an alias."""
        parts = zip(self._names, self._rows.starts, strict=False)
        held = [start + row for names, start in parts if (row := names.own(paper_id)) is not None]
        return next((row for row in held if not self._is_gone(row)), None)

    def hub(self, hub_id: str) -> Hub:
        """One of `hub_ids`, as everywhere here where a hub is named; `known_hub` finds it by other names."""
        return self._hubs[hub_id]

    def holds(self, hub_id: str) -> bool:
        """Whether this is one of `hub_ids`."""
        return hub_id in self._places

    def hub_called(self, alias: str) -> str | None:
        """The first of `hub_ids` whose paper goes by this alias."""
        return self._aliases.get(alias)

    @cached_property
    def _aliases(self) -> dict[str, str]:
        called = ((alias, hub_id) for hub_id in reversed(self.hub_ids) for alias in self._hubs[hub_id].paper.aliases)
        return dict(called)

    def members(self, hub_id: str) -> Members:
        return self._members.of(hub_id)

    def citation(self, hub_id: str, row: int) -> Citation | None:
        """How the paper in this row cites the hub; None where it does not."""
        number = self.number(hub_id, row)
        return None if number is None else self.numbered(number)

    def number(self, hub_id: str, row: int) -> int | None:
        """The number among all of the citation of a hub by the paper in this row; None where there is none."""
        members = self.members(hub_id)
        at = int(members.rows.searchsorted(np.int32(row)))  # a number of another kind has all the rows converted first
        return int(members.numbers[at]) if at < len(members.rows) and members.rows[at] == row else None

    def citations_of(self, row: int) -> tuple[Citation, ...]:
        """Every citation that the paper in this row makes, in the order of `hub_ids`."""
        cited = self._members.cited_by(row)
        held = sorted(cited.keys() & self._places.keys(), key=self._places.__getitem__)
        return tuple(self.numbered(cited[hub_id]) for hub_id in held)

    def numbered(self, number: int) -> Citation:
        """The citation of this number among all."""
        part, at = self._numbers.where(number)
        return self._citations[part][at]

    def numbers_of(self, rows: NDArray[np.int32]) -> NDArray[np.int32]:
        """The numbers of all citations, gone or not, that the papers in these rows make."""
        found = [part.all.numbers[np.isin(part.all.rows, rows)] for part in self._written]
        return np.concatenate(found)

    def _is_gone(self, row: int) -> bool:
        return is_in(self.gone, row)
