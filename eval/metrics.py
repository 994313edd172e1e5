"""What the figures mean: rankings by ir_measures, sets at the published cut, and calibration."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ir_measures import Measure

Grades = Mapping[str, int]

BINS = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for one query: the data set's ids, best first, their probabilities, and the published set."""

    paper_ids: tuple[str, ...]
    probabilities: tuple[float, ...]
    relevant: frozenset[str]


def ranking_figures(
    rankings: Mapping[str, Ranking], grades: Mapping[str, Grades], squarely: int
) -> dict[str, dict[str, float]]:
    """Per figure, the value of each query that has a paper to find.

    nDCG takes the grade as gain; the others count papers of grade `squarely` or more.
    """
    from ir_measures import AP, RR, R, nDCG  # slow to import, and most who know of this module measure nothing

    graded = {qid: dict(grades[qid]) for qid in rankings if _reaches(grades[qid], 1)}
    found = {qid: dict(grades[qid]) for qid in rankings if _reaches(grades[qid], squarely)}
    first_ten = {qid: Ranking(rank.paper_ids[:10], (), frozenset()) for qid, rank in rankings.items()}
    return {
        "nDCG@10": _measured(nDCG @ 10, graded, rankings),
        "recall@1": _measured(R(rel=squarely) @ 1, found, rankings),
        "recall@10": _measured(R(rel=squarely) @ 10, found, rankings),
        "recall@100": _measured(R(rel=squarely) @ 100, found, rankings),
        "MRR@10": _measured(RR(rel=squarely), found, first_ten),
        "MAP": _measured(AP(rel=squarely), found, rankings),
    }


def _reaches(grades: Grades, least: int) -> bool:
    return any(grade >= least for grade in grades.values())


def _measured(
    measure: "Measure", grades: Mapping[str, dict[str, int]], rankings: Mapping[str, Ranking]
) -> dict[str, float]:
    from ir_measures import pytrec_eval

    if not grades:
        return {}
    # Scores fall with the rank, so that the library keeps our order where ours are equal.
    scores = {
        qid: {paper_id: float(-place) for place, paper_id in enumerate(rankings[qid].paper_ids)} for qid in grades
    }
    values = {each.query_id: float(each.value) for each in pytrec_eval.iter_calc([measure], grades, scores)}
    return {qid: values.get(qid, 0.0) for qid in grades}


def ndcg_of_pool(paper_ids: Sequence[str], grades: Grades, share: float = 0.2) -> float | None:
    """nDCG over the first `share` of the judged pool, with CSFCube's gain: grade 1 + sum of grade i / log2(i), i > 1.

    None where nothing in the pool is relevant.
    """
    cut = max(1, int(share * len(grades)))
    ideal = _discounted(sorted(grades.values(), reverse=True)[:cut])
    return _discounted([grades[paper_id] for paper_id in paper_ids[:cut]]) / ideal if ideal else None


def _discounted(gains: Sequence[int]) -> float:
    return float(sum(gain / max(1.0, math.log2(place)) for place, gain in enumerate(gains, start=1)))


def set_figures(relevant: frozenset[str], grades: Grades, squarely: int) -> dict[str, float]:
    """How good the published set is, by the query's grades; papers without one are not relevant.

    A paper that only touches the subject (grade 1) is no mistake in the set and is not missed by it either; the
    F1 is strict and counts squarely relevant papers alone. Nothing published is a precision of 0. Where nothing is
    relevant there is one figure: whether nothing was published.
    """
    touching = {paper_id for paper_id, grade in grades.items() if grade >= 1}
    square = {paper_id for paper_id, grade in grades.items() if grade >= squarely}
    if not touching:
        return {"empty set when nothing is relevant": float(not relevant)}
    figures = {"set precision": _share(relevant & touching, relevant)}
    if square:
        strict, recall = _share(relevant & square, relevant), _share(relevant & square, square)
        figures |= {
            "set precision, squarely": strict,
            "set recall, squarely": recall,
            "set F1, squarely": 2 * strict * recall / (strict + recall) if strict + recall else 0.0,
        }
    return figures


def _share(part: Iterable[str], whole: Iterable[str]) -> float:
    return len(set(part)) / (len(set(whole)) or 1)


def calibration_row(ranking: Ranking, grades: Grades, least: int) -> tuple[float, ...]:
    """What one query adds to a calibration error: per bin of probability, the papers, their probabilities, the hits."""
    bins = np.zeros((BINS, 3))
    for paper_id, probability in zip(ranking.paper_ids, ranking.probabilities, strict=True):
        place = min(int(probability * BINS), BINS - 1)
        bins[place] += (1.0, probability, grades.get(paper_id, 0) >= least)
    return tuple(float(number) for number in bins.ravel())


def calibration_error(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Expected calibration error of summed rows (…, 3 * BINS): |probability - share relevant|, weighted by papers."""
    bins = sums.reshape(*sums.shape[:-1], BINS, 3)
    papers = np.maximum(bins[..., 0].sum(axis=-1), 1.0)
    gaps: NDArray[np.float64] = np.abs(bins[..., 1] - bins[..., 2]).sum(axis=-1) / papers
    return gaps
