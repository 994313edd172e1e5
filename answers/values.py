"""What a question gets back: claims, the evidence behind each, the sources they cite, or a reasoned refusal."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.values import Citation, Field, Paper

Generator = Literal["extractive", "llm"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote: `quote` equals the field of source number `source` at [start:end], in code points.

    For `field == "context"` the field is the `context`-th citing sentence of the source's citation.
    """

    source: int
    field: Field
    quote: str
    start: int
    end: int
    context: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer, without its markers. `sources` are source numbers; `support` is in [0, 1]."""

    text: str
    sources: tuple[int, ...]
    support: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A retrieved paper under the number that markers in the answer use, counted from 1."""

    n: int
    paper: Paper
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Tally:
    """The verdict on every citer for a "which" or "how many" question: matching + undecided <= of."""

    matching: int
    undecided: int
    of: int
    estimated_recall: float
    paper_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`answer` is the claims' sentences with markers; of a refusal, it says what is missing and claims is empty."""

    question: str
    answer: str
    answerable: bool
    reason: str | None
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    generator: Generator
    tally: Tally | None = None
    model: str | None = None
    usage: dict[str, int] = field(default_factory=dict)
    degraded: tuple[str, ...] = ()
