"""Counts the citers that a "which" or "how many" question is about, judging every one of them."""

from collections.abc import Collection

import numpy as np

from answers.recall import recall
from answers.values import Tally
from index.searcher import Searcher
from index.values import Filters, SearchRequest

UNDECIDED = 0.25  # the least chance of relevance at which a citer below the published cut is left undecided


def tally(
    searcher: Searcher,
    query: str,
    hubs: tuple[str, ...],
    filters: Filters,
    cited: Collection[str] | None,
    *,
    told_alone: bool = False,
) -> Tally:
    """The verdict on every citer in scope: those match that search finds relevant, and those `cited` in the answer.

    `told_alone`: relevance is not what was asked for (who disputes it?), so that only those cited match.
    Of a refused question (`cited` is None) nothing matches: what seemed to is undecided.
    """
    snapshot, judged = (
        searcher.version.snapshot,
        searcher.judged(SearchRequest(query=query, hubs=hubs, filters=filters)),
    )
    named = [row for paper_id in sorted(cited or ()) if (row := snapshot.own(paper_id)) is not None]
    likely = judged.relevant | (judged.probability >= UNDECIDED) | np.isin(judged.rows, named)
    relevant = np.zeros_like(likely) if told_alone else judged.relevant
    matches = likely & (relevant | np.isin(judged.rows, named)) & (cited is not None)
    estimated = recall(judged.probability[matches], judged.probability[~matches])
    return Tally(
        matching=int(matches.sum()),
        undecided=int((likely & ~matches).sum()),
        of=judged.rows.size,
        estimated_recall=estimated.value,
        interval=(estimated.low, estimated.high),
        paper_ids=tuple(snapshot.paper(row).id for row in judged.rows[matches].tolist()),
        undecided_ids=tuple(snapshot.paper(row).id for row in judged.rows[likely & ~matches].tolist()),
    )
