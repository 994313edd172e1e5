"""Counts the citers that a "which" or "how many" question is about, judging every one of them."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from answers.blurred import lowered, mark_of
from answers.evidence import Shares, blurred_share, held_in
from answers.recall import recall
from answers.values import Tally
from index.calibration import THRESHOLD
from index.passages import paper_text
from index.searcher import Judged, Searcher
from index.values import Filters, SearchRequest

UNDECIDED = 0.25  # the least chance of relevance at which a citer below the published cut is left undecided


def tally(
    searcher: Searcher,
    query: str,
    hubs: tuple[str, ...],
    filters: Filters,
    cited: Collection[str] | None,
    asked: Shares,
    *,
    names: frozenset[str] = frozenset(),
    year: int | None = None,
    told_alone: bool = False,
) -> Tally:
    """The verdict on every citer in scope: those match that search finds relevant, and those `cited` in the answer.

    `asked` are the shares of the question's words. `names`: a paper that holds none of them, where there are any, is
    undecided at most. `year`: only papers of that year can match, as those of the newest.
    `told_alone`: relevance is not what was asked for (who disputes it?), so that only those cited match.
    Of a refused question (`cited` is None) nothing matches: what seemed to is undecided.
    """
    snapshot, judged = (
        searcher.version.snapshot,
        searcher.judged(SearchRequest(query=query, hubs=hubs, filters=filters)),
    )
    chances = _chances(searcher, hubs, judged, asked, names)
    if year is not None:
        chances = np.where(snapshot.years[judged.rows] == year, chances, 0.0)
    named = [row for paper_id in sorted(cited or ()) if (row := snapshot.own(paper_id)) is not None]
    cited_in = np.isin(judged.rows, named)
    likely = (chances >= UNDECIDED) | cited_in
    relevant = np.zeros_like(likely) if told_alone else chances >= THRESHOLD
    matches = likely & (relevant | cited_in) & (cited is not None)
    estimated = recall(chances[matches], chances[~matches])
    return Tally(
        matching=int(matches.sum()),
        undecided=int((likely & ~matches).sum()),
        of=judged.rows.size,
        estimated_recall=estimated.value,
        interval=(estimated.low, estimated.high),
        paper_ids=tuple(snapshot.paper(row).id for row in judged.rows[matches].tolist()),
        undecided_ids=tuple(snapshot.paper(row).id for row in judged.rows[likely & ~matches].tolist()),
    )


def _chances(
    searcher: Searcher, hubs: tuple[str, ...], judged: Judged, asked: Shares, names: frozenset[str]
) -> NDArray[np.float64]:
    """As search reports them, lowered where a paper that may match has a word asked for in others of its stem alone, or
    none of the names asked for."""
    chances = judged.probability.copy()
    for place in np.flatnonzero(chances >= UNDECIDED).tolist() if names or any(map(mark_of, asked)) else ():
        held = held_in(_text(searcher, hubs, int(judged.rows[place])))
        chance = lowered(float(chances[place]), blurred_share(asked, held))
        chances[place] = chance if not names or names & held else min(chance, UNDECIDED)
    return chances


def _text(searcher: Searcher, hubs: tuple[str, ...], row: int) -> str:
    """What is held of a paper: its own text and the sentences in which it cites."""
    snapshot, scope = searcher.version.snapshot, searcher.known(hubs).scope
    _, numbers = scope.told_by(np.array([row], dtype=np.int32))
    said = (context.text for number in numbers.tolist() for context in snapshot.numbered(number).contexts)
    return " ".join((paper_text(snapshot.paper(row)), *said))
