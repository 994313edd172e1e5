"""Runs every query of a data set through the functions it is given, and measures what comes back."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from answers.values import Answer
from eval.cases import ALL, Dataset, Query, own_ids
from eval.figures import Figure, Report, Section, StatisticName
from eval.grounding import answer_figures
from eval.metrics import Grades, Ranking, calibration_row, ndcg_of_pool, ranking_figures, set_figures
from eval.plain import plain
from index.values import Facet, Hit, Mode, Related, SearchRequest, SearchResult

HUB = "local:evaluated"  # the one hub that a folder's papers are imported as
DEPTH = 100
ORDER: dict[str, StatisticName] = {
    "nDCG@10": "mean",
    "recall@1": "mean",
    "recall@10": "mean",
    "recall@100": "mean",
    "MRR@10": "mean",
    "MAP": "mean",
    "nDCG at 20 % of the pool": "mean",
    "set precision": "mean",
    "set precision, squarely": "mean",
    "set recall, squarely": "mean",
    "set F1, squarely": "mean",
    "empty set when nothing is relevant": "mean",
    "calibration error": "calibration",
    "calibration error, squarely": "calibration",
    "answered when answerable": "mean",
    "refused when unanswerable": "mean",
    "citation precision": "mean",
    "citation recall": "mean",
    "citation F1": "mean",
    "citation F1, BM25 at its best k": "mean",
    "citation F1, cosine at its best k": "mean",
    "facts stated and cited": "mean",
    "tally precision": "mean",
    "tally recall": "mean",
    "tally recall, undecided included": "mean",
    "estimated recall": "mean",
    "recall within its interval": "mean",
    "nothing counted when nothing matches": "mean",
    "near misses cited": "total",
    "dangling markers": "total",
    "quotes that differ": "total",
}

Search = Callable[[SearchRequest], SearchResult]
Ask = Callable[[str], Answer]
Rows = dict[str, dict[str, tuple[float, ...]]]  # figure -> qid -> what the query adds to it


class FindRelated(Protocol):
    """The papers most like those in `like`, best first, which are not among them."""

    def __call__(self, like: tuple[str, ...], *, hub: str, facet: Facet, limit: int) -> Related: ...


class RelatedMissing(ValueError):
    """The data set has queries by example, and there is nothing to run them with."""


def write_papers(dataset: Dataset, path: Path) -> Path:
    """The data set's papers as a JSONL file that an import reads whatever the folder called its fields."""
    path.write_text("".join(f"{paper.line}\n" for paper in dataset.papers), "utf-8")
    return path


def evaluate(
    dataset: Dataset,
    search: Search,
    ask: Ask | None = None,
    related: FindRelated | None = None,
    *,
    hub: str = HUB,
    mode: Mode = "hybrid",
) -> Report:
    """Every figure the data set allows. `ask` is put every query of kind "question"; None leaves answers out.

    Queries by example are answered by `related` in hybrid mode, and by a search for the paper's own text in the others.
    """
    rankings = rank_queries(dataset, search, related, hub=hub, mode=mode)
    rows = ranking_rows(dataset, rankings) | published_rows(dataset, rankings)
    if ask is not None:
        rows |= answer_rows(dataset, ask)
    return report_of(dataset, mode, rows)


def rank_queries(
    dataset: Dataset, search: Search, related: FindRelated | None, *, hub: str, mode: Mode, depth: int = DEPTH
) -> dict[str, Ranking]:
    """What is found for every query, by its id: so many hits, those marked relevant, or all where there is a pool."""
    if related is None and mode == "hybrid" and any(query.paper_id for query in dataset.queries):
        raise RelatedMissing(f"{dataset.name} has queries by example; give `related` to evaluate them")
    known = dataset.paper_ids()
    texts = {paper.id: paper.line for paper in dataset.papers}
    rankings = {}
    for query in dataset.queries:
        limit = len(known) if query.pool else depth
        if related is not None and query.paper_id is not None and mode == "hybrid":
            hits = related((query.paper_id,), hub=query.hub or hub, facet=query.facet, limit=limit).hits
        else:
            text = plain(query.text or own_text(texts[query.paper_id or ""]))
            hits = _searched(search, SearchRequest(text, hubs=(query.hub or hub,), mode=mode, limit=limit))
        rankings[query.qid] = _ranking(query, hits, dataset.grades[query.qid], known)
    return rankings


def own_text(line: str) -> str:
    """Title, TL;DR and abstract of a paper's line, as far as it has them."""
    content = json.loads(line)
    return " ".join(content[field] for field in ("title", "tldr", "abstract") if content.get(field))


def report_of(dataset: Dataset, mode: str, rows: Rows) -> Report:
    return Report(dataset.name, len(dataset.papers), len(dataset.queries), mode, _sections(dataset.queries, rows))


def _searched(search: Search, request: SearchRequest) -> tuple[Hit, ...]:
    """At least `limit` hits deep, and deeper where more than that are published as relevant."""
    result = search(request)
    if result.relevant_total <= request.limit:
        return result.hits
    return search(replace(request, limit=result.relevant_total)).hits


def _ranking(query: Query, hits: Iterable[Hit], grades: Grades, known: frozenset[str]) -> Ranking:
    """A hit that stands for several of the data set's papers counts as all of them, the best graded first."""
    places: dict[str, Hit] = {}
    for hit in hits:
        for paper_id in sorted(own_ids(hit.paper, known), key=lambda each: -grades.get(each, 0)):
            if paper_id != query.paper_id and (not query.pool or paper_id in grades):
                places.setdefault(paper_id, hit)
    relevant = frozenset(paper_id for paper_id, hit in places.items() if hit.relevant)
    return Ranking(tuple(places), tuple(hit.probability for hit in places.values()), relevant)


def ranking_rows(dataset: Dataset, rankings: Mapping[str, Ranking]) -> Rows:
    """The figures of a ranking as such."""
    rows: Rows = defaultdict(dict)
    for name, values in ranking_figures(rankings, dataset.grades, dataset.squarely()).items():
        rows[name] = {qid: (value,) for qid, value in values.items()}
    for query in dataset.queries:
        value = ndcg_of_pool(rankings[query.qid].paper_ids, dataset.grades[query.qid]) if query.pool else None
        if value is not None:
            rows["nDCG at 20 % of the pool"][query.qid] = (value,)
    return rows


def published_rows(dataset: Dataset, rankings: Mapping[str, Ranking]) -> Rows:
    """The figures of what is said beside a ranking: which papers are relevant, and how likely."""
    squarely = dataset.squarely()
    rows: Rows = defaultdict(dict)
    for query in dataset.queries:
        ranking, grades = rankings[query.qid], dataset.grades[query.qid]
        for name, figure in set_figures(ranking.relevant, grades, squarely).items():
            rows[name][query.qid] = (figure,)
        rows["calibration error"][query.qid] = calibration_row(ranking, grades, 1)
        rows["calibration error, squarely"][query.qid] = calibration_row(ranking, grades, squarely)
    return rows


def answer_rows(dataset: Dataset, ask: Ask) -> Rows:
    squarely, known = dataset.squarely(), dataset.paper_ids()
    rows: Rows = defaultdict(dict)
    for query in dataset.queries:
        if query.kind == "question" and query.text is not None:
            grades = dataset.grades[query.qid]
            figures = answer_figures(query, ask(query.text), grades, squarely=squarely, known=known)
            for name, value in figures.items():
                rows[name][query.qid] = (value,)
    return rows


def _sections(queries: tuple[Query, ...], rows: Rows) -> tuple[Section, ...]:
    """One section per kind in the order met, and one over all of them where there are several."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for query in queries:
        kinds[query.kind].append(query.qid)
    if len(kinds) > 1:
        kinds[ALL] = [query.qid for query in queries]
    return tuple(_section(kind, qids, rows) for kind, qids in kinds.items())


def _section(kind: str, qids: list[str], rows: Rows) -> Section:
    figures = []
    for name, statistic in ORDER.items():
        measured = {qid: rows[name][qid] for qid in qids if qid in rows.get(name, {})}
        if measured:
            figures.append(Figure(name, statistic, measured))
    return Section(kind, len(qids), tuple(figures))
