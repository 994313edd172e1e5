"""What a table of citers and questions holds."""

from dataclasses import dataclass

from corpus.values import Citation, Field, Paper


@dataclass(frozen=True, slots=True)
class Cell:
    """A verbatim quote: `quote` equals the paper's field at [start:end]; `chance` is that of its answering, in [0, 1].

    For `field == "context"` the field is the `context`-th citing sentence of the row's citation.
    """

    quote: str
    field: Field
    start: int
    end: int
    context: int | None
    chance: float


@dataclass(frozen=True, slots=True)
class Row:
    """A citer with a cell for each question, None where it is not stated."""

    paper: Paper
    citation: Citation | None
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A page of the rows; `total` counts all citers that pass the filters."""

    questions: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int
