"""How likely a paper is relevant, given what both legs say, and where relevance ends."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

# A logistic regression on pairs of query and paper from SciTLDR, every third training query and its authors' own paper,
# its 20 best-scored and 20 random others; 600 one- and two-word topics taken from titles, relevant where a title names
# them; and 600 biomedical questions, for which nothing there is relevant. Half of the pairs of sentences and questions
# were repeated with a random share of their words withheld, so that the cosine counts for something on its own.
# On the other half of the queries: expected calibration error 0.003, and nothing relevant for any of the questions.
INTERCEPT, COSINE, COVERAGE, SHORT = -13.291, 12.420, 8.849, 5.308
THRESHOLD = 0.3

# The same for pairs of whole papers, on the 24 shared CSFCube queries: a grade of 2 or 3, against lower ones and papers
# drawn at random. Beside the cosine, shared words said nothing more.
PAIR_INTERCEPT, PAIR_COSINE = -9.866, 12.402


def probabilities(cosine: Scores, coverage: Scores, asked: int) -> Scores:
    """The chance of relevance, in (0, 1), rounded to six decimals.

    `coverage` is the share of the query's telling weight that the paper holds; `asked` counts the query's stems, for a
    cosine with a word or two is lower than one with a sentence.
    """
    logit = INTERCEPT + COSINE * cosine + COVERAGE * coverage + SHORT / max(asked, 1)
    return np.round(1 / (1 + np.exp(-logit)), 6)


def pair_probabilities(cosine: Scores) -> Scores:
    """The chance that a paper is related to another, given how alike the two are, rounded to six decimals."""
    return np.round(1 / (1 + np.exp(-(PAIR_INTERCEPT + PAIR_COSINE * cosine))), 6)
