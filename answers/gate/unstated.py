"""Amounts of a claim that its quotes do not state, or state of something else."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from answers.gate.implied import ends, implied_amounts, is_change
from answers.text.amounts import Amount, amounts_of
from answers.text.equal_amounts import comparable, equal

TELLING = 20.0  # from which a figure is its own: no other thing is likely to be counted by the same


def unstated_amounts(claim: str, quotes: str) -> tuple[Amount, ...]:
    """Those in neither the same nor another form; what "from 80 to 35" holds is no change "by 35"."""
    held = amounts_of(quotes)
    implied = _distinct(implied_amounts(quotes, held))
    changed = frozenset(ends(quotes, held))
    unchanged = _distinct(one for one in held if one not in changed)
    distinct = _distinct(held)
    return tuple(
        amount
        for amount in amounts_of(claim)
        if not _stated(amount, unchanged if is_change(claim, amount) else distinct, implied)
    )


def _distinct(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    """Each but once, wherever it stands: what is said again and again is compared a single time."""
    return tuple(dict.fromkeys(replace(one, start=0, end=0) for one in amounts))


@lru_cache(maxsize=8)
def _by_value(held: tuple[Amount, ...]) -> Mapping[tuple[str, float], Sequence[Amount]]:
    found: dict[tuple[str, float], list[Amount]] = defaultdict(list)
    for one in held:
        found[one.kind, one.value].append(one)
    return found


def _same_thing(amount: Amount, held: Iterable[Amount]) -> bool:
    """Whether one of these equal amounts is of the same thing, or both are measured."""
    return any(amount.counts.meets(one.counts) or (amount.unit and one.unit) for one in held)


def _stated(amount: Amount, held: tuple[Amount, ...], implied: tuple[Amount, ...]) -> bool:
    alike = _by_value(held).get((amount.kind, amount.value), ())
    if _same_thing(amount, (one for one in alike if equal(amount, one))):
        return True
    same = [one for one in held if equal(amount, one)]
    if _same_thing(amount, same):
        return True
    if any(equal(amount, one) for one in implied):
        return True
    if any(comparable(amount, one) and amount.counts.meets(one.counts) for one in held):
        return False
    if amount.small or not same:
        return amount.small and not _measured_otherwise(amount, held)
    return not amount.beside.stems or any(_own(amount, one) or amount.beside.meets(one.beside) for one in same)


def _measured_otherwise(amount: Amount, held: tuple[Amount, ...]) -> bool:
    """Whether the value stands there with another unit: "one hour" for "one minute"."""
    return any(amount.unit and one.unit and one.value == amount.value and not equal(amount, one) for one in held)


def _own(said: Amount, held: Amount) -> bool:
    """Whether the value alone tells that both are the same amount."""
    return said.kind == held.kind and (said.kind != "plain" or said.digit < 1 or abs(said.value) >= TELLING)
