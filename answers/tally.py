"""Counts the citers that a "which" or "how many" question is about, judging every one of them."""

from collections.abc import Collection

import numpy as np

from answers.recall import recall
from answers.values import Tally
from answers.wanted import UNDECIDED, Chances, Wanted
from index.calibration import THRESHOLD
from index.searcher import Searcher


def tally(searcher: Searcher, found: Chances, wanted: Wanted, cited: Collection[str] | None) -> Tally:
    """The verdict on every citer in scope: those match that search finds relevant, and those `cited` in the answer.

    Of a refused question (`cited` is None) nothing matches: what seemed to is undecided.
    """
    snapshot = searcher.version.snapshot
    judged, chances = found.judged, found.each
    if wanted.years:
        chances = np.where(np.isin(snapshot.years[judged.rows], sorted(wanted.years)), chances, 0.0)
    named = [row for paper_id in sorted(cited or ()) if (row := snapshot.own(paper_id)) is not None]
    cited_in = np.isin(judged.rows, named)
    likely = (chances >= UNDECIDED) | (cited_in & (not wanted.sorted_out))
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
