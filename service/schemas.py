"""What callers get: the contract's papers, hits, pages, answers and lists, shaped from the inner values."""

from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

from answers.values import Answer, Generator
from answers.values import Shape as AnswerShape
from corpus.ids import by_scheme
from corpus.values import Field, Paper, Polarity, Role, TldrSource
from index.values import Mode, Related, SearchResult
from service.view_values import HeldPaper, HubLine

Item = TypeVar("Item")


class Shape(BaseModel):
    """Reads the fields of an inner value by name, and theirs in turn."""

    model_config = ConfigDict(from_attributes=True)


def schemes(ids: Any) -> Any:
    return ids if isinstance(ids, dict) else by_scheme(ids)


class PaperOut(Shape):
    id: str
    title: str
    abstract: str | None
    tldr: str | None
    tldr_source: TldrSource | None
    authors: list[str]
    year: int | None
    venue: str | None
    url: str | None
    ids: Annotated[dict[str, str], BeforeValidator(schemes)]
    aliases: list[str]


class ContextOut(Shape):
    text: str
    section: str | None
    role: Role | None


class CitationOut(Shape):
    hub: str
    role: Role | None
    polarity: Polarity | None
    role_confidence: float | None
    polarity_confidence: float | None
    label_source: str | None
    influential: bool | None
    self_citation: bool | None
    contexts: list[ContextOut]


class MatchOut(Shape):
    field: Field
    text: str
    start: int
    end: int
    context: int | None


class WhyOut(Shape):
    kind: str
    text: str


class HitOut(Shape):
    rank: int
    score: float
    probability: float
    relevant: bool
    paper: PaperOut
    citation: CitationOut | None
    match: MatchOut
    signals: dict[str, float | int | None]
    why: list[WhyOut]


class SuggestionOut(Shape):
    word: str
    meant: str


class SearchOut(Shape):
    """`degraded` is of the contract, and always empty: a search has no part that may be left out."""

    query: str | None
    mode: Mode
    total: int
    relevant_total: int
    hits: list[HitOut]
    facets: dict[str, dict[str, int]]
    next_cursor: str | None
    index_id: str
    degraded: list[str]
    warnings: list[str]
    suggestions: list[SuggestionOut]

    @classmethod
    def of(cls, result: SearchResult, *, index_id: str, next_cursor: str | None) -> Self:
        return cls(**fields(result, SearchResult), degraded=[], index_id=index_id, next_cursor=next_cursor)


class RelatedOut(Shape):
    total: int  # all that were compared
    hits: list[HitOut]
    next_cursor: None
    index_id: str

    @classmethod
    def of(cls, found: Related, index_id: str) -> Self:
        return cls(**fields(found, Related), next_cursor=None, index_id=index_id)


class ItemsOut(BaseModel, Generic[Item]):
    items: list[Item]
    total: int
    next_cursor: str | None
    index_id: str


class HubLineOut(Shape):
    id: str
    title: str
    year: int | None
    citers: int
    indexed: int
    updated_at: str | None

    @classmethod
    def of(cls, line: HubLine) -> Self:
        return cls.model_validate(line)


class DeletedOut(Shape):
    """`papers_removed` are those that no other hub held."""

    hub: str
    papers_removed: int


class CitedHubOut(Shape):
    hub: str
    title: str
    citation: CitationOut


class HeldPaperOut(PaperOut):
    hubs: list[CitedHubOut]
    index_id: str

    @classmethod
    def held(cls, held: HeldPaper, index_id: str) -> Self:
        return cls(
            **fields(held.paper, Paper), hubs=[CitedHubOut.model_validate(hub) for hub in held.hubs], index_id=index_id
        )


class EvidenceOut(Shape):
    """`quote` is the field of that source at [start:end]; of a citing sentence, `context` says which, from 0."""

    source: int
    field: Field
    quote: str
    start: int
    end: int
    context: int | None


class ClaimOut(Shape):
    """`heading` names the part of the answer that the claim belongs to, where it has parts."""

    text: str
    sources: list[int]
    support: float
    evidence: list[EvidenceOut]
    heading: str | None


class SourceOut(Shape):
    n: int
    paper: PaperOut
    citation: CitationOut | None


class TallyOut(Shape):
    matching: int
    undecided: int
    of: int
    estimated_recall: float
    interval: tuple[float, float]
    paper_ids: list[str]
    undecided_ids: list[str]


class FiltersOut(Shape):
    role: list[str]
    polarity: list[str]
    year_from: int | None
    year_to: int | None
    venue: list[str]
    author: list[str]
    not_year: list[int]
    not_venue: list[str]
    not_author: list[str]
    topic: list[str]
    influential: bool | None
    has_abstract: bool | None
    self_citation: bool | None


class UnderstoodOut(Shape):
    """`question` is what was answered, without the words for the `filters` that were found in it."""

    question: str
    filters: FiltersOut


class LooseningOut(Shape):
    """Without this filter so many papers would be relevant."""

    filter: str
    value: str
    relevant: int


class AnswerOut(Shape):
    question: str
    answer: str
    answerable: bool
    reason: str | None
    claims: list[ClaimOut]
    sources: list[SourceOut]
    tally: TallyOut | None
    generator: Generator
    model: str | None
    usage: dict[str, int]
    index_id: str
    degraded: list[str]
    shape: AnswerShape
    understood: UnderstoodOut | None
    stances: dict[str, int]
    loosen: list[LooseningOut]

    @classmethod
    def of(cls, answer: Answer, index_id: str) -> Self:
        return cls(**fields(answer, Answer), index_id=index_id)


def fields(value: Any, kind: type) -> dict[str, Any]:
    return {name: getattr(value, name) for name in kind.__dataclass_fields__}  # type: ignore[attr-defined]
