"""Whether the citers answer a question at all, how sure that is, and what to say when they do not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from answers.absence import UNKNOWN
from answers.evidence import Evidence, Scored
from answers.question import Question
from answers.vocabulary import Vocabulary
from answers.wording import states_amount, states_count
from index.tokens import stems
from index.values import Hit

# Logistic regression on half of 515 biomedical questions and of 460 reviewers' one-sentence summaries, each asked of
# hubs of 30 and of hundreds with the paper that answers and without it, and of off-topic questions.
INTERCEPT, COSINE, COVERED, CROWD = -4.06, 13.2, 6.0, -0.82
LARGEST_CROWD = 20_000  # sentences, beyond what was fitted
ANSWERS = 0.25


@dataclass(frozen=True, slots=True)
class Refusal:
    """`reason` is one short clause; `missing` is a sentence for the reader, in the question's own words."""

    reason: str
    missing: str


def chance(evidence: Evidence, crowd: float) -> float:
    """The calibrated chance that a paper answers: the more sentences in scope, the closer one comes by accident."""
    logit = INTERCEPT + COSINE * evidence.cosine + COVERED * evidence.coverage
    return 1 / (1 + math.exp(-(logit + CROWD * math.log(min(max(crowd, 1.0), LARGEST_CROWD)))))


def answering(judged: Sequence[Evidence], papers: int) -> list[Evidence]:
    """The judged papers, found among so many `papers`, that are likely enough to answer."""
    each = sum(len(one.sentences) + 1 for one in judged) / len(judged) if judged else 0.0
    return [one for one in judged if chance(one, papers * each) >= ANSWERS]


def fits(question: Question, scored: Scored) -> bool:
    """Whether the sentence can answer the question: one that asks only for an amount wants that amount."""
    if question.counted:
        return states_count(scored.sentence.text, question.counted)
    return states_amount(scored.sentence.text) if question.amount_only else True


def refusal(
    question: Question, near: Sequence[Evidence], hits: Sequence[Hit], vocabulary: Vocabulary
) -> Refusal | None:
    """Why the papers that come `near` among the hits cannot answer the question, if they cannot."""
    if not question.concepts:
        return Refusal("the question names nothing to look for", "The question names nothing to look for.")
    if not hits:
        return Refusal("no citing paper is in scope", "There is no citing paper to answer from.")
    return None if near else _unanswered(question, vocabulary)


def unstated(question: Question) -> Refusal:
    """The papers are there, but no sentence of theirs states the amount that was asked for."""
    what = f"the number of {' '.join(question.counted)}" if question.counted else "the amount asked for"
    return Refusal(f"no sentence states {what}", f"No citing paper found states {what}.")


def _unanswered(question: Question, vocabulary: Vocabulary) -> Refusal:
    absent = [concept for concept in question.concepts if vocabulary.unknown_share(stems(concept)) >= UNKNOWN]
    if not absent:
        told = "no citing paper comes close enough to answer the question"
        return Refusal(told, f"{told.capitalize()}.")
    named = ", ".join(f"“{concept}”" for concept in absent[:3])
    return Refusal(f"no citing paper is about {named}", f"No citing paper found is about {named}.")
