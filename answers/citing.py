"""Which of the judged papers a survey cites: those that make the most of precision and recall together."""

import math
from collections.abc import Sequence

from answers.evidence import Evidence, says_what_it_is
from answers.found import CANDIDATES
from answers.questions.question import Question
from answers.refusal import ANSWERS, chance, crowd_of, strength
from answers.text.logistic import logistic

# Logistic regression on 48 questions with the passages that experts cite, each asked of its own passages and of these
# mixed with those of 1, 3, 10 and 47 other questions: figures for these questions are of what was fitted.
INTERCEPT, CLOSEST, WHOLE, COVERED = 10.22, 3.15, 3.83, 1.82
BELOW, LEAST, FEW = -0.30, -0.40, -3.98
HARDLY = 0.3  # a paper with less of a chance to be cited is hardly about the question
TERSELY = 0.15  # nor is one of less relevance, as search reports it, to a question of a few words
WORDLESS = 0.35  # cosine from which a paper is about a question of which it has no word
AS_GOOD = 0.98  # all that was read is cited where that promises this share of the best F1


def to_cite(judged: Sequence[Evidence], papers: int, most: int, *, terse: bool) -> list[Evidence]:
    """At most so many of the judged papers, found among `papers`, the likeliest to be cited first.

    Where every paper was read, those are left out that would not answer by themselves; where some were, those that are
    hardly about the question.
    """
    if not judged:
        return []
    chances, crowd = dict(zip(judged, _chances(judged, papers), strict=True)), crowd_of(judged, papers)
    whole = papers <= CANDIDATES
    ordered = sorted(judged, key=lambda one: -chances[one])
    if whole:
        ordered = [one for one in ordered if _speaks(one, crowd)]
    chosen = ordered[: min(best_count([chances[one] for one in ordered]), most)]
    if whole:
        return chosen
    return [one for one in chosen if chances[one] >= HARDLY and (not terse or one.probability >= TERSELY)]


def that_define(question: Question, judged: Sequence[Evidence], cited: Sequence[Evidence]) -> list[Evidence]:
    """The judged papers beside those cited that say what the question asks to be defined."""
    if question.kind != "definition":
        return []
    others = [one for one in judged if one not in cited]
    return [one for one in others if any(says_what_it_is(question, said) for said in one.sentences)]


def _speaks(one: Evidence, crowd: float) -> bool:
    return chance(one, crowd) >= ANSWERS and (one.coverage > 0 or one.cosine >= WORDLESS)


def best_count(chances: Sequence[float]) -> int:
    """How many of the papers with these chances to belong, falling, to cite for the highest F1 to be expected.

    The expected F1 is taken as the ratio of what is expected above and below its line; Lipton, Elkan and Narayanaswamy
    2014 have why the best set is the likeliest papers down to half of the F1 that it reaches.
    """
    whole = math.fsum(chances)
    promised = [2 * math.fsum(chances[:k]) / (k + whole) for k in range(1, len(chances) + 1)]
    best = max(promised, default=0.0)
    if not chances or promised[-1] >= AS_GOOD * best:
        return len(chances)
    return promised.index(best) + 1


def _chances(judged: Sequence[Evidence], papers: int) -> list[float]:
    """A paper's own closeness, how far it stands below the best, and how much there is that is not on the matter.

    A few papers, of which the last is still close, are about the question as a whole.
    """
    strengths = [strength(one) for one in judged]
    best, least = max(strengths), min(strengths)
    scope = INTERCEPT + LEAST * least + FEW * math.log(min(max(papers, 1), CANDIDATES))
    return [
        _chance(scope + CLOSEST * one.cosine + WHOLE * one.whole + COVERED * one.coverage + BELOW * (best - own))
        for one, own in zip(judged, strengths, strict=True)
    ]


def _chance(logit: float) -> float:
    return round(logistic(logit), 9)
