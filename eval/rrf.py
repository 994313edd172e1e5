"""Reciprocal rank fusion of the two legs' rankings: what hybrid search has to be better than."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from eval.metrics import Ranking

K = 60  # the constant of the published method


def reciprocal_rank_fusion(first: Mapping[str, Ranking], second: Mapping[str, Ranking]) -> dict[str, Ranking]:
    """By query, what either ranking holds; it publishes no set and no probabilities."""
    return {
        qid: Ranking(fused(ranking.paper_ids, second[qid].paper_ids), (), frozenset()) for qid, ranking in first.items()
    }


def fused(*rankings: Sequence[str]) -> tuple[str, ...]:
    """Best first by the sum of 1 / (K + rank), a ranking that lacks the paper adding nothing; equal sums by id."""
    sums: dict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, paper_id in enumerate(ranking, start=1):
            sums[paper_id] += 1 / (K + rank)
    return tuple(sorted(sums, key=lambda paper_id: (-sums[paper_id], paper_id)))
