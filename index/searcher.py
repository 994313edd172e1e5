"""Answers search requests over one index version: scope, filters, clauses, ranking, order, page."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import Embedder
from index.arrays import Rows
from index.beside import meanwhile, searching
from index.candidates import few_enough, rank_some, usual, whole_order
from index.facets import Facets, facets
from index.hits import Showing, listed_hits, ranked_hits
from index.hubpage import HubPage, hub_page
from index.ordering import listed_order, ranked_order
from index.queries.clauses import by_authors, restrict
from index.queries.filters import allowed_rows
from index.queries.query import Query, read_query
from index.queries.suggest import author_suggestions, author_warning, suggestions, warning
from index.queries.unmatched import unmatched
from index.ranking import Order, Ranking, rank
from index.read_again import read_again
from index.related.related import related
from index.reranker import Reranker, reranked
from index.scope import Scope, scope_of
from index.text.tokens import folded
from index.topics.topics import Topics, find_topics
from index.values import Filters, Hit, Related, RelatedRequest, SearchRequest, SearchResult
from index.version import IndexVersion
from index.worded import worded

SCOPES_KEPT = 64  # remembered with what is known of them, the longest unused forgotten first


@dataclass(frozen=True, slots=True)
class Known:
    """What every search in one scope has in common: its papers, their topics, and the facets of all of them."""

    scope: Scope
    topics: Topics
    facets: Facets


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Papers by row, best first, each with its calibrated chance of relevance and whether that clears the threshold."""

    rows: Rows
    probability: NDArray[np.float64]
    relevant: NDArray[np.bool_]


class Searcher:
    """Everything that can be asked of one version, which never changes; safe to use from several threads."""

    def __init__(self, version: IndexVersion, embedder: Embedder, reranker: Reranker | None = None) -> None:
        """`reranker` None: the two legs alone decide the order, as they do wherever one leg alone is asked for."""
        self.version = version
        self.embedder = embedder
        self.reranker = reranker
        self._known: OrderedDict[tuple[str, ...], Known] = OrderedDict()
        self._lock = Lock()

    @searching()
    def search(self, request: SearchRequest) -> SearchResult:
        """The page of hits asked for, with counts and facets over all that passes the filters.

        A page depends on nothing but the request. In a corpus too large to be ranked whole, `relevant_total` counts
        among the papers that were ranked, and says so in a warning. Without words to rank by, papers are listed, newest
        first, and all of them count as relevant. Raises HubNotFound.
        """
        snapshot, known = self.version.snapshot, self.known(request.hubs)
        scope = known.scope
        filtered = self._allowed(request.filters, known)
        query = read_query(request.query or "")
        rows = restrict(filtered, query.clauses, self.version.lexical, snapshot)
        showing = Showing(self.version, scope, request.filters, legs=request.explain, words=request.explain)
        said: tuple[str, ...] = ()
        if query.text:
            total, relevant, hits, said = self._ranked(request, query, rows, showing)
        else:
            total, relevant, hits = self._listed(request, rows, showing)
        whole = filtered.size == scope.rows.size
        counted = known.facets if whole else facets(snapshot, scope, filtered, known.topics)
        meant = suggestions(self.version, scope.rows, query.text)
        named = author_suggestions(self.version, scope.rows, query.clauses)
        without = unmatched(request.filters, known.facets, known.topics)
        warnings = (
            *query.warnings,
            *without,
            *said,
            *map(warning, meant),
            *map(author_warning, named),
            *self._unread(),
        )
        return SearchResult(
            request.query, request.mode, total, relevant, hits, counted, warnings=warnings, suggestions=(*meant, *named)
        )

    def _unread(self) -> tuple[str, ...]:
        """What to say while papers that have just arrived wait for the model."""
        count = len(self.version.unread)
        arrived = "1 paper has" if count == 1 else f"{count:,} papers have"
        return (f"{arrived} just arrived; until embedded, found by words and filters alone",) if count else ()

    def rows(self, request: SearchRequest) -> Rows:
        """Every row that a walk through the pages of this request comes by, in its order. Raises HubNotFound."""
        snapshot = self.version.snapshot
        known = self.known(request.hubs)
        query = read_query(request.query or "")
        filtered = self._allowed(request.filters, known)
        rows = restrict(filtered, query.clauses, self.version.lexical, snapshot)
        if not query.text:
            return rows[listed_order(snapshot, rows, request.sort)]
        ranking = self._ranking(request, query, rows, known.scope)
        walked, order = self._walk(request, query, rows, known.scope, ranking, rows.size)
        return walked.rows[order]

    @searching()
    def judged(self, request: SearchRequest) -> Judged:
        """The verdict on every paper that passes the filters, best first. Raises HubNotFound.

        Without words to judge by all of them are relevant, the newest first.
        """
        snapshot, known = self.version.snapshot, self.known(request.hubs)
        query = read_query(request.query or "")
        filtered = self._allowed(request.filters, known)
        rows = restrict(filtered, query.clauses, self.version.lexical, snapshot)
        if not query.text:
            listed = rows[listed_order(snapshot, rows, request.sort)]
            return Judged(listed, np.ones(listed.size), np.ones(listed.size, dtype=bool))
        ranking = self._ranking(request, query, rows, known.scope, every=True)
        order = ranking.order(ranking.rows.size)
        return Judged(ranking.rows[order], ranking.probability[order], ranking.relevant[order])

    @searching()
    def related(self, request: RelatedRequest) -> Related:
        """The papers most like what is asked, each with reasons. Raises HubNotFound and PaperNotFound."""
        known = self.known((request.hub,) if request.hub else ())
        return related(self.version, self.embedder, known.scope, known.topics, request)

    def hub_page(self, hub_id: str) -> HubPage:
        """What is known of a hub and its citers. Raises HubNotFound."""
        known = self.known((hub_id,))
        return hub_page(self.version, known.scope.hubs[0], known.topics)

    def authored(self, hubs: tuple[str, ...], name: str) -> bool:
        """Whether an author of these hubs' citers has this name. Raises HubNotFound."""
        version, rows = self.version, self.known(hubs).scope.rows
        return bool(by_authors(rows, (name,), version.lexical, version.snapshot).size)

    def signed(self, hubs: tuple[str, ...], name: str) -> tuple[str, ...]:
        """The authors of these hubs' citers who have this word in their name, as they signed. Raises HubNotFound."""
        version, rows = self.version, self.known(hubs).scope.rows
        theirs = by_authors(rows, (name,), version.lexical, version.snapshot)
        authors = {author for row in theirs.tolist() for author in version.snapshot.paper(row).authors}
        return tuple(sorted(author for author in authors if folded(name) in folded(author).split()))

    def known(self, hubs: tuple[str, ...]) -> Known:
        """What is known of the scope of these hubs, found once. Raises HubNotFound."""
        with self._lock:
            known = self._known.get(hubs)
        if known is None:
            known = self._learn(hubs)  # takes a while the first time, in which nobody else is to wait
        with self._lock:
            self._known[hubs] = known
            self._known.move_to_end(hubs)
            if len(self._known) > SCOPES_KEPT:
                self._known.popitem(last=False)
        return known

    def _learn(self, hubs: tuple[str, ...]) -> Known:
        version = self.version
        scope = scope_of(version.snapshot, hubs)
        topics = version.topics.get(scope.hubs) or find_topics(version.snapshot, version.vectors, scope.rows)
        return Known(scope, topics, facets(version.snapshot, scope, scope.rows, topics))

    def _allowed(self, filters: Filters, known: Known) -> Rows:
        version = self.version
        rows = allowed_rows(version.snapshot, known.scope, filters, known.topics)
        if filters.author:
            rows = by_authors(rows, filters.author, version.lexical, version.snapshot)
        if filters.not_author:
            rows = np.setdiff1d(rows, by_authors(rows, filters.not_author, version.lexical, version.snapshot))
        return rows

    def canaries(self) -> dict[str, bool]:
        """Whether each leg finds the first paper by its own vector and title; an empty index has nothing to find."""
        rows = self.version.snapshot.rows()
        if not rows.size:
            return {"semantic": True, "lexical": True}
        first = int(rows[0])
        vector, title = self.version.vectors[first], self.version.snapshot.paper(first).title
        found = self.version.nearest.search(np.asarray(vector)[None, :], 1)[1][0, 0]
        return {
            "semantic": bool(found >= float(vector @ vector) - 1e-5),
            "lexical": bool(self.version.lexical.scores(title)[first] > 0 or not folded(title).strip()),
        }

    def _ranked(
        self, request: SearchRequest, query: Query, rows: Rows, showing: Showing
    ) -> tuple[int, int, tuple[Hit, ...], tuple[str, ...]]:
        ranking = self._ranking(request, query, rows, showing.scope)
        end = request.offset + request.limit
        walked, order = self._walk(request, query, rows, showing.scope, ranking, end)
        hits = ranked_hits(showing, walked, order[request.offset : end], above=request.offset)
        relevant = int(ranking.relevant.sum())
        total = relevant if request.relevant_only else ranking.rows.size + ranking.beyond
        return total, relevant, hits, _partly(ranking)

    def _walk(
        self, request: SearchRequest, query: Query, rows: Rows, scope: Scope, ranking: Ranking, end: int
    ) -> tuple[Ranking, Order]:
        """A ranking and places of it, the first `end` at least, as a walk through all pages comes by them."""
        order = ranked_order(self.version, request, ranking, end)
        if not ranking.beyond or request.relevant_only or end <= ranking.rows.size:
            return ranking, order
        whole = self._ranking(request, query, rows, scope, every=True)
        return whole, whole_order(ranking, order, whole)

    def _ranking(
        self, request: SearchRequest, query: Query, rows: Rows, scope: Scope, *, every: bool = False
    ) -> Ranking:
        """Of the rows that can be among the best, or of `every` one, as other orders than by relevance need."""
        version, text, mode = self.version, query.text, request.mode
        if version.spread is None or every or request.sort != "relevance" or few_enough(version, scope, rows):
            said = meanwhile(lambda: worded(version, scope, rows, text, mode))
            vector = self.embedder.embed_query(text)
            ranking = rank(version, scope, rows, said(), vector, mode, usual(version, scope, vector))
        else:
            ranking = rank_some(version, scope, rows, text, self.embedder.embed_query(text), mode)
        ranking = read_again(version, ranking, text)
        if self.reranker is None or request.mode != "hybrid":
            return ranking
        return reranked(version, self.reranker, ranking, text)

    def _listed(self, request: SearchRequest, rows: Rows, showing: Showing) -> tuple[int, int, tuple[Hit, ...]]:
        end = request.offset + request.limit
        page = rows[listed_order(self.version.snapshot, rows, request.sort, end)[request.offset : end]]
        return int(rows.size), int(rows.size), listed_hits(showing, page, above=request.offset)


def _partly(ranking: Ranking) -> tuple[str, ...]:
    """What to say where relevant papers were counted among some alone."""
    if not ranking.beyond:
        return ()
    return (f"relevant papers are counted among the {ranking.rows.size:,} that are closest by meaning or by words",)
