"""Reports and tables, as callers get them."""

from typing import Self

from answers.markers import marked
from answers.reports.report_values import Basis, Report, Section, SectionName
from answers.reports.table_values import Row, Table
from corpus.values import Field
from service.schemas import CitationOut, ClaimOut, PaperOut, Shape, SourceOut, fields


class CountedOut(Shape):
    """`found` of the `of` citers that can be told by this basis belong in the section; `shown` of them are quoted."""

    basis: Basis
    found: int
    shown: int
    of: int


class SectionOut(Shape):
    """`text` is the claims' sentences with markers, which name the section's own sources.

    `unjudged` of the `citers` have neither a label nor a text to judge by; `missing` says why there is no claim.
    """

    name: SectionName
    title: str
    citers: int
    text: str
    claims: list[ClaimOut]
    sources: list[SourceOut]
    counted: list[CountedOut]
    unjudged: int
    missing: str | None

    @classmethod
    def told(cls, section: Section) -> Self:
        text = " ".join(marked(claim.text, claim.sources) for claim in section.claims)
        return cls(text=text, unjudged=section.unjudged, **fields(section, Section))


class HeldOut(Shape):
    citers: int
    labelled: int
    with_context: int
    with_text: int


class ReportOut(Shape):
    hub: str
    paper: PaperOut
    held: HeldOut
    sections: list[SectionOut]
    index_id: str
    degraded: list[str]

    @classmethod
    def of(cls, report: Report, index_id: str) -> Self:
        sections = [SectionOut.told(section) for section in report.sections]
        return cls(
            hub=report.hub,
            paper=PaperOut.model_validate(report.paper),
            held=HeldOut.model_validate(report.held),
            sections=sections,
            index_id=index_id,
            degraded=[],
        )


class QuotedOut(Shape):
    """`quote` equals the field at [start:end]; `chance` is that of its answering the question."""

    quote: str
    field: Field
    start: int
    end: int
    context: int | None
    chance: float


class RowOut(Shape):
    """`cells` stand beside `questions`; null is not stated."""

    paper: PaperOut
    citation: CitationOut | None
    cells: list[QuotedOut | None]

    @classmethod
    def of(cls, row: Row) -> Self:
        return cls.model_validate(row)


class TableOut(Shape):
    questions: list[str]
    items: list[RowOut]
    total: int
    next_cursor: str | None
    index_id: str
    degraded: list[str]

    @classmethod
    def of(cls, table: Table, index_id: str, next_cursor: str | None) -> Self:
        return cls(
            questions=list(table.questions),
            items=[RowOut.of(row) for row in table.rows],
            total=table.total,
            next_cursor=next_cursor,
            index_id=index_id,
            degraded=[],
        )
