"""Judges a set of claims by the gate that answers pass, with the models of a data folder."""

from collections.abc import Callable
from contextlib import ExitStack

from answers.gate.claim_text import sentences_of
from answers.gate.gate import Draft, Gate, checked_by
from answers.models.generated import consulted
from corpus.values import Paper
from eval.claims import ClaimSet, judge_claims
from eval.figures import Report
from service.choice import EmbedderOpener, model_of, writing_models
from service.lock import WriterLock
from service.settings import Settings


def judged(settings: Settings, opener: EmbedderOpener | None, claims: ClaimSet) -> Report:
    """Keeps only vectors in the data folder. What `settings` name checks beside the built-in rules."""
    with ExitStack() as parts:
        parts.callback(WriterLock(settings.data).release)
        models = writing_models(settings, opener or model_of, parts)
        gate = checked_by(models.papers.exact, models.entailment)
        return judge_claims(claims, lets_through(gate), checker=gate.name)


def lets_through(gate: Gate) -> Callable[[str, Paper], bool]:
    """Whether a claim passes whole, every sentence of it."""

    def passes(text: str, paper: Paper) -> bool:
        shown = {sentence.casefold() for sentence in sentences_of(text)}
        return 0 < len(shown) == len(gate.passed([Draft(text, (0,))], [consulted(paper)]))

    return passes
