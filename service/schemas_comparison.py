"""Two hubs side by side, as callers get them."""

from collections.abc import Mapping
from typing import Self

from corpus.values import Polarity, Role
from index.comparison import Both, Comparison, Part
from index.values import ComparedPart
from service.schemas import CitationOut, PaperOut, Shape, fields

Cursors = Mapping[ComparedPart, str | None]


class SideOut(Shape):
    hub: str
    paper: PaperOut
    citers: int


class OverlapOut(Shape):
    """`either` papers cite one of the hubs or both. Those that cite both are a share of the citers of `a`, of those of
    `b`, and of all of these: `jaccard`. Null is a share of nobody."""

    either: int
    share_of_a: float | None
    share_of_b: float | None
    jaccard: float | None


class CitationsOut(Shape):
    """How a paper cites each of the hubs; null where it does not."""

    a: CitationOut | None
    b: CitationOut | None


class CitingOut(Shape):
    paper: PaperOut
    citations: CitationsOut


class PartOut(Shape):
    """Papers, the newest first. `next_cursor` goes on behind those in `items`; null at the end."""

    items: list[CitingOut]
    total: int
    next_cursor: str | None

    @classmethod
    def of(cls, part: Part, next_cursor: str | None) -> Self:
        return cls(**fields(part, Part), next_cursor=next_cursor)


class RolePairOut(Shape):
    """So many papers cite `a` in this role and `b` in that; null is not labelled."""

    a: Role | None
    b: Role | None
    count: int


class PolarityPairOut(Shape):
    """So many papers cite `a` with this polarity and `b` with that; null is not labelled."""

    a: Polarity | None
    b: Polarity | None
    count: int


class BothOut(PartOut):
    """The counts of `roles` add up to `total`, and so do those of `polarity`."""

    roles: list[RolePairOut]
    polarity: list[PolarityPairOut]

    @classmethod
    def of_both(cls, both: Both, next_cursor: str | None) -> Self:
        return cls(**fields(both, Both), next_cursor=next_cursor)


class ComparisonOut(Shape):
    """Every paper that cites one of the hubs is in one of the three parts."""

    a: SideOut
    b: SideOut
    overlap: OverlapOut
    both: BothOut
    only_a: PartOut
    only_b: PartOut
    index_id: str
    degraded: list[str]

    @classmethod
    def of(cls, found: Comparison, index_id: str, cursors: Cursors) -> Self:
        return cls(
            a=SideOut.model_validate(found.a),
            b=SideOut.model_validate(found.b),
            overlap=OverlapOut.model_validate(found.overlap),
            both=BothOut.of_both(found.both, cursors["both"]),
            only_a=PartOut.of(found.only_a, cursors["only_a"]),
            only_b=PartOut.of(found.only_b, cursors["only_b"]),
            index_id=index_id,
            degraded=[],
        )
