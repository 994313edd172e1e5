"""The logistic function, of one number."""

import math


def logistic(logit: float) -> float:
    """The chance, in (0, 1), of which this is the logit."""
    return 1 / (1 + math.exp(-logit))
