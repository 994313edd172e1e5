"""A table of citers and questions: drawn for people, and as CSV for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence

from rich.console import Console

from answers.reports.table_values import Row
from corpus.spreadsheets import guarded
from index.text.shares import percentage
from service.render import FIELDS, count, facts, paragraph, quoted
from service.schemas_report import QuotedOut, TableOut

NOT_STATED = "not stated"
COLUMNS = ("id", "title", "year")


def draw_table(out: Console, table: TableOut) -> None:
    shown = f"{len(table.items):,} of {count(table.total, 'citing paper')}"
    paragraph(out, shown, style="bold")
    for row in table.items:
        out.print()
        paragraph(out, row.paper.title, style="bold")
        paragraph(out, facts(row.paper, row.citation), style="cyan")
        for question, cell in zip(table.questions, row.cells, strict=True):
            paragraph(out, f"{question} {said(cell)}", indent=4, style="" if cell else "dim")
    if table.next_cursor:
        out.print()
        paragraph(out, f"more with --cursor {table.next_cursor}", style="dim")


def said(cell: QuotedOut | None) -> str:
    """The quote, where it is from, and how likely it is to answer."""
    return f"{quoted(cell.quote)} ({FIELDS[cell.field]}, {percentage(cell.chance)})" if cell else NOT_STATED


def csv_header(questions: Sequence[str]) -> str:
    return csv_lines([[*COLUMNS, *questions]])


def csv_rows(rows: Iterable[Row]) -> str:
    return csv_lines(
        [
            row.paper.id,
            row.paper.title,
            str(row.paper.year or ""),
            *(cell.quote if cell else NOT_STATED for cell in row.cells),
        ]
        for row in rows
    )


def csv_lines(lines: Iterable[Sequence[str]]) -> str:
    """Nothing in it that a spreadsheet would run, as in an export."""
    text = io.StringIO()
    csv.writer(text).writerows([guarded(cell) for cell in line] for line in lines)
    return text.getvalue()
