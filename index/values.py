"""What is asked of the index and what it answers: filters, requests, hits and their reasons."""

from dataclasses import dataclass, field
from typing import Literal

from corpus.values import Citation, Field, Paper

Mode = Literal["hybrid", "semantic", "lexical"]
Sort = Literal["relevance", "year", "-year", "title"]
Facet = Literal["all", "background", "method", "result"]
ComparedPart = Literal["both", "only_a", "only_b"]  # who cites two hubs, or one of them alone


@dataclass(frozen=True, slots=True)
class Filters:
    """Which papers may be found at all. Values within one filter are alternatives; different filters must all hold.

    Role, polarity, influential and self_citation look at the paper's citation of any hub in scope. An author is
    named by words that stand beside each other in a name as stored, such as the last one. A paper passes each `not_`
    filter that none of its values holds for, so also where its year or its venue is not known.
    """

    role: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    venue: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    not_year: tuple[int, ...] = ()
    not_venue: tuple[str, ...] = ()
    not_author: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    influential: bool | None = None
    has_abstract: bool | None = None
    self_citation: bool | None = None


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search over the citers of `hubs` (none: every paper held). `query` None or blank lists without ranking.

    `limit` counts hits from `offset` on; `diversity` in [0, 1] trades relevance for difference (0: relevance alone).
    """

    query: str | None = None
    hubs: tuple[str, ...] = ()
    mode: Mode = "hybrid"
    filters: Filters = Filters()
    sort: Sort = "relevance"
    relevant_only: bool = False
    diversity: float = 0.0
    explain: bool = False
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True, slots=True)
class RelatedRequest:
    """Asks for papers like a paper, like a text, or like some and unlike others; `like` and `unlike` are paper ids.

    `hub` None looks among every paper held. `facet` narrows what is compared to sentences in that role.
    """

    paper_id: str | None = None
    text: str | None = None
    like: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    hub: str | None = None
    facet: Facet = "all"
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Match:
    """The passage that shows why a paper was found: `text == paper.<field>[start:end]` in code points.

    Where `field` is "context" it is the text of the `context`-th citing sentence of the hit's citation.
    """

    field: Field
    text: str
    start: int
    end: int
    context: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """One checkable reason for calling two papers related."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One found paper. `score` is comparable within one reply; `probability` is the calibrated chance of relevance.

    `signals` holds at least semantic_rank and lexical_rank (from 1 within the filtered set; None: that leg lacks it).
    """

    rank: int
    score: float
    probability: float
    relevant: bool
    paper: Paper
    citation: Citation | None
    match: Match
    signals: dict[str, float | int | None] = field(default_factory=dict)
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """The papers most related of a `total` that were compared."""

    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word of the query that no paper in scope uses, or a handful (`held`), and the spelling of one that many do."""

    word: str
    meant: str
    held: int = 0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`total` counts what all pages have together: the filtered set that the query can rank, or those of it that clear
    the threshold where these alone are asked for. `relevant_total` counts these in any case.

    `facets` counts the whole filtered set, whatever the query: {"role": {"method": 3, ...}, "year": {"2024": 7}, ...}.
    `warnings` say how the query was read when that is not as it was written, and which words may be misspelt.
    """

    query: str | None
    mode: Mode
    total: int
    relevant_total: int
    hits: tuple[Hit, ...]
    facets: dict[str, dict[str, int]]
    warnings: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
