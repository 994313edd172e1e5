"""What a question gets back: claims, the evidence behind each, the sources they cite, or a reasoned refusal."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.values import Citation, Field, Paper
from index.values import Filters

Generator = Literal["extractive", "llm"]
EVERY_PAPER = Filters()
Shape = Literal["topic", "which", "yes_no", "comparison", "definition", "open", "statement", "change", "dispute"]


@dataclass(frozen=True, slots=True)
class AskRequest:
    """A question of the citers of `hubs`, or of every paper. `filters` hold beside those that the question names.

    `earlier` are the questions asked before, the oldest first, which a follow-up leans on. `generator` None: worded by
    the language model where there is one, else extractive.
    """

    question: str
    hubs: tuple[str, ...] = ()
    filters: Filters = EVERY_PAPER
    max_sources: int = 10
    generator: Generator | None = None
    earlier: tuple[str, ...] = ()


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
    """One sentence of the answer, without its markers. `sources` are source numbers; `support` is in [0, 1].

    `heading` names the part of the answer that the claim belongs to, where the answer has parts: a year, a side of a
    comparison, what supports and what disputes.
    """

    text: str
    sources: tuple[int, ...]
    support: float
    evidence: tuple[Evidence, ...]
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A retrieved paper under the number that markers in the answer use, counted from 1."""

    n: int
    paper: Paper
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Tally:
    """The verdict on every citer for a "which" or "how many" question: matching + undecided <= of.

    `interval` holds the recall with 95 %, if every citer matches with its calibrated chance; see answers/recall.py.
    """

    matching: int
    undecided: int
    of: int
    estimated_recall: float
    paper_ids: tuple[str, ...]
    interval: tuple[float, float] = (0.0, 1.0)
    undecided_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """`question` is what was answered: whole in itself, without the words for `filters`, which were found in it.

    It is empty where nothing but filters was asked for.
    """

    question: str
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Loosening:
    """A filter to leave out of a refused question: so many papers would be relevant without it."""

    filter: str
    value: str
    relevant: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`answer` is the claims' sentences with markers; of a refusal, it says what is missing and claims is empty.

    `stances` counts the cited papers that support and that dispute what was asked, where it can be told.
    """

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
    shape: Shape = "open"
    understood: Understood | None = None
    stances: dict[str, int] = field(default_factory=dict)
    loosen: tuple[Loosening, ...] = ()
