"""Everything that is answered from one index version, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np

from answers.gate.checking import Checker
from answers.models.model import LanguageModel
from answers.reports.report_values import Report, SectionName
from answers.reports.table_values import Table
from answers.values import EVERY_PAPER, Answer, AskRequest
from corpus.ids import UnknownId, any_slug, local_id, slug
from corpus.values import Record
from embeddings.embedder import Embedder
from index.comparison import Comparison, compare
from index.hubpage import HubPage
from index.related.related import PaperNotFound
from index.reranker import Reranker
from index.scope import known_hub
from index.searcher import Searcher
from index.values import ComparedPart, Facet, Filters, Related, RelatedRequest, SearchRequest, SearchResult
from index.version import IndexVersion
from service.map import Point, hub_map
from service.timeline import Year, timeline
from service.view_values import CitedHub, HeldPaper, HubLine

if TYPE_CHECKING:
    from answers.models.generated import Asked
    from service.answerer import Answerer


class View:
    """One index version to read from. Any id form or URL is accepted wherever a hub or a paper is named.

    A view never changes: hold on to one for several calls that must agree with each other.
    """

    def __init__(
        self,
        version: IndexVersion,
        embedder: Embedder,
        reranker: Reranker | None = None,
        writer: LanguageModel | None = None,
        entailment: Checker | None = None,
    ) -> None:
        self._version, self._embedder = version, embedder
        self._snapshot = version.snapshot
        self._searcher = Searcher(version, embedder, reranker)
        self._writer, self._entailment = writer, entailment

    @cached_property
    def answerer(self) -> Answerer:
        """Loaded when the first question is asked: the rules by which answers are found take as long to load as all
        that a search needs."""
        from service.answerer import Answerer

        return Answerer(self._searcher, self._embedder, self._writer, self._entailment)

    @property
    def index_id(self) -> str:
        """The version's own, and what reads queries otherwise than usual, reads hits again or words answers, if there
        is any: they are in replies."""
        reranker = self._searcher.reranker
        read = [self._embedder.reads, "" if reranker is None else reranker.name]
        parts = [*filter(None, read), *(() if self._writer is None else self.answerer.worded_by)]
        if not parts:
            return self._version.index_id
        return f"{self._version.index_id}-{blake2b('|'.join(parts).encode(), digest_size=4).hexdigest()}"

    @property
    def searcher(self) -> Searcher:
        return self._searcher

    @property
    def revision(self) -> int:
        """The store's, when this version was last found to hold all of it."""
        return self._version.revision

    @property
    def paper_count(self) -> int:
        return self._snapshot.held

    @property
    def hub_count(self) -> int:
        return len(self._snapshot.hub_ids)

    def hubs(self) -> tuple[HubLine, ...]:
        return tuple(self._hub_line(hub) for hub in self._snapshot.hub_ids)

    def hub_id(self, text: str) -> str:
        """The hub's own id; raises HubNotFound, which names what there is."""
        row = self._find(text)
        return known_hub(self._snapshot, text if row is None else self._snapshot.paper(row).id)

    def hub_page(self, hub: str) -> HubPage:
        return self._searcher.hub_page(self.hub_id(hub))

    def timeline(self, hub: str) -> tuple[Year, ...]:
        """When the hub's citers appeared, by role and topic."""
        hub_id = self.hub_id(hub)
        topics = self._searcher.known((hub_id,)).topics
        return timeline(self._snapshot, self._snapshot.members(hub_id), topics)

    def compare(self, a: str, b: str, shown: Mapping[ComparedPart, slice]) -> Comparison:
        """Who cites both hubs and who one alone; of the parts in `shown` those in this place, the newest first."""
        return compare(self._snapshot, (self.hub_id(a), self.hub_id(b)), shown)

    def map(self, hub: str) -> tuple[Point, ...]:
        """Where the hub's citers lie beside each other, in order of id."""
        topics = self._searcher.known((self.hub_id(hub),)).topics
        return hub_map(self._snapshot, self._version.vectors, topics)

    def paper(self, text: str) -> HeldPaper:
        row = self._row(text)
        cited = self._snapshot.citations_of(row)
        titles = {citation.hub: self._snapshot.hub(citation.hub).paper.title for citation in cited}
        hubs = tuple(CitedHub(citation.hub, titles[citation.hub], citation) for citation in cited)
        return HeldPaper(self._snapshot.paper(row), hubs)

    def search(self, request: SearchRequest) -> SearchResult:
        """`request.hubs` may be given in any form."""
        return self._searcher.search(replace(request, hubs=tuple(self.hub_id(hub) for hub in request.hubs)))

    def records(self, hub: str, request: SearchRequest) -> Iterator[Record]:
        """Every citer of the hub that the request finds, in its order; each is read when it is asked for.

        Raises HubNotFound at once, not when the first is asked for.
        """
        hub_id, snapshot = self.hub_id(hub), self._snapshot
        rows = self._searcher.rows(replace(request, hubs=(hub_id,)))
        return (Record(snapshot.paper(row), snapshot.citation(hub_id, row)) for row in map(int, rows))

    def warm(self) -> None:
        """Has what the first search makes and later ones share made now, so that nobody waits for it."""
        self._searcher.search(SearchRequest(limit=1))

    def rehearse(self) -> None:
        """A search such as people make, misspelt too: what is loaded for the first such is loaded when theirs come."""
        self._searcher.search(SearchRequest(query="a mispelt serach"))

    def load_answering(self) -> None:
        """What else the first question or report would wait for."""
        for name in ("answers.reports.report", "answers.reports.table"):
            import_module(name)
        _ = self.answerer

    def related(
        self,
        like: tuple[str, ...] = (),
        unlike: tuple[str, ...] = (),
        text: str | None = None,
        *,
        hub: str | None = None,
        facet: Facet = "all",
        limit: int = 10,
    ) -> Related:
        """The citers most like the papers of `like` and the `text`, and least like those of `unlike`."""
        request = RelatedRequest(
            like=tuple(self.paper_id(name) for name in like),
            unlike=tuple(self.paper_id(name) for name in unlike),
            text=text,
            hub=self.hub_id(hub) if hub else None,
            facet=facet,
            limit=limit,
        )
        return self._searcher.related(request)

    def ask(self, request: AskRequest) -> Answer:
        """`request.hubs` may be given in any form."""
        return self.answerer.ask(self._named(request))

    def put(self, request: AskRequest) -> Answer | Asked:
        """The whole answer, or a question that the `answerer` is to put to its language model."""
        return self.answerer.put(self._named(request))

    def report(self, hub: str, sections: tuple[SectionName, ...] = ()) -> Report:
        """What the hub's citers make of it, in their own sentences: these sections, or all."""
        from answers.reports.report import report

        return report(self._searcher, self.hub_id(hub), sections)

    def table(
        self, hub: str, questions: tuple[str, ...], *, filters: Filters = EVERY_PAPER, limit: int = 10, offset: int = 0
    ) -> Table:
        """What each citer says to each of these questions, the newest citer first."""
        from answers.reports.table import table

        page = SearchRequest(hubs=(self.hub_id(hub),), filters=filters, limit=limit, offset=offset)
        return table(self._searcher, self._embedder, questions, page)

    def _named(self, request: AskRequest) -> AskRequest:
        return replace(request, hubs=tuple(self.hub_id(hub) for hub in request.hubs))

    def paper_id(self, text: str) -> str:
        return self._snapshot.paper(self._row(text)).id

    def canaries(self) -> dict[str, bool]:
        """Whether each search leg finds a paper that it must find."""
        return dict(self._searcher.canaries())

    def _row(self, text: str) -> int:
        row = self._find(text)
        if row is not None:
            return row
        raise PaperNotFound(
            f"expected the id or URL of one of the {self._snapshot.held:,} papers held, found {text!r}; "
            "search for its title to see its id"
        )

    def _find(self, text: str) -> int | None:
        found = (self._snapshot.row(name) for name in readings(text))
        return next((row for row in found if row is not None), None)

    def _hub_line(self, hub_id: str) -> HubLine:
        hub = self._snapshot.hub(hub_id)
        rows = self._snapshot.members(hub_id).rows
        waiting = np.isin(self._version.unread, rows).sum()
        return HubLine(hub_id, hub.paper.title, hub.paper.year, len(rows), len(rows) - int(waiting), hub.as_of)


def readings(text: str) -> Iterator[str]:
    """The slugs that a text may mean, the likeliest first: a file's own ids may look like a catalogue's."""
    yield text
    for read in (any_slug, local_slug):
        with suppress(UnknownId):
            yield read(text)


def local_slug(text: str) -> str:
    return slug(local_id(text))
