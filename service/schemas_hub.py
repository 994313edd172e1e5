"""The hub page and its parts, as callers get them."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from corpus.values import Role
from index.hubpage import Basis, Canonical, HubPage, LabelCounts
from service.schemas import PaperOut, Shape


class CoverageOut(Shape):
    known_total: int | None
    held: int
    with_abstract: int
    with_tldr: int
    with_context: int
    labelled: int
    as_of: str | None


class LabelsOut(BaseModel):
    """A count for each label, beside `of`, what they are counted over, and `basis`, who counted."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]

    of: int
    basis: Basis

    @classmethod
    def counted(cls, labels: LabelCounts) -> Self:
        return cls.model_validate({**labels.counts, "of": labels.of, "basis": labels.basis})


class CanonicalOut(BaseModel):
    """What kind of reference the hub `is` (null: nobody said), for `share` of `of` papers, and the rule by which."""

    model_config = ConfigDict(serialize_by_alias=True)

    kind: str | None = Field(alias="is")
    share: float | None
    of: int | None
    rule: str


class YearCountOut(Shape):
    year: int
    count: int


class CellOut(Shape):
    role: Role | None
    topic: str
    count: int


class YearOut(Shape):
    """`cells` add up to `count`; a null role is not labelled, a null year not known."""

    year: int | None
    count: int
    cells: list[CellOut]


class TopicOut(Shape):
    id: str
    label: str
    size: int
    exemplar: PaperOut


class RepresentativeOut(Shape):
    """`covers` of the `of` citers held are of the paper's topic; no two stand for the same topic."""

    paper: PaperOut
    why: str
    covers: int
    of: int


class PointOut(Shape):
    """Where a paper lies, both coordinates within [-1, 1]; `topic` is the id of its topic."""

    paper: str
    title: str
    x: float
    y: float
    topic: str


class MapOut(BaseModel):
    """Every citer held, in order of id."""

    hub: str
    points: list[PointOut]
    total: int
    method: str
    index_id: str


class HubPageOut(BaseModel):
    hub: str
    paper: PaperOut
    coverage: CoverageOut
    roles: LabelsOut
    polarity: LabelsOut
    canonical: CanonicalOut
    timeline: list[YearCountOut]
    topics: list[TopicOut]
    representative: list[RepresentativeOut]
    index_id: str

    @classmethod
    def of(cls, page: HubPage, index_id: str) -> Self:
        return cls(
            hub=page.hub,
            paper=PaperOut.model_validate(page.paper),
            coverage=CoverageOut.model_validate(page.coverage),
            roles=LabelsOut.counted(page.roles),
            polarity=LabelsOut.counted(page.polarity),
            canonical=canonical_out(page.canonical),
            timeline=[YearCountOut.model_validate(year) for year in page.timeline],
            topics=[TopicOut.model_validate(topic) for topic in page.topics],
            representative=[RepresentativeOut.model_validate(one) for one in page.representative],
            index_id=index_id,
        )


def canonical_out(canonical: Canonical) -> CanonicalOut:
    told = {"is": canonical.kind, "share": canonical.share, "of": canonical.of, "rule": canonical.rule}
    return CanonicalOut.model_validate(told)
