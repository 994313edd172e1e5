"""Two hubs side by side: which papers cite both of them, and how, and which cite one alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.values import POLARITIES, ROLES, Citation, Paper, Polarity, Role
from index.arrays import Rows
from index.ascending import found
from index.files.snapshot import Snapshot
from index.ordering import listed_order
from index.scope import known_hub
from index.values import ComparedPart

Label = TypeVar("Label", bound=str)


class SameHub(ValueError):
    """A hub is to be compared with itself."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two hubs, with how many papers held cite it."""

    hub: str
    paper: Paper
    citers: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """`either` papers cite one of the hubs or both. Those that cite both are a share of each hub's citers, and of all
    of these: `jaccard`. None is a share of nobody."""

    either: int
    share_of_a: float | None
    share_of_b: float | None
    jaccard: float | None


@dataclass(frozen=True, slots=True)
class Citations:
    """How a paper cites each of the hubs; None where it does not."""

    a: Citation | None
    b: Citation | None


@dataclass(frozen=True, slots=True)
class Citing:
    """A paper that cites at least one of the hubs."""

    paper: Paper
    citations: Citations


@dataclass(frozen=True, slots=True)
class LabelPair(Generic[Label]):
    """So many papers cite the first hub so and the second so; None: not labelled."""

    a: Label | None
    b: Label | None
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some of `total` papers, the newest first."""

    total: int
    items: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Both(Part):
    """Those that cite both hubs; the counts of `roles` add up to `total`, and so do those of `polarity`."""

    roles: tuple[LabelPair[Role], ...]
    polarity: tuple[LabelPair[Polarity], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every paper that cites one of the hubs is in one of the three parts."""

    a: Side
    b: Side
    overlap: Overlap
    both: Both
    only_a: Part
    only_b: Part


def compare(snapshot: Snapshot, hubs: tuple[str, str], shown: Mapping[ComparedPart, slice]) -> Comparison:
    """The papers that cite two hubs; of the parts in `shown` those in this place of the list, of others none.

    Raises HubNotFound and SameHub.
    """
    a, b = (known_hub(snapshot, hub) for hub in hubs)
    if a == b:
        raise SameHub(f"expected two hubs to compare, found {a} as both; name another for one of them")
    citing_a, citing_b = snapshot.members(a), snapshot.members(b)
    at_b, at_a = found(citing_b.rows, citing_a.rows)
    rows: dict[ComparedPart, Rows] = {
        "both": citing_a.rows[at_a],
        "only_a": np.delete(citing_a.rows, at_a),
        "only_b": np.delete(citing_b.rows, at_b),
    }
    parts = {name: _part(snapshot, (a, b), rows[name], shown.get(name)) for name in rows}
    return Comparison(
        a=Side(a, snapshot.hub(a).paper, citing_a.rows.size),
        b=Side(b, snapshot.hub(b).paper, citing_b.rows.size),
        overlap=_overlap(at_a.size, citing_a.rows.size, citing_b.rows.size),
        both=Both(
            at_a.size,
            parts["both"].items,
            _pairs(citing_a.role[at_a], citing_b.role[at_b], ROLES),
            _pairs(citing_a.polarity[at_a], citing_b.polarity[at_b], POLARITIES),
        ),
        only_a=parts["only_a"],
        only_b=parts["only_b"],
    )


def _overlap(both: int, of_a: int, of_b: int) -> Overlap:
    either = of_a + of_b - both
    return Overlap(either, _share(both, of_a), _share(both, of_b), _share(both, either))


def _share(some: int, of: int) -> float | None:
    return round(some / of, 4) if of else None


def _part(snapshot: Snapshot, hubs: tuple[str, str], rows: Rows, shown: slice | None) -> Part:
    if shown is None:
        return Part(rows.size, ())
    page = rows[listed_order(snapshot, rows, "-year", shown.stop)[shown]]
    return Part(rows.size, tuple(_citing(snapshot, hubs, row) for row in page.tolist()))


def _citing(snapshot: Snapshot, hubs: tuple[str, str], row: int) -> Citing:
    a, b = (snapshot.citation(hub, row) for hub in hubs)
    return Citing(snapshot.paper(row), Citations(a, b))


def _pairs(a: NDArray[np.int8], b: NDArray[np.int8], names: Sequence[Label]) -> tuple[LabelPair[Label], ...]:
    """The most frequent first; equal counts in the order of the labels, those without one last."""
    told: tuple[Label | None, ...] = (*names, None)
    size = len(told)
    codes = a.astype(np.intp) % size * size + b % size  # that of no label is -1, which makes it the last
    counts = np.bincount(codes).tolist()
    held = sorted(filter(counts.__getitem__, range(len(counts))), key=lambda code: -counts[code])
    return tuple(LabelPair(told[code // size], told[code % size], counts[code]) for code in held)
