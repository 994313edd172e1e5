"""The amounts that a text states: "three", "3", "12 %", "1.3B", "10-fold" as values of a kind, with what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from answers.wordlists import FUNCTION_WORDS
from index.tokens import stem

Kind = Literal["plain", "percent", "multiple"]

_ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SPELT = {
    **{word: float(value) for value, word in enumerate(_ONES.split())},
    **{word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)},
    "dozen": 12.0,
}
TIMES = {"twice": 2.0, "double": 2.0, "doubles": 2.0, "doubled": 2.0, "doubling": 2.0, "triple": 3.0, "triples": 3.0,
         "tripled": 3.0, "thrice": 3.0, "quadruple": 4.0, "quadruples": 4.0}  # fmt: skip
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "b": 1e9, "bn": 1e9,
          "trillion": 1e12}  # fmt: skip
SHARES = {"half": 50.0}
# A figure is no amount where letters stand before it: "CIFAR-10" and "word2vec" are names. Nor is one of a single digit
# where letters follow that are no unit: "3D".
UNITS = r"(?:m?s|min|h|k?hz|[kmgt]b|bits?|fps|[mck]m|[mk]g|px)(?![^\W_])"
FIGURE = re.compile(
    r"(?<![\w.])(?<![^\W\d_][-‐‑_])(?P<sign>(?<![\w)\]])[-−–])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>[kKMB](?![^\W_])|\s?(?:hundred|thousand|million|billion|trillion)\b)?"
    rf"(?!\d)(?:(?<=\d\d)|(?![^\W\d_kKMBxX×])|(?=(?i:{UNITS})))"
    r"(?P<kind>\s?%|\s?percent\b|\s?per cent\b|\s?percentage\b|[xX×](?![^\W_])|\s[x×](?=\s)"
    r"|-?\s?fold\b|\s?times\b)?",
)
WORDS = re.compile(
    rf"\b(?P<word>{'|'.join((*SPELT, *TIMES, *SHARES))})\b(?P<scale>\s(?:hundred|thousand|million|billion)\b)?"
    r"(?P<kind>\s?percent\b|\s?per cent\b|-?fold\b|\s?times\b)?",
    re.IGNORECASE,
)
# "the second one", "one of", "one can": words that count nothing
PRONOUN = re.compile(r"\b(?:(?:the|this|that|which|each|every|no|any|other|another|first|only)\s+one\b(?!-)"
                     r"|one\s+(?:of|can|may|might|could|must|should|would|needs?|has|another|such|that|which|is|or)\b)",
                     re.IGNORECASE)  # fmt: skip
# "the one methods" counts, whatever stands before it
MANY = re.compile(r"one\s+(?:[a-z-]+\s+)?[a-z]+[^\Ws]s\b", re.IGNORECASE)
SEVERAL = re.compile(r"\s+(?:[a-z-]+\s+){0,2}[a-z]+[^\Ws]s\b", re.IGNORECASE)  # things in the plural
LISTED = re.compile(r"(?<![\w.])\d{1,2}(?=\))")  # "1)" or "(1)" before what is listed
REFERENCES = re.compile(r"\[[\d\s,;–-]+\]")
TERM = re.compile(r"-(?=[a-z])|\sshot\b", re.IGNORECASE)  # what makes a term of the word before: zero-shot
ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|nearly|almost|roughly|over|than|least|most|to|circa)|[~≈<>≤≥])\s*$",
    re.IGNORECASE,
)
NAMED = re.compile(r"[\s-][A-Z]")  # what makes a name of the word before: Double DQN
FOLLOWING = re.compile(r"[^\W\d_]+")
BESIDE = 3  # words on either side of an amount of which one at least must stand beside it in the quotes too
NEAR = 60  # characters in which these are looked for
TELLING = 20.0  # from which a figure is its own: no other thing is likely to be counted by the same
SHORTEST, LONGEST = 3, 4  # letters of an acronym that can be told from other words beside an amount
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
    """`value` in its own unit (50 for 50 %); `counts` is what follows at once, `beside` what stands on either side;
    `about` allows rounding; `small` is said of what need not be counted."""

    value: float
    kind: Kind
    counts: Company
    beside: Company
    about: bool = False
    start: int = 0
    end: int = 0
    decimals: int = 0
    small: bool = False


@lru_cache(maxsize=4_000)
def amounts_of(text: str) -> tuple[Amount, ...]:
    """Every amount in the text, in order of place."""
    unsaid = [match.span() for match in PRONOUN.finditer(text)]
    found = [*_figures(text, _numbering(text)), *_words(text, unsaid)]
    return tuple(sorted(found, key=lambda amount: amount.start))


def _numbering(text: str) -> list[tuple[int, int]]:
    """Where figures number what is listed or referred to."""
    return [match.span() for match in (*_listed(text), *REFERENCES.finditer(text))]


def _listed(text: str) -> Iterator[re.Match[str]]:
    """Those that a bracket closes and none opened, but right before them."""
    read, depth = 0, 0
    for match in LISTED.finditer(text):
        between = text[read : match.start()]
        depth += between.count("(") - between.count(")")
        read = match.start()
        if text[read - 1 : read] == "(" or depth <= 0:
            yield match


def _figures(text: str, numbering: list[tuple[int, int]]) -> Iterator[Amount]:
    for match in FIGURE.finditer(text):
        if any(start <= match.start() < end for start, end in numbering):
            continue
        value = float(match["digits"].replace(",", "")) * SCALES.get((match["scale"] or "").strip().lower(), 1.0)
        decimals = len(match["digits"].partition(".")[2])
        yield _amount(text, match, -value if match["sign"] else value, decimals)


def _words(text: str, unsaid: list[tuple[int, int]]) -> Iterator[Amount]:
    for match in WORDS.finditer(text):
        word = match["word"].lower()
        pronoun = any(start <= match.start() < end for start, end in unsaid) and not MANY.match(text, match.start())
        if pronoun or NAMED.match(text, match.end()) or (word == "zero" and TERM.match(text, match.end())):
            continue
        value = (SPELT.get(word) or TIMES.get(word) or SHARES.get(word) or 0.0) * SCALES.get(
            (match["scale"] or "").strip().lower(), 1.0
        )
        yield _amount(text, match, value, 0, "multiple" if word in TIMES else "percent" if word in SHARES else None)


def _amount(text: str, match: re.Match[str], value: float, decimals: int, kind: Kind | None = None) -> Amount:
    written = (match["kind"] or "").strip(" -").lower()
    said: Kind = "plain" if not written else "percent" if written[0] in "%p" else "multiple"
    return Amount(
        value=value,
        kind=kind or said,
        counts=_counted(text[match.end() : match.end() + NEAR]),
        beside=_beside(text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]),
        about=bool(ABOUT.search(text[max(0, match.start() - NEAR) : match.start()])),
        start=match.start(),
        end=match.end(),
        decimals=decimals,
        small=_small(text, match),
    )


def _small(text: str, match: re.Match[str]) -> bool:
    """Whether it is said of what a source may well leave uncounted: "one" of anything, "two" of what it lists."""
    word = match.group().lower()
    return word == "one" or (word == "two" and SEVERAL.match(text, match.end()) is not None)


def _counted(following: str) -> Company:
    clause = re.split(r"[.,;:()\d]|\b(?:and|or)\b", following, maxsplit=1)[0]
    words = FOLLOWING.findall(clause.lower())
    named = [word for word in words if word not in FUNCTION_WORDS]
    return Company(frozenset(stem(word) for word in named[:REACH]), _shortened(words[:LONGEST]))


def _beside(before: str, after: str) -> Company:
    preceding = [word for word in FOLLOWING.findall(before.lower()) if word not in FUNCTION_WORDS][-BESIDE:]
    following = [word for word in FOLLOWING.findall(after.lower()) if word not in FUNCTION_WORDS][:BESIDE]
    stems = frozenset(stem(word) for word in (*preceding, *following))
    return Company(stems, _shortened(preceding) | _shortened(following))


def _shortened(words: Sequence[str]) -> frozenset[str]:
    """The acronyms, of one and of several, of words that follow each other: "degrees of freedom" is "dof"."""
    initials = "".join(word[0] for word in words)
    runs = combinations(range(len(words) + 1), 2)
    told = [initials[start:end] for start, end in runs if end - start >= SHORTEST]
    return frozenset(f"{acronym}{plural}" for acronym in told for plural in ("", "s"))


def unstated_amounts(claim: str, quotes: str) -> tuple[Amount, ...]:
    """The amounts of the claim that the quotes do not state, or state of something else."""
    held = amounts_of(quotes)
    return tuple(amount for amount in amounts_of(claim) if not _stated(amount, held))


def _stated(amount: Amount, held: tuple[Amount, ...]) -> bool:
    same = [one for one in held if equal(amount, one)]
    if any(amount.counts.meets(one.counts) for one in same):
        return True
    if any(amount.counts.meets(one.counts) for one in held):
        return False
    if amount.small or not same:
        return amount.small
    return not amount.beside.stems or any(_own(amount, one) or amount.beside.meets(one.beside) for one in same)


def _own(said: Amount, held: Amount) -> bool:
    """Whether the value alone tells that both are the same amount."""
    return said.kind == held.kind and (said.kind != "plain" or said.decimals > 0 or abs(said.value) >= TELLING)


def equal(said: Amount, held: Amount) -> bool:
    if said.kind != held.kind and "plain" not in (said.kind, held.kind):
        return False
    close = said.about and round(held.value, said.decimals) == said.value
    return said.value == held.value or close
