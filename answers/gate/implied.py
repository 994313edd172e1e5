"""Amounts that a text implies: the share in "18 of 46", and the change in "from 80% to 84%"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from answers.text.amounts import Amount

OF = re.compile(r"\s(?:[a-z-]{1,20}\s)?(?:out\s)?of\s(?:the\s|all\s|these\s|those\s)?|\s?/\s?", re.IGNORECASE)
# Before and after the whole in "of 48 hives, 12 swarmed"; no other number or clause stands between.
OUT_OF = re.compile(r"(?:^|[.;:(]\s?|\bout\s)of\s(?:the\s|all\s|these\s|those\s)?$", re.IGNORECASE)
THEN = re.compile(r"\s[^.;:,()\d]{1,60},\s(?:only\s|about\s)?")
FROM = re.compile(r"\bfrom\s(?:about\s|around\s)?$", re.IGNORECASE)
TO = re.compile(r"\s?(?:[^\s\d,;.]{1,15}\s){0,2}to\s(?:about\s|around\s)?", re.IGNORECASE)
BY = re.compile(r"\bby\s(?:[a-z]{1,15}\s){0,2}$", re.IGNORECASE)
BESIDE = re.compile(r"[^.;\d]{0,60}\b(?:compared\s(?:to|with)|versus|vs\.?|against)\s[^.;\d]{0,40}", re.IGNORECASE)
BEFORE = 40  # characters before an amount in which what leads up to it stands
PARTS = 9  # digits to which a difference is rounded: decimal fractions are not exact


def implied_amounts(text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    return filter(None, (_implied(text, first, second) for first, second in pairwise(amounts)))


def _implied(text: str, first: Amount, second: Amount) -> Amount | None:
    """What two amounts that follow each other come to, where they are a part and its whole, or a change."""
    if _whole_first(text, first, second):
        return _share(second, first)
    if _part_first(text, first, second):
        return _share(first, second)
    if _changes(text, first, second) or _compared(text, first, second):
        return _difference(first, second)
    return None


def _difference(first: Amount, second: Amount) -> Amount:
    kind = "points" if second.kind == "percent" else second.kind
    return replace(second, value=round(abs(first.value - second.value), PARTS), kind=kind, hedge="")


def _whole_first(text: str, whole: Amount, part: Amount) -> bool:
    """Whether a part is counted after what it is of: "of the 48 hives, 12"."""
    led = OUT_OF.search(text[max(0, whole.start - BEFORE) : whole.start])
    then = THEN.fullmatch(text, whole.end, part.start)
    return bool(led and then) and whole.unit is None and _within(part, whole)


def _part_first(text: str, part: Amount, whole: Amount) -> bool:
    return OF.fullmatch(text, part.end, whole.start) is not None and _within(part, whole)


def _within(part: Amount, whole: Amount) -> bool:
    counted = part.kind == whole.kind == "plain" and part.unit is None
    return counted and 0 <= part.value <= whole.value != 0


def _share(part: Amount, whole: Amount) -> Amount:
    value = 100 * part.value / whole.value
    return replace(part, value=value, kind="percent", counts=whole.counts, share=True, counting=False)


def ends(text: str, amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """Those from which and to which something changes."""
    return tuple(one for pair in pairwise(amounts) if _changes(text, *pair) for one in pair)


def is_change(text: str, amount: Amount) -> bool:
    """Whether something changes by it."""
    return BY.search(text[max(0, amount.start - BEFORE) : amount.start]) is not None


def _compared(text: str, first: Amount, second: Amount) -> bool:
    """Whether a share is set beside another: "79% compared to 84%"."""
    return first.kind == second.kind == "percent" and BESIDE.fullmatch(text, first.end, second.start) is not None


def _changes(text: str, first: Amount, second: Amount) -> bool:
    led = FROM.search(text[max(0, first.start - BEFORE) : first.start])
    same = first.kind == second.kind and (first.unit is None or second.unit is None or first.unit == second.unit)
    return same and led is not None and TO.fullmatch(text, first.end, second.start) is not None
