"""Amounts that a claim states of the group, the thing or the time of which its quote states another amount."""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from answers.text.amounts import YEARS, Amount, amounts_of
from answers.text.equal_amounts import comparable, equal
from answers.text.wordlists import FUNCTION_WORDS, RANKED
from corpus.sentences import sentence_spans
from index.text.tokens import WORD, folded, stem

Labels = Mapping[str, frozenset[str]]  # by where it stands beside the amount: the stems of what says what it is of

APART = re.compile(r";|\b(?:while|whereas|but)\b", re.IGNORECASE)
AGAINST = re.compile(r";|\b(?:than|versus|vs|compared|relative|against|while|whereas|but)\b", re.IGNORECASE)
# Brackets that hold figures alone, which are passed over; others name what the amount before them is of.
FIGURES = re.compile(r"\([^()]*(?:[%=<>±/]|\bCI\b|\bvs\b)[^()]*\)")
BRACKETED = re.compile(r"\s?[^\s(),;]{0,12}\s?\((?P<label>[^()]*)\)")
FOLLOWED = re.compile(
    r"(?:\s?[^\s(),;]{1,12})?,?\s{0,40}(?:respectively,?\s)?(?:[^\s(),;]{1,20}\s+){0,3}?"
    r"(?:in|for|among|with|on|at|of|during|after|before|who)\s(?P<label>[^(),;]*)"
)
PRECEDED = re.compile(r"(?P<label>[^\W\d_]{3,30})\sof\s(?:[a-z]{1,15}\s){0,2}$")
ROW = re.compile(r"\s?[^\s(),;\d]{0,12}\s?(?:and|to|or|vs\.?|versus)\s")
LEAD = re.compile(r"\b(?P<lead>at|after|within|during|by)\s(?:[a-z]{1,15}\s)?$", re.IGNORECASE)
BEFORE = 60  # characters before an amount in which what leads up to it stands
SAID, UNSAID = 0.7, 0.4  # of a claim's words: in the sentence that it is from, and in another


@dataclass(frozen=True, slots=True)
class Labelled:
    """An amount of a quote with what it is said of."""

    amount: Amount
    labels: Labels


def moved(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The amounts of the claim, as written, that only another thing or time is said to have."""
    own = [amount for amount in amounts_of(claim) if not amount.small]
    sentences = [quote[start:end] for quote in quotes for start, end in sentence_spans(quote)]
    held = [labelled(sentence) for sentence in sentences]
    found = [one for one in own if _of_another(claim, one, held) or _at_another_time(claim, one, sentences)]
    return tuple(dict.fromkeys(claim[one.start : one.end].strip() for one in found))


def labelled(sentence: str) -> list[Labelled]:
    """The amounts of a sentence with their labels; in a row of two, either is of its own thing of a pair of these."""
    amounts = [one for one in amounts_of(sentence) if not one.small]
    bare = FIGURES.sub(lambda match: " " * len(match.group()), sentence)
    starts = [one.start for one in amounts if one.value not in YEARS and bare[one.start] != " "]
    apart = _without(bare, amounts) if APART.search(bare) else ""
    labels = [dict(_labels(bare, one, starts, apart)) for one in amounts]
    rows = [ROW.fullmatch(bare, one.end, other.start) is not None for one, other in pairwise(amounts)]
    for place, row in enumerate(rows):
        following = labels[place + 1].get("after")
        if row and following and "after" not in labels[place]:
            labels[place]["after"], labels[place + 1]["after"] = _paired(following)
    return [
        Labelled(one, {way: _stems(text) for way, text in each.items()})
        for one, each in zip(amounts, labels, strict=True)
    ]


def _paired(label: str) -> tuple[str, str]:
    """What each of two amounts is of: "male" and "female bees", of which the last word is said of both."""
    one, both, other = label.strip().partition(" and ")
    if not both:
        return label, label
    words = other.split()
    return f"{one} {words[-1] if len(words) > 1 else ''}", other


def _labels(text: str, amount: Amount, starts: Sequence[int], apart: str) -> Iterator[tuple[str, str]]:
    """What stands in brackets after it, after or before it, and around it where a sentence sets things apart."""
    place = bisect(starts, amount.end)
    following = starts[place] if place < len(starts) else len(text)
    bracketed = BRACKETED.match(text, amount.end)
    followed = FOLLOWED.match(text, amount.end, following)
    preceded = PRECEDED.search(text[max(0, amount.start - BEFORE) : amount.start])
    if bracketed:
        yield "brackets", bracketed["label"]
    elif followed:
        yield "after", AGAINST.split(followed["label"])[0]
    if preceded:
        yield "before", preceded["label"]
    if not (bracketed or followed or preceded) and apart:
        yield "around", _piece(apart, amount, APART)


def _without(text: str, amounts: Sequence[Amount]) -> str:
    """The text with blanks for these amounts."""
    for one in amounts:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _piece(text: str, amount: Amount, marks: re.Pattern[str]) -> str:
    """The part between two marks in which the amount stands."""
    spans = [match.span() for match in marks.finditer(text)]
    first = max((end for _, end in spans if end <= amount.start), default=0)
    return text[first : min((start for start, _ in spans if start >= amount.end), default=len(text))]


def _of_another(claim: str, amount: Amount, sentences: Sequence[Sequence[Labelled]]) -> bool:
    """Whether the one amount that equals it is of another thing than its part of the claim names."""
    same = list(islice(((one, held) for held in sentences for one in held if equal(amount, one.amount)), 2))
    if len(same) != 1:
        return False
    (one, held), piece = same[0], _piece(claim, amount, AGAINST)
    stated = [each for each in amounts_of(piece) if each != amount]
    words = _stems(_piece(_without(claim, [amount]), amount, AGAINST))
    rivals = [other for other in held if other is not one and comparable(one.amount, other.amount)]
    return any(
        _named_instead(one.labels[way], other.labels[way], words)
        and not any(equal(each, other.amount) for each in stated)
        for other in rivals
        for way in one.labels.keys() & other.labels.keys()
    )


def _named_instead(own: frozenset[str], other: frozenset[str], words: frozenset[str]) -> bool:
    return bool(own - other) and not (own - other) & words and bool((other - own) & words)


def _at_another_time(claim: str, amount: Amount, sentences: Sequence[str]) -> bool:
    """Whether the claim is of a sentence with another time, led up to by the same word, and its time of another one."""
    lead = _lead(claim, amount)
    if lead is None:
        return False
    words = _stems(claim[: amount.start] + claim[amount.end :])
    stating = [text for text in sentences if any(equal(amount, one) for one in amounts_of(text))]
    others = [text for text in sentences if text not in stating and _said(words, text) >= SAID]
    from_there = any(_lead(text, one) == lead for text in others for one in amounts_of(text))
    return from_there and bool(stating) and all(_said(words, text) <= UNSAID for text in stating)


def _lead(text: str, amount: Amount) -> str | None:
    """The word that leads up to a time; none where it is no time."""
    match = LEAD.search(text[max(0, amount.start - BEFORE) : amount.start])
    return match["lead"].lower() if match and amount.unit and amount.unit.dimension == "time" else None


def _said(words: frozenset[str], text: str) -> float:
    return len(words & _stems(text)) / max(1, len(words))


def _stems(text: str) -> frozenset[str]:
    """The stems of its content words; of "type I" also the figure, which looks like a word of grammar."""
    found = [match.group() for match in WORD.finditer(text)]
    named = {one.lower() for word, one in pairwise(found) if one.isupper() and word.lower() in RANKED}
    return frozenset({stem(folded(word)) for word in found if folded(word) not in FUNCTION_WORDS} | named)
