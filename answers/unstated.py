"""Amounts of a claim that its quotes do not state, or state of something else."""

from answers.amounts import Amount, amounts_of
from answers.equal_amounts import comparable, equal
from answers.implied import ends, implied_amounts, is_change

TELLING = 20.0  # from which a figure is its own: no other thing is likely to be counted by the same


def unstated_amounts(claim: str, quotes: str) -> tuple[Amount, ...]:
    """Those in neither the same nor another form; what "from 80 to 35" holds is no change "by 35"."""
    held = amounts_of(quotes)
    implied = tuple(implied_amounts(quotes, held))
    changed = ends(quotes, held)
    unchanged = tuple(one for one in held if one not in changed)
    return tuple(
        amount
        for amount in amounts_of(claim)
        if not _stated(amount, unchanged if is_change(claim, amount) else held, implied)
    )


def _stated(amount: Amount, held: tuple[Amount, ...], implied: tuple[Amount, ...]) -> bool:
    same = [one for one in held if equal(amount, one)]
    if any(amount.counts.meets(one.counts) or (amount.unit and one.unit) for one in same):
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
