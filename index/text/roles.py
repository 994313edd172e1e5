"""Which sentences of an abstract speak of background, method or result, told by their cues and their place."""

import re
from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from corpus.sentences import sentence_spans
from index.values import Facet

Chances = NDArray[np.float64]

ROLES: tuple[Facet, ...] = tuple(facet for facet in get_args(Facet) if facet != "all")

# What each cue found in a sentence adds for background, method and result. A logistic regression, rounded, on the
# labels that a machine gave the sentences of CSFCube's 2,259 papers that no query's pool holds; what a paper sets out
# to do counts there as background. It agrees with four labels in five of the papers left out of the fit.
CUES: tuple[tuple[str, tuple[float, float, float]], ...] = (
    (r"(is|are) to|goals?|aims?|purpose|objectives?", (1.2, -0.1, -1.1)),
    (r"(this|the present) (paper|work|article|study|thesis|report)", (1.1, -0.5, -0.7)),
    (
        r"we (\w+ly |also )?(propose|present|introduce|address|investigate|study|consider|explore)"
        r"|is (proposed|presented|introduced)",
        (0.6, 0.0, -0.6),
    ),
    (
        r"many|often|such|most|recent|recently|traditional|existing|current|previous|typically|usually|widely|important"
        r"|challeng\w+|difficult|popular|however|despite|although|(has|have) (been|become)|there (is|are)",
        (0.5, -0.4, -0.1),
    ),
    (r"they|these|it|or|not", (0.3, -0.1, -0.1)),
    (r"then|first|firstly|second|next|finally|each|given|where", (-0.4, 0.4, -0.1)),
    (
        r"methods?|algorithms?|approach(es)?|models?|frameworks?|techniques?|networks?|systems?|architectures?|process"
        r"|procedure",
        (-0.2, 0.5, -0.3),
    ),
    (r"we", (-0.6, 0.6, 0.0)),
    (r"our", (-0.4, 0.1, 0.3)),
    (
        r"use[sd]?|using|based on|appl(y|ies|ied)|learns?|trained|extract\w*|construct\w*|comput\w+|combin\w+|consists?"
        r"|describe[sd]?|develop(s|ed)?|build|allows?|generat\w+|into|from",
        (-0.1, 0.4, -0.3),
    ),
    (r"results?|findings?|experiments?|experimental(ly)?|empirical(ly)?|evaluation", (-0.5, -0.4, 0.9)),
    (
        r"find|found|shows?|showed|shown|demonstrates?|demonstrated|observed?|reveals?|indicates?|suggests?|conclude",
        (-0.4, -0.4, 0.8),
    ),
    (
        r"evaluated?|compared?|comparison|tested|outperform\w*|achiev\w+|obtain\w*|yields?|improv\w+|reduc\w+",
        (-0.5, 0.0, 0.4),
    ),
    (
        r"performance|accuracy|significant(ly)?|better|best|than|state[- ]of[- ]the[- ]art|f1|bleu|baselines?"
        r"|effective(ness)?",
        (-0.1, -0.3, 0.4),
    ),
    (r"that", (-0.1, -0.1, 0.2)),
    (r"was|were", (-0.5, 0.0, 0.6)),
)
NUMBER, NUMBER_ADDS = re.compile(r"\d"), (-0.4, 0.0, 0.3)
MEASURED, MEASURED_ADDS = re.compile(r"\d\s?%|\d\.\d"), (0.1, -0.4, 0.4)
PATTERNS = (
    *((re.compile(rf"\b({cue})\b", re.IGNORECASE), adds) for cue, adds in CUES),
    (NUMBER, NUMBER_ADDS),
    (MEASURED, MEASURED_ADDS),
)
# The place runs from 0 to 1, a sentence standing at its middle; what it adds is a curve, with steps at both ends.
BASE, PLACE, SQUARED = (3.3, -0.3, -3.0), (-4.6, 3.5, 1.1), (-1.2, -2.4, 3.5)
OPENING, CLOSING = (1.5, -0.8, -0.7), (-0.1, -1.3, 1.4)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def role_chances(sentences: Sequence[str]) -> Chances:
    """A row for each sentence of one abstract: the chances, adding up to 1, that it plays each of ROLES."""
    weights = np.array([_weights(text, at, len(sentences)) for at, text in enumerate(sentences)]).reshape(-1, 3)
    odds = np.exp(weights)
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _weights(sentence: str, at: int, of: int) -> Chances:
    place = (at + 0.5) / of
    found = [adds for pattern, adds in PATTERNS if pattern.search(sentence)]
    ends = [adds for adds, here in ((OPENING, at == 0), (CLOSING, at == of - 1)) if here]
    summed = np.sum([BASE, *found, *ends], axis=0) + place * np.array(PLACE) + place**2 * np.array(SQUARED)
    return np.asarray(summed)
