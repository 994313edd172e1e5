"""Filters that act before anything is ranked: which rows of a scope may be found at all."""

from collections.abc import Collection

import numpy as np

from corpus.values import POLARITIES, ROLES
from index.arrays import Mask, Rows
from index.files.members import Members
from index.files.snapshot import Snapshot
from index.scope import Scope
from index.topics.topics import Topics
from index.values import Filters

NONE = Filters()


def allowed_rows(snapshot: Snapshot, scope: Scope, filters: Filters, topics: Topics | None = None) -> Rows:
    """The rows of the scope that pass every filter, ascending. `topics` is needed only when a topic is asked for."""
    rows = scope.rows
    if filters == NONE:
        return rows
    if _looks_at_citations(filters):
        rows = np.intersect1d(rows, _cited_so(scope, filters)).astype(np.int32)
    keep = paper_mask(snapshot, rows, filters)
    if filters.topic and topics is not None:
        keep &= topics.mask(rows, filters.topic)
    return rows[keep]


def paper_mask(snapshot: Snapshot, rows: Rows, filters: Filters) -> Mask:
    """Which of the rows pass the filters that look at the paper alone. A paper without a year passes no year filter."""
    keep = np.ones(rows.size, dtype=bool)
    years = snapshot.years[rows]
    if filters.year_from is not None:
        keep &= (years >= filters.year_from) & (years != 0)
    if filters.year_to is not None:
        keep &= (years <= filters.year_to) & (years != 0)
    if filters.not_year:
        keep &= ~np.isin(years, filters.not_year)
    if filters.venue:
        keep &= np.isin(snapshot.venues[rows], _codes(snapshot, filters.venue))
    if filters.not_venue:
        keep &= ~np.isin(snapshot.venues[rows], _codes(snapshot, filters.not_venue))
    if filters.has_abstract is not None:
        keep &= snapshot.has_abstract[rows] == filters.has_abstract
    return keep


def _codes(snapshot: Snapshot, venues: Collection[str]) -> list[int]:
    wanted = {name.casefold() for name in venues}
    return [code for code, name in enumerate(snapshot.venue_names) if name.casefold() in wanted]


def citation_mask(members: Members, filters: Filters) -> Mask:
    """Which citations of one hub pass the filters that look at citations. An unlabelled one passes none of them."""
    keep = np.ones(members.rows.size, dtype=bool)
    if filters.role:
        keep &= np.isin(members.role, [code for code, role in enumerate(ROLES) if role in filters.role])
    if filters.polarity:
        keep &= np.isin(members.polarity, [code for code, name in enumerate(POLARITIES) if name in filters.polarity])
    if filters.influential is not None:
        keep &= members.influential == int(filters.influential)
    if filters.self_citation is not None:
        keep &= members.self_citation == int(filters.self_citation)
    return keep


def _looks_at_citations(filters: Filters) -> bool:
    flags = (filters.influential, filters.self_citation)
    return bool(filters.role or filters.polarity) or any(flag is not None for flag in flags)


def _cited_so(scope: Scope, filters: Filters) -> Rows:
    """Papers with one citation, of any hub in scope, that passes all the citation filters together."""
    kept = [members.rows[citation_mask(members, filters)] for _, members in scope.members]
    return np.unique(np.concatenate([*kept, np.empty(0, dtype=np.int32)])).astype(np.int32)
