"""What tuning found, as a manifest keeps it: how wide to look, and what each width finds."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """With so many candidates, the share of the nearest ten that is found, and the median milliseconds of a search."""

    candidates: int
    recall: float
    ms: float


@dataclass(frozen=True, slots=True)
class Tuned:
    """`candidates` is the width in use, `recall` the share of the nearest ten that it was measured to find."""

    candidates: int
    recall: float
    steps: tuple[Step, ...]


def tuned(steps: Sequence[Step], target: float) -> Tuned:
    """One step wider than the first that reaches the target, for other questions are not these; or else the last."""
    reached = next((place for place, step in enumerate(steps) if step.recall >= target), len(steps))
    used = steps[min(reached + 1, len(steps) - 1)]
    return Tuned(used.candidates, used.recall, tuple(steps))
