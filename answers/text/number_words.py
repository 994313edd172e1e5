"""Numbers in words: "twenty-five", "one hundred and twelve", "half a million", "two-thirds", "one in eight"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10}  # fmt: skip

_DIGIT = "|".join(_ONES.split()[1:10])
# "twenty five" is one number, and of "twenty five-fold" two
_SMALL = rf"(?:(?:{'|'.join(_TENS.split())})(?:-(?:{_DIGIT})\b|\s(?:{_DIGIT})\b(?!-))?|(?:{'|'.join(_ONES.split())}))"
_HUNDREDS = rf"(?:(?:{_SMALL}|a)\shundred(?:\s(?:and\s)?{_SMALL})?|{_SMALL}(?:\sand\sa\shalf)?)"
_SCALE = "|".join(SCALES)
CARDINAL = re.compile(
    rf"\b(?:{_HUNDREDS}(?:\s(?:{_SCALE})\b(?:\s(?:and\s)?{_HUNDREDS})?){{0,4}}(?:\sdozen)?"
    rf"|(?:half\s)?a\s(?:{_SCALE}|dozen|hundred)|dozen)(?:\b|(?=fold\b))",
    re.IGNORECASE,
)
_PART = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
# "a third" is a share where what follows shows it, and else one more of them: "a third method"
_OF = r"(?=\s(?:of|as|better|worse|more|less|fewer|lower|higher|faster|slower|smaller|larger)\b|\s?[.;)]|$)"
SHARE = re.compile(
    rf"\b(?:(?P<count>{_DIGIT})[-\s](?P<parts>halves|(?:{_PART})s)"
    rf"|(?:a|one)\s(?P<part>{_PART}){_OF}|(?:(?<=\b(?:by|of)\s)a|one)\s(?P<change>{_PART})(?=\sin\b)"
    rf"|one-(?P<joined>half|{_PART})|(?:(?:a|one)\s)?(?P<half>half)(?![-\w]))\b",
    re.IGNORECASE,
)
ONE_IN = re.compile(
    rf"\b(?:(?:one|1)\s(?:in|out\sof)\s(?:every\s)?(?:(?P<figure>\d{{1,4}})|(?P<word>{_SMALL}))"
    rf"|(?P<count>{_DIGIT}|[2-9])\sin\s(?:every\s)?(?P<ten>ten|10))"
    r"(?![-\w.]\w|\w)",
    re.IGNORECASE,
)
ORDERS = re.compile(rf"\b(?:(?P<one>an|one|1)|(?P<more>{_DIGIT}|[2-9]))\sorders?\sof\smagnitude\b", re.IGNORECASE)
FEWEST = 3  # of which one is a share; "one in two steps" is not
TOKEN = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Spelt:
    """`value` of what stands from `start` to `end`; a share is a value in percent."""

    value: float
    start: int
    end: int
    share: bool = False


def spelt_numbers(text: str) -> Iterator[Spelt]:
    """Every number in words, shares first; none reaches into another."""
    shares = [*_one_in(text), *_shares(text)]
    yield from shares
    taken = [(share.start, share.end) for share in shares]
    for match in CARDINAL.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Spelt(cardinal(match.group()), *match.span())


def orders_of_magnitude(text: str) -> Iterator[Spelt]:
    """Each as what it multiplies by."""
    for match in ORDERS.finditer(text):
        yield Spelt(10.0 ** (1 if match["one"] else _digit(match["more"])), *match.span())


def _one_in(text: str) -> Iterator[Spelt]:
    for match in ONE_IN.finditer(text):
        number = 10 / _digit(match["count"]) if match["count"] else float(match["figure"] or cardinal(match["word"]))
        if match["count"] or number >= FEWEST:
            yield Spelt(100 / number, *match.span(), share=True)


def _digit(written: str) -> float:
    return float(written) if written.isdigit() else SPELT[written.lower()]


def _shares(text: str) -> Iterator[Spelt]:
    whole = [match.span() for match in CARDINAL.finditer(text) if "half" in match.group().lower()]
    for match in SHARE.finditer(text):
        if any(start <= match.start("half") < end for start, end in whole):  # "half a million", "two and a half"
            continue
        part = (match["parts"] or match["part"] or match["change"] or match["joined"] or match["half"]).lower()
        part = "half" if part == "halves" else part.removesuffix("s")
        count = SPELT[match["count"].lower()] if match["count"] else 1.0
        yield Spelt(100 * count / PARTS[part], *match.span(), share=True)


def cardinal(words: str) -> float:
    """The value of a number in words: those below a thousand are added up, then taken times each thousand."""
    total = current = 0.0
    for word in TOKEN.findall(words.lower()):
        if word in SCALES:
            total, current = total + (current or 1.0) * SCALES[word], 0.0
        elif word in ("hundred", "dozen"):
            current = (current or 1.0) * (100.0 if word == "hundred" else 12.0)
        else:
            current += 0.5 if word == "half" else SPELT.get(word, 0.0)
    return total + current
