"""How likely a paper is relevant, given what both legs say, and where relevance ends."""

import math
from dataclasses import dataclass

import numpy as np

from index.arrays import Scores

# A logistic regression of pairs of query and paper in hubs drawn at random, of 10, 30, 100 and 1,000 papers, with the
# papers sought and without them: TL;DRs, topics named by titles, questions, claims, and questions off the subject.
# `python -m eval.calibrate DATA` draws the hubs, fits these and prints how well they hold; see docs/ranking.md.
INTERCEPT, COSINE, LIFT, COVERAGE, SHORT = -0.928, 2.437, 2.948, 6.340, -4.070
STANDING, CROWD, SHORT_CROWD = 0.857, -1.165, 0.951
THRESHOLD = 0.3  # the least of 0.25, 0.3, ... at which 98 % of the questions off the subject find nothing
LOWEST_STANDING, HIGHEST_STANDING = -3.0, 6.0
LARGEST_CROWD = 10_000
LEAST_CHANCE = 1e-6  # as far as chances are told apart

# The same for pairs of whole papers, on the 24 shared CSFCube queries: a grade of 2 or 3, against lower ones and papers
# drawn at random. Beside the cosine, shared words said nothing more.
PAIR_INTERCEPT, PAIR_COSINE = -9.866, 12.402


@dataclass(frozen=True, slots=True)
class Background:
    """What cosines with this query are like among the papers in scope, whatever the filters."""

    mean: float
    deviation: float
    papers: int


def background(cosine: Scores) -> Background:
    if cosine.size == 0:
        return Background(0.0, 0.0, 0)
    return Background(float(cosine.mean()), float(cosine.std()), cosine.size)


def probabilities(cosine: Scores, closest: Scores, coverage: Scores, asked: int, among: Background) -> Scores:
    """The chance of relevance, in (0, 1), rounded to six decimals.

    `closest` is the cosine of the closest sentence where that is above the whole paper's, which is `cosine`;
    `coverage` is the share of the query's telling weight that the paper holds; `asked` counts its telling words.
    """
    constants = (COSINE, LIFT, COVERAGE, SHORT, STANDING, CROWD, SHORT_CROWD)
    columns = features(cosine, closest, coverage, asked, among)
    logit, same = np.zeros(cosine.shape), INTERCEPT
    for constant, column in zip(constants, columns, strict=True):
        if isinstance(column, float):
            same += constant * column
        else:
            logit += constant * column
    logit += same
    return chances(logit)


def chances(logit: Scores) -> Scores:
    """To six decimals."""
    found = np.exp(-logit)
    found += 1
    np.divide(1, found, out=found)
    return np.round(found, 6, out=found)


def lowered(chance: Scores, share: float) -> Scores:
    """The chance of papers that turn out to hold so much less of the query's telling weight."""
    known = np.clip(chance, LEAST_CHANCE, 1 - LEAST_CHANCE)
    return chances(np.log(known / (1 - known)) - COVERAGE * share)


def features(
    cosine: Scores, closest: Scores, coverage: Scores, asked: int, among: Background
) -> tuple[Scores | float, ...]:
    """What the constants weigh, in their order: a value for each paper, or one for all.

    A cosine with a word or two is lower than one with a sentence, so it also counts how far it stands out in its scope;
    and the more papers there are, the more come close by accident, to a sentence rather than to a word.
    """
    standing = np.clip((cosine - among.mean) / (among.deviation + 1e-6), LOWEST_STANDING, HIGHEST_STANDING)
    short, crowd = 1 / max(asked, 1), math.log(min(max(among.papers, 1), LARGEST_CROWD))
    return cosine, closest - cosine, coverage, short, standing, crowd, short * crowd


def pair_probabilities(cosine: Scores) -> Scores:
    """The chance that a paper is related to another, given how alike the two are, rounded to six decimals."""
    return chances(PAIR_INTERCEPT + PAIR_COSINE * cosine)
