"""The papers, hubs and citations of one index version, read lazily from disk and never changed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from corpus.values import Citation, Hub, Paper
from index.columns import column
from index.lines import Lines
from index.names import Names
from index.records import citation_from, hub_from, paper_from

PAPERS, CITATIONS, HUBS = "papers.jsonl", "citations.jsonl", "hubs.jsonl"
PAPER_COLUMNS = {
    "years": np.int16,
    "venues": np.int32,
    "has_abstract": np.bool_,
    "has_tldr": np.bool_,
    "title_places": np.int32,
}
MEMBER_COLUMNS = {
    "rows": np.int32,
    "role": np.int8,
    "polarity": np.int8,
    "influential": np.int8,
    "self_citation": np.int8,
    "contexts": np.int32,
}
VENUE_NAMES, HUB_STARTS = "venue_names.json", "hub_starts.npy"


def column_path(folder: Path, table: str, name: str) -> Path:
    return folder / f"{table}.{name}.npy"


@dataclass(frozen=True, slots=True)
class Members:
    """The citers of one hub, side by side, in ascending order of row.

    `numbers` are those of the citations among all. `role` and `polarity` are positions in ROLES and POLARITIES, -1
    where not labelled; `influential` and `self_citation` are 1, 0 or -1 where not known; `contexts` counts citing
    sentences.
    """

    numbers: NDArray[np.int32]
    rows: NDArray[np.int32]
    role: NDArray[np.int8]
    polarity: NDArray[np.int8]
    influential: NDArray[np.int8]
    self_citation: NDArray[np.int8]
    contexts: NDArray[np.int32]


_EMPTY: dict[str, NDArray[Any]] = {name: np.empty(0, dtype=kind) for name, kind in MEMBER_COLUMNS.items()}
NOBODY = Members(numbers=np.empty(0, dtype=np.int32), **_EMPTY)


class Snapshot:
    """Rows count papers from 0 in ascending order of id. Safe to use from several threads.

    `years` has 0 where the year is not known; `venues` holds positions in `venue_names`, -1 where there is none.
    `title_places` are the places of the titles in alphabetical order, equal titles by row.
    """

    years: NDArray[np.int16]
    venues: NDArray[np.int32]
    has_abstract: NDArray[np.bool_]
    has_tldr: NDArray[np.bool_]
    title_places: NDArray[np.int32]
    venue_names: tuple[str, ...]
    hub_ids: tuple[str, ...]

    def __init__(self, folder: Path) -> None:
        self.papers: Lines[Paper] = Lines(folder / PAPERS, paper_from)
        self.n = len(self.papers)
        self._names = Names(folder, self.papers)
        self._citations: Lines[Citation] = Lines(folder / CITATIONS, citation_from)
        self._hubs = tuple(Lines(folder / HUBS, hub_from))
        columns = {name: column(column_path(folder, "papers", name)) for name in PAPER_COLUMNS}
        self.years, self.venues = columns["years"], columns["venues"]
        self.has_abstract, self.has_tldr = columns["has_abstract"], columns["has_tldr"]
        self.title_places = columns["title_places"]
        self.venue_names = tuple(orjson.loads((folder / VENUE_NAMES).read_bytes()))
        self.hub_ids = tuple(hub.paper.id for hub in self._hubs)
        self._hub_positions = {hub_id: position for position, hub_id in enumerate(self.hub_ids)}
        columns = {name: column(column_path(folder, "members", name)) for name in MEMBER_COLUMNS}
        self._members = Members(numbers=np.arange(len(columns["rows"]), dtype=np.int32), **columns)
        self._hub_starts = column(folder / HUB_STARTS).tolist()

    def paper(self, row: int) -> Paper:
        return self.papers[row]

    def row(self, name: str) -> int | None:
        """The row of the paper with this id or alias; None where no paper has it."""
        return self._names.row(name)

    def hub(self, hub_id: str) -> Hub:
        return self._hubs[self._position(hub_id)]

    def members(self, hub_id: str) -> Members:
        position = self._position(hub_id)
        here = slice(self._hub_starts[position], self._hub_starts[position + 1])
        return Members(**{name: getattr(self._members, name)[here] for name in ("numbers", *MEMBER_COLUMNS)})

    def citation(self, hub_id: str, row: int) -> Citation | None:
        """How the paper in this row cites the hub; None where it does not."""
        members = self.members(hub_id)
        at = int(members.rows.searchsorted(np.int32(row)))  # a number of another kind has all the rows converted first
        held = at < len(members.rows) and members.rows[at] == row
        return self._citations[int(members.numbers[at])] if held else None

    def citations_of(self, row: int) -> tuple[Citation, ...]:
        """Every citation that the paper in this row makes, in the order of `hub_ids`."""
        found = (self.citation(hub_id, row) for hub_id in self.hub_ids)
        return tuple(citation for citation in found if citation is not None)

    def _position(self, hub_id: str) -> int:
        if hub_id not in self._hub_positions:
            raise HubUnknown(f"expected one of the {len(self.hub_ids)} hubs held, found {hub_id!r}; see `citers hubs`")
        return self._hub_positions[hub_id]


class HubUnknown(LookupError):
    """A hub that this version of the index does not hold."""
