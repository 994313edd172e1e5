"""One score from two legs: a convex combination of closeness in meaning and of BM25 over its bound."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays import Scores
from index.values import Mode

# Chosen on SciTLDR's train half among 20,000 further abstracts, and flat around here: MRR@10 stays within 0.002 from
# 0.45 to 0.5 of meaning and from 0.3 to 0.7 of the closest sentence; docs/ranking.md has the figures.
SEMANTIC_SHARE = 0.45
CLOSEST_SHARE = 0.7  # of meaning: what the closest sentence counts beside the paper as a whole

# What the sentences in which a paper cites the hub count beside the paper's own words, which alone stand against them
# where nothing is ranked by meaning.
CONTEXT_WEIGHT: dict[Mode, float] = {"lexical": 0.5, "hybrid": 0.75, "semantic": 0.0}


@dataclass(frozen=True, slots=True)
class Fused:
    """What each leg and a reranker, if there is one, add, row by row, to six decimals; `scores` are the sums."""

    semantic: Scores
    lexical: Scores
    scores: Scores
    reranked: Scores | None = None

    def put(self, places: NDArray[np.intp], semantic: Scores) -> None:
        """Has meaning add something else in these places, before there is a reranker."""
        self.semantic[places] = semantic
        self.scores[places] = _sum(semantic, self.lexical[places])


def fused(semantic: Scores, lexical: Scores, reranked: Scores | None = None) -> Fused:
    scores = _sum(semantic, lexical)
    return Fused(semantic, lexical, scores if reranked is None else _sum(semantic + lexical, reranked), reranked)


def _sum(one: Scores, other: Scores) -> Scores:
    total = one + other
    return np.round(total, 6, out=total)


def semantic_part(meaning: Scores, mode: Mode) -> Scores:
    """What closeness in meaning adds to a score."""
    part = _share(mode) * meaning
    return np.round(part, 6, out=part)


def lexical_part(matched: Scores, mode: Mode) -> Scores:
    """What words add. `matched` is BM25 over what no paper's own words can score, so in [0, 1], and more where citing
    sentences add."""
    part = (1 - _share(mode)) * matched
    return np.round(part, 6, out=part)


def _share(mode: Mode) -> float:
    return {"semantic": 1.0, "lexical": 0.0, "hybrid": SEMANTIC_SHARE}[mode]


def meaning(cosine: Scores, closest: Scores) -> Scores:
    """How close a paper is in meaning: by its cosine as a whole and by that of its closest sentence."""
    return np.round((1 - CLOSEST_SHARE) * cosine + CLOSEST_SHARE * closest, 6)


def rounded(scores: NDArray[np.floating]) -> Scores:
    """To six decimals: what differs beyond is the order of additions, not relevance."""
    found = scores.astype(np.float64)
    return np.round(found, 6, out=found)
