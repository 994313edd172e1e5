"""The amounts that a text states: "three", "3", "12 %", "1.3B", "10-fold" as values of a kind, with what they count."""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from typing import Literal

from answers.text.hedges import Hedge, hedge
from answers.text.number_words import ONE_IN, ORDERS, SPELT, Spelt, orders_of_magnitude, spelt_numbers
from answers.text.units import Unit, unit_at
from answers.text.wordlists import FUNCTION_WORDS
from index.text.tokens import stem

Kind = Literal["plain", "percent", "points", "multiple"]

TIMES = {"twice": 2.0, "double": 2.0, "doubles": 2.0, "doubled": 2.0, "doubling": 2.0, "triple": 3.0, "triples": 3.0,
         "tripled": 3.0, "thrice": 3.0, "quadruple": 4.0, "quadruples": 4.0}  # fmt: skip
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "b": 1e9, "bn": 1e9,
          "trillion": 1e12}  # fmt: skip
# A figure is no amount where letters stand before it: "CIFAR-10" and "word2vec" are names. Nor is one of a single digit
# where letters follow that are no unit: "3D".
GLUED = r"(?:m?s|min|h|k?hz|[kmgt]b|bits?|fps|[mck]m|[mkµμ]?g|[mµμ]l|px)(?![^\W_])"
FIGURE = re.compile(
    r"(?<![\w.])(?<![^\W\d_][-‐‑_])(?P<sign>(?<![\w)\]])[-−–])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>[kKMB](?![^\W_])|\s?(?:hundred|thousand|million|billion|trillion)\b|\s[mM](?=\s(?:words|tokens|sentences|parameters|users)\b))?"
    rf"(?!\d)(?:(?<=\d\d)|(?![^\W\d_kKMBxX×])|(?=(?i:{GLUED})))",
)
KIND = re.compile(
    r"(?P<points>\s?%[-\s]points?\b|[-\s]?(?:percent|percentage)[-\s]points?\b|\spp\b)"
    r"|(?P<percent>\s?%|[-\s]?(?:percent|per\scent|percentage)\b)"
    r"|(?P<multiple>[xX×](?![^\W_])|\s[x×](?=\s)|-?\s?fold\b|\s?times\b)",
    re.IGNORECASE,
)
MULTIPLE = re.compile(rf"\b(?:{'|'.join(TIMES)})\b", re.IGNORECASE)
# "the second one", "one of", "one can": words that count nothing
PRONOUN = re.compile(r"\b(?:(?:the|this|that|which|each|every|no|any|other|another|first|only)\s+one\b(?!-)"
                     r"|one\s+(?:of|can|may|might|could|must|should|would|needs?|has|another|such|that|which|is|or)\b)",
                     re.IGNORECASE)  # fmt: skip
MANY = re.compile(r"one\s+(?:[a-z-]+\s+)?[a-z]+[^\Ws]s\b", re.IGNORECASE)  # "the one methods" counts
SEVERAL = re.compile(r"\s{1,9}(?:[a-z-]{1,40}\s{1,9}){0,2}[a-z]+[^\Ws]s\b", re.IGNORECASE)  # things in the plural
# What follows an amount of things one by one, which is no share of them
COUNTING = re.compile(
    r"\s?\(\d+(?:\.\d+)?\s?(?:%|percent)|\s(?:out\s)?of\s(?:the|these|those|all|\d)|\s?/\s?\d"
    r"|\s(?!points|times|plus|versus|always|perhaps|across|thus|this|its|was|has)[a-z-]*[a-z][^\Wsiu]s\b"
)
PART_OF = re.compile(r"\s(?:of\s)?an?(?=\s)", re.IGNORECASE)  # what follows "half" before the unit it is a part of
ROW = re.compile(r"\s?(?:[-–—±/,]|to|and|or|vs\.?|versus)\s?")  # what stands between amounts of which the last is named
LISTED = re.compile(r"(?<![\w.])\d{1,2}(?=\))")  # "1)" or "(1)" before what is listed
REFERENCES = re.compile(r"\[[\d\s,;–-]+\]")
TERM = re.compile(r"-(?=[a-z])|\sshot\b", re.IGNORECASE)  # what makes a term of the word before: zero-shot
NAMED = re.compile(r"[\s-][A-Z]")  # what makes a name of the word before: Double DQN
IN_BRACKETS = re.compile(r"\s?\([^()]*\d[^()]*\)")
FOLLOWING = re.compile(r"[^\W\d_]+")
BESIDE = 3  # words on either side of an amount of which one at least must stand beside it in the quotes too
NEAR = 60  # characters in which these are looked for
SHORTEST, LONGEST = 3, 4  # letters of an acronym that can be told from other words beside an amount
YEARS = range(1500, 2100)
REACH = 2  # words after an amount among which the thing counted is looked for


@dataclass(frozen=True, slots=True)
class Company:
    """Words beside an amount: their stems, and the acronyms that some of them may be shortened to."""

    stems: frozenset[str]
    acronyms: frozenset[str]

    def meets(self, other: "Company") -> bool:
        """Whether both have a word, or one has an acronym of the other's words."""
        return not (
            self.stems.isdisjoint(other.stems)
            and self.stems.isdisjoint(other.acronyms)
            and self.acronyms.isdisjoint(other.stems)
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` in its own unit (50 for 50 %), its last digit worth `digit`; `counts` is what follows at once, `beside`
    what stands on either side; `share` is said of a part in words or of a count, `counting` of things one by one, and
    `small` of what need not be counted."""

    value: float
    kind: Kind
    counts: Company
    beside: Company
    start: int
    end: int
    digit: float = 1.0
    unit: Unit | None = None
    hedge: Hedge = ""
    share: bool = False
    counting: bool = False
    small: bool = False


@lru_cache(maxsize=4_000)
def amounts_of(text: str) -> tuple[Amount, ...]:
    """Every amount in the text, in order of place."""
    found = [*_figures(text, _numbering(text)), *_words(text), *_times(text), *_orders(text)]
    return tuple(_in_rows(text, sorted(found, key=lambda amount: amount.start)))


def _in_rows(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts, each with the kind, the unit and the thing of the next in its row: "10 to 20% of it"."""
    named = list(found)
    for place, (amount, following) in reversed(list(enumerate(pairwise(found)))):
        following = named[place + 1]
        if not ROW.fullmatch(text, amount.end, following.start):
            continue
        counts = amount.counts if amount.counts.stems else following.counts
        alone = amount.kind != "plain" or amount.unit or amount.counting or following.share or _year(amount)
        kind, unit = (amount.kind, amount.unit) if alone else (following.kind, following.unit)
        named[place] = replace(amount, kind=kind, unit=unit, counts=counts)
    return named


def _year(amount: Amount) -> bool:
    return amount.digit == 1 and amount.value in YEARS


def _numbering(text: str) -> list[tuple[int, int]]:
    """Where figures number what is listed or referred to, or are read with words."""
    return [
        match.span()
        for match in (*_listed(text), *REFERENCES.finditer(text), *ONE_IN.finditer(text), *ORDERS.finditer(text))
    ]


def _listed(text: str) -> Iterator[re.Match[str]]:
    """Those that a bracket closes and none opened, but right before them."""
    read, depth = 0, 0
    for match in LISTED.finditer(text):
        between = text[read : match.start()]
        depth += between.count("(") - between.count(")")
        read = match.start()
        if text[read - 1 : read] == "(" or depth <= 0:
            yield match


def _within(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Whether a place stands in one of the spans."""
    ordered = sorted(spans)
    starts, ends = [start for start, _ in ordered], [0, *accumulate((end for _, end in ordered), max)]
    return lambda at: ends[bisect(starts, at)] > at


def _figures(text: str, numbering: list[tuple[int, int]]) -> Iterator[Amount]:
    within = _within(numbering)
    for match in FIGURE.finditer(text):
        if within(match.start()):
            continue
        scale = SCALES.get((match["scale"] or "").strip().lower(), 1.0)
        value = float(match["digits"].replace(",", "")) * scale
        amount = _amount(text, Spelt(-value if match["sign"] else value, *match.span()))
        yield replace(amount, digit=scale / 10 ** len(match["digits"].partition(".")[2]))


def _words(text: str) -> Iterator[Amount]:
    unsaid = _within(match.span() for match in PRONOUN.finditer(text))
    within = _within(match.span() for match in ORDERS.finditer(text))
    for number in spelt_numbers(text):
        word = text[number.start : number.end].lower()
        pronoun = unsaid(number.start) and not MANY.match(text, number.start)
        if within(number.start) or (pronoun and not number.share and word == "one"):
            continue
        if NAMED.match(text, number.end) or (word == "zero" and TERM.match(text, number.end)):
            continue
        yield _amount(text, number)


def _times(text: str) -> Iterator[Amount]:
    for match in MULTIPLE.finditer(text):
        if not NAMED.match(text, match.end()):
            yield replace(_amount(text, Spelt(TIMES[match.group().lower()], *match.span())), kind="multiple")


def _orders(text: str) -> Iterator[Amount]:
    """By what they multiply at least, and less than one more would; a single one may well be said of much."""
    for number in orders_of_magnitude(text):
        amount, once = _amount(text, number), number.value == SPELT["ten"]
        yield replace(amount, kind="multiple", hedge=amount.hedge or "over", digit=9 * number.value, small=once)


def _amount(text: str, number: Spelt) -> Amount:
    """The amount that a number is, with what stands beside it."""
    kind: Kind = "percent" if number.share else "plain"
    value, share, end, unit = number.value, number.share, number.end, None
    written = KIND.match(text, end)
    part_of = PART_OF.match(text, end) if share else None
    if written and not share:
        kind, end = written.lastgroup, written.end()  # type: ignore[assignment]  # the groups are named after the kinds
    else:
        unit, _ = unit_at(text, number.start, part_of.end() if part_of else end)
    if unit and share:
        kind, value, share = "plain", value / 100, False
    before = text[max(0, number.start - NEAR) : number.start]
    after = "" if before.endswith("@") else text[end : end + NEAR]  # "hits@5" counts nothing
    return Amount(
        value=value,
        kind=kind,
        counts=_counted(before, after),
        beside=_beside(before, after),
        start=number.start,
        end=end,
        unit=unit,
        hedge=hedge(text, number.start),
        share=share,
        counting=kind == "plain" and unit is None and COUNTING.match(text, end) is not None,
        small=_small(text, number),
    )


def _small(text: str, number: Spelt) -> bool:
    """Whether it is said of what a source may well leave uncounted: "one" of anything, "two" of what it lists."""
    word = text[number.start : number.end].lower()
    return word == "one" or (word == "two" and SEVERAL.match(text, number.end) is not None)


def _counted(before: str, after: str) -> Company:
    """What stands at once after the amount; of one in brackets also what stands before these."""
    preceding: list[str] = []
    if before.endswith("(") and ")" in after:
        preceding = _telling(re.split(r"[.,;:()\d]", before[:-1])[-1])[-REACH:]
        after = after.partition(")")[2]
    bracketed = IN_BRACKETS.match(after)
    clause = re.split(r"[.,;:()\d]|\b(?:and|or)\b", after[bracketed.end() if bracketed else 0 :], maxsplit=1)[0]
    counted = [*preceding, *_telling(clause)[:REACH]]
    return Company(frozenset(map(stem, counted)), _shortened(FOLLOWING.findall(clause.lower())[:LONGEST]))


def _beside(before: str, after: str) -> Company:
    preceding, following = _telling(before)[-BESIDE:], _telling(after)[:BESIDE]
    stems = frozenset(stem(word) for word in (*preceding, *following))
    return Company(stems, _shortened(preceding) | _shortened(following))


def _telling(text: str) -> list[str]:
    return [word for word in FOLLOWING.findall(text.lower()) if word not in FUNCTION_WORDS]


def _shortened(words: Sequence[str]) -> frozenset[str]:
    """The acronyms, of one and of several, of words that follow each other: "degrees of freedom" is "dof"."""
    initials = "".join(word[0] for word in words)
    runs = combinations(range(len(words) + 1), 2)
    told = [initials[start:end] for start, end in runs if end - start >= SHORTEST]
    return frozenset(f"{acronym}{plural}" for acronym in told for plural in ("", "s"))
