"""What callers may send: every parameter and body of the contract, its limits, and a refusal of anything else."""

from dataclasses import replace
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from corpus.exporters.formats import Format
from corpus.text import clean
from corpus.values import Polarity, Role
from index.values import ComparedPart, Facet, Filters, Mode, SearchRequest, Sort

LIMITS = {
    "query_characters": 2_000,
    "question_characters": 4_000,
    "text_characters": 20_000,
    "answer_characters": 100_000,
    "history": 100,
    "parameters": 1_000,
    "page": 100,
    "batch_queries": 256,
    "json_bytes": 8_000_000,
    "sources": 50,
    "table_questions": 20,
    "wait_seconds": 60,
}


SHOWN = 80  # characters of an unknown field's name that are told


def nearest(name: str, names: list[str]) -> str:
    """A sentence naming the valid name closest to `name`, or all of them when none is close."""
    close = get_close_matches(name, names, n=1, cutoff=0.65)
    if close:
        return f"unknown name {name!r}; did you mean {close[0]!r}?"
    return f"unknown name {name!r}; " + (f"valid names are {', '.join(names)}" if names else "none is taken here")


class Asked(BaseModel):
    """Refuses unknown fields by name. `ctx["name"]` tells the edge which field was at fault."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def names_are_known(cls, given: Any) -> Any:
        if isinstance(given, dict):
            for name in given:
                if name not in cls.model_fields:
                    # JSON may name a field by half of a surrogate pair, which no reply can hold: its escape is told.
                    shown = str(name)[:SHOWN].encode("utf-8", "backslashreplace").decode()
                    message = nearest(shown, list(cls.model_fields))
                    raise PydanticCustomError("unknown_field", "{message}", {"message": message, "name": shown})
        return given


def said(text: str | None) -> str | None:
    if text is not None and not clean(text):
        raise PydanticCustomError("blank", "should say something but is blank")
    return text


def _query(text: str | None) -> str | None:
    if text is not None and not clean(text):
        raise PydanticCustomError("blank", "should say something but is blank; leave it out to list without a query")
    return text


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _no_truth(value: Any) -> Any:
    """JSON's true and false would else be taken as 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("not_a_number", "should be a number, found true or false")
    return value


Number = BeforeValidator(_no_truth)
Text = Annotated[str, Field(max_length=LIMITS["query_characters"]), AfterValidator(_query)]
Limit = Annotated[int, Field(ge=1, le=LIMITS["page"]), Number]
Year = Annotated[int, Field(ge=0, le=9999), Number]
Name = Annotated[str, Field(min_length=1, max_length=500)]
Names = Annotated[list[Name], BeforeValidator(_listed), Field(max_length=100)]


class AskedFilters(Asked):
    """Values within one filter are alternatives; different filters must all hold."""

    role: Annotated[list[Role], BeforeValidator(_listed)] = []
    polarity: Annotated[list[Polarity], BeforeValidator(_listed)] = []
    year_from: Year | None = None
    year_to: Year | None = None
    venue: Names = []
    topic: Names = []
    influential: bool | None = None
    has_abstract: bool | None = None
    self_citation: bool | None = None

    @model_validator(mode="after")
    def years_are_in_order(self) -> Self:
        if self.year_from is not None and self.year_to is not None and self.year_from > self.year_to:
            raise PydanticCustomError("years", "year_from should not be after year_to; swap them or leave one out")
        return self

    def filters(self) -> Filters:
        return Filters(
            role=tuple(self.role),
            polarity=tuple(self.polarity),
            year_from=self.year_from,
            year_to=self.year_to,
            venue=tuple(self.venue),
            topic=tuple(self.topic),
            influential=self.influential,
            has_abstract=self.has_abstract,
            self_citation=self.self_citation,
        )


class Page(Asked):
    limit: Limit = 10
    cursor: Annotated[str, Field(max_length=1000)] | None = None


class Wanted(AskedFilters):
    """Which papers, and in what order; without `q`, the newest first."""

    q: Text | None = None
    mode: Mode = "hybrid"
    sort: Sort = "relevance"
    relevant_only: bool = False
    diversity: Annotated[float, Field(ge=0, le=1), Number] = 0.0

    def request(self, hubs: tuple[str, ...]) -> SearchRequest:
        return SearchRequest(
            query=self.q,
            hubs=hubs,
            mode=self.mode,
            filters=self.filters(),
            sort=self.sort,
            relevant_only=self.relevant_only,
            diversity=self.diversity,
        )


class CitersQuery(Wanted, Page):
    """A search; without `q`, a list."""

    explain: bool = False

    def page(self, hubs: tuple[str, ...], offset: int) -> SearchRequest:
        return replace(self.request(hubs), explain=self.explain, limit=self.limit, offset=offset)

    def key(self) -> str:
        """Everything that shapes the walk: two queries with one key have the same pages."""
        return self.model_dump_json(exclude={"limit", "cursor"})


class CompareQuery(Page):
    """Two hubs; of a `part` alone, its pages, and without it the beginning of each."""

    a: Name
    b: Name
    part: ComparedPart | None = None


class ExportQuery(Wanted):
    """The whole of a search or list, in the form that another program reads."""

    format: Format = "jsonl"


class SearchQuery(CitersQuery):
    hub: Names = []


class BatchBody(Asked):
    """The queries are checked one by one, so that one at fault does not spoil the others."""

    queries: Annotated[
        list[Any],
        Field(
            min_length=1,
            max_length=LIMITS["batch_queries"],
            json_schema_extra={"items": SearchQuery.model_json_schema()},
        ),
    ]


class RelatedQuery(Asked):
    hub: Name | None = None
    facet: Facet = "all"
    limit: Limit = 10


class RelatedBody(RelatedQuery):
    """At least one of `like` and `text` is needed."""

    like: Names = []
    unlike: Names = []
    text: Annotated[str, Field(max_length=LIMITS["text_characters"]), AfterValidator(said)] | None = None

    @model_validator(mode="after")
    def something_is_wanted(self) -> Self:
        if not self.like and self.text is None:
            raise PydanticCustomError("nothing_wanted", "should name papers in `like` or give a `text`")
        if self.text is not None and not any(map(str.isalnum, self.text)):
            raise PydanticCustomError("wordless", "`text` should have words, found none")
        return self


class SourceBody(Asked):
    source: Literal["semantic_scholar", "openalex"]
    hub: Name


class ImportForm(Asked):
    """The text fields beside the uploaded file."""

    format: Literal["auto", "pith", "jsonl", "csv", "bibtex", "ris"] = "auto"
    hub: Name | None = None
    hub_title: Annotated[str, Field(min_length=1, max_length=1000)] | None = None
