"""Citing the first k passages of a plain ranking, with the one k that suits it best: what choosing is compared with."""

from collections.abc import Mapping, Sequence

import numpy as np

from embeddings.embedder import Embedder
from eval.cases import Dataset, Query
from eval.run import own_text

Ranked = Mapping[str, Sequence[str]]  # qid -> paper ids, best first


def f1(cited: frozenset[str], wanted: frozenset[str]) -> float:
    return 2 * len(cited & wanted) / (len(cited) + len(wanted)) if wanted else float(not cited)


def at_best_k(ranked: Ranked, wanted: Mapping[str, frozenset[str]], most: int = 30) -> tuple[int, dict[str, float]]:
    """The k, the same for every question, with the highest mean F1 in hindsight, and each question's F1 with it."""
    each = {k: {qid: f1(frozenset(ranked[qid][:k]), wanted[qid]) for qid in wanted} for k in range(1, most + 1)}
    best = max(each, key=lambda k: (round(sum(each[k].values()), 9), -k))
    return best, each[best]


def by_cosine(dataset: Dataset, embedder: Embedder) -> Ranked:
    """The passages that each question may cite by the cosine of the whole passage with the whole question."""
    vectors = embedder.embed_passages([own_text(paper.line) for paper in dataset.papers])
    ids = [paper.id for paper in dataset.papers]
    hubs = [paper.hub for paper in dataset.papers]
    return {
        query.qid: _nearest(query, vectors @ embedder.embed_query(query.text or ""), ids, hubs)
        for query in dataset.queries
    }


def _nearest(
    query: Query, cosines: "np.ndarray[tuple[int], np.dtype[np.float32]]", ids: list[str], hubs: list[str | None]
) -> list[str]:
    order = np.argsort(-np.round(cosines, 6), kind="stable")
    return [ids[place] for place in order if query.hub is None or hubs[place] == query.hub]
