"""Whether two amounts are the same, said in other units, rounded, or bounded."""

from math import inf, isclose

from answers.text.amounts import Amount
from answers.text.units import alike
from index.text.tokens import stem

CONVERTED = 0.025  # by which an amount may differ from one in another unit: months and gigabytes are not all alike
ROUGHLY = 0.1  # of its value by which what is said to be about an amount may differ, at most
POINTS = 4.0  # by which it may where the amount is a share, at most
EXACTLY = 0.5  # by which a share in words may differ from one in figures
WHOLE = 0.1  # by which a figure with decimals may differ from the whole number that is said for it
# Beside a figure that may be written as a part of 1 or in percent.
_SCORES = "accuracy f score scores precision recall share rate sensitivity specificity"
SCORES = frozenset(map(stem, _SCORES.split()))
WIDEST = 50.0  # points between a share in words and what it bounds


def comparable(said: Amount, held: Amount) -> bool:
    """Whether both are of one kind and dimension, as far as both say; a figure of what is not counted may be either."""
    if said.kind == held.kind:
        return said.unit is None or held.unit is None or alike(said.unit, held.unit)
    plain, other = (said, held) if said.kind == "plain" else (held, said)
    return plain.kind == "plain" and plain.unit is None and not plain.counting and not other.share


def equal(said: Amount, held: Amount) -> bool:
    if not comparable(said, held):
        return False
    value, converted = held.value, False
    if said.unit and held.unit and said.unit.factor != held.unit.factor:
        value, converted = held.value * held.unit.factor / said.unit.factor, True
    if isclose(value, said.value, rel_tol=1e-9) or _same_score(said, held):
        return True
    if not (said.hedge or said.share or held.share or converted or held.digit < said.digit):
        return False  # nothing lets it differ
    if converted and said.hedge == "" and not isclose(value, said.value, rel_tol=CONVERTED):
        return False
    least, most = _reach(said, held, rounded=converted)
    return least <= value <= most


def _same_score(said: Amount, held: Amount) -> bool:
    """Whether one is a score of at most 1 and the other the same in percent: 0.92 and 92%."""
    if {said.kind, held.kind} != {"plain", "percent"} or SCORES.isdisjoint(said.beside.stems | held.beside.stems):
        return False
    plain, percent = (said, held) if said.kind == "plain" else (held, said)
    return plain.digit < 1 and plain.value <= 1 and isclose(100 * plain.value, percent.value, rel_tol=1e-9)


def _reach(said: Amount, held: Amount, *, rounded: bool) -> tuple[float, float]:
    """The least and the most that may be meant."""
    value, step = said.value, _step(said)
    whole = step * (1 - 1e-9)  # a whole step away another amount would have been said
    match said.hedge:
        case "about":
            slack = _roughly(said)
        case "nearly":
            return value - _roughly(said, step), value
        case "under":
            return value - (_far(said, held) or whole), value
        case "over":
            return value, value + (_far(said, held) or whole)
        case _:
            inexact = said.share or held.share or rounded
            slack = EXACTLY * said.digit if inexact else _shortened(said, held)
    return value - slack, value + slack


def _shortened(said: Amount, held: Amount) -> float:
    """How far apart they may be where decimals are left out and two digits at least are kept; as a whole number only
    what nearly is one is said."""
    if not held.digit < said.digit <= 1 or abs(said.value) < 10 * said.digit:
        return 0.0
    return said.digit * (EXACTLY if said.digit < 1 else WHOLE)


def _far(said: Amount, held: Amount) -> float:
    """How far from a round bound an amount may be that is no bound itself: 3.2 is less than 5, as 1 is hardly said to
    be."""
    round_one = 0 < said.value < 10 * _step(said) and said.digit <= max(1, said.value)
    return said.value / 2 if round_one and not said.share and held.hedge in {"", "about"} else 0.0


def _roughly(said: Amount, most: float = inf) -> float:
    if said.share:
        return min(ROUGHLY * said.value, POINTS)
    if most < inf:
        return min(ROUGHLY * abs(said.value), most)
    return max(said.digit / 2, min(_step(said) / 2, ROUGHLY * abs(said.value)))


def _step(said: Amount) -> float:
    """What the last digit that is not nought is worth: 1,000 in 32,000."""
    if said.share:
        return min(WIDEST, said.value)
    step = said.digit
    while said.value and said.digit >= 1 and said.value % (10 * step) == 0:
        step *= 10
    return step
