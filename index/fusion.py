"""One score from two legs: a convex combination of closeness in meaning and of BM25 over its bound."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.values import Mode

Scores = NDArray[np.float64]

# Chosen on SciTLDR's train half among 20,000 further abstracts, and flat around here: MRR@10 stays within 0.002 from
# 0.45 to 0.5 of meaning and from 0.3 to 0.7 of the closest sentence; docs/ranking.md has the figures.
SEMANTIC_SHARE = 0.45
CLOSEST_SHARE = 0.7  # of meaning: what the closest sentence counts beside the paper as a whole

# What the sentences in which a paper cites the hub count beside the paper's own words, which alone stand against them
# where nothing is ranked by meaning.
CONTEXT_WEIGHT: dict[Mode, float] = {"lexical": 0.5, "hybrid": 0.75, "semantic": 0.0}


@dataclass(frozen=True, slots=True)
class Fused:
    """What each leg adds, row by row, rounded to six decimals, and a reranker if there is one; a score is their sum."""

    semantic: Scores
    lexical: Scores
    reranked: Scores | None = None

    @property
    def scores(self) -> Scores:
        legs = self.semantic + self.lexical
        if self.reranked is not None:
            legs += self.reranked
        return np.round(legs, 6, out=legs)


def fuse(meaning: Scores, matched: Scores, mode: Mode) -> Fused:
    """`matched` is BM25 over what no paper's own words can score, so in [0, 1], and more where citing sentences add."""
    share = {"semantic": 1.0, "lexical": 0.0, "hybrid": SEMANTIC_SHARE}[mode]
    return Fused(np.round(share * meaning, 6), np.round((1 - share) * matched, 6))


def meaning(cosine: Scores, closest: Scores) -> Scores:
    """How close a paper is in meaning: by its cosine as a whole and by that of its closest sentence."""
    return np.round((1 - CLOSEST_SHARE) * cosine + CLOSEST_SHARE * closest, 6)


def rounded(scores: NDArray[np.floating]) -> Scores:
    """To six decimals: what differs beyond is the order of additions, not relevance."""
    found = scores.astype(np.float64)
    return np.round(found, 6, out=found)
