"""Counts the citers that a "which" or "how many" question is about, judging every one of them."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answers.blurred import lowered, mark_of
from answers.evidence import Shares, blurred_share, held_in
from answers.recall import recall
from answers.values import Tally
from index.calibration import THRESHOLD
from index.passages import paper_text
from index.searcher import Judged, Searcher
from index.values import SearchRequest

UNDECIDED = 0.25  # the least chance of relevance at which a citer below the published cut is left undecided


@dataclass(frozen=True, slots=True)
class Wanted:
    """What makes a paper one of those asked for: `asked` are the shares of the question's words; one that holds none of
    the `names`, where there are any, is undecided at most; only one of the `years`, if any, can match.

    `told_alone`: relevance is not what was asked for (who disputes it? which is the newest?), so that only those cited
    match.
    """

    asked: Shares
    names: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    told_alone: bool = False


def tally(searcher: Searcher, scope: SearchRequest, wanted: Wanted, cited: Collection[str] | None) -> Tally:
    """The verdict on every citer in scope: those match that search finds relevant, and those `cited` in the answer.

    Of a refused question (`cited` is None) nothing matches: what seemed to is undecided.
    """
    snapshot, judged = searcher.version.snapshot, searcher.judged(scope)
    chances = _chances(searcher, scope.hubs, judged, wanted)
    named = [row for paper_id in sorted(cited or ()) if (row := snapshot.own(paper_id)) is not None]
    cited_in = np.isin(judged.rows, named)
    likely = (chances >= UNDECIDED) | cited_in
    relevant = np.zeros_like(likely) if wanted.told_alone else chances >= THRESHOLD
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


def _chances(searcher: Searcher, hubs: tuple[str, ...], judged: Judged, wanted: Wanted) -> NDArray[np.float64]:
    """As search reports them, lowered where a paper that may match has a word asked for in others of its stem alone, or
    none of the names; none for papers of other years."""
    chances = judged.probability.copy()
    looked_at = wanted.names or any(map(mark_of, wanted.asked))
    for place in np.flatnonzero(chances >= UNDECIDED).tolist() if looked_at else ():
        held = held_in(_text(searcher, hubs, int(judged.rows[place])))
        chance = lowered(float(chances[place]), blurred_share(wanted.asked, held))
        chances[place] = chance if not wanted.names or wanted.names & held else min(chance, UNDECIDED)
    if not wanted.years:
        return chances
    of_these = np.isin(searcher.version.snapshot.years[judged.rows], sorted(wanted.years))
    return np.where(of_these, chances, 0.0)


def _text(searcher: Searcher, hubs: tuple[str, ...], row: int) -> str:
    """What is held of a paper: its own text and the sentences in which it cites."""
    snapshot, scope = searcher.version.snapshot, searcher.known(hubs).scope
    _, numbers = scope.told_by(np.array([row], dtype=np.int32))
    said = (context.text for number in numbers.tolist() for context in snapshot.numbered(number).contexts)
    return " ".join((paper_text(snapshot.paper(row)), *said))
