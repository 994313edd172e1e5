"""Amounts that a claim states of each other's thing: "X by 3 and Y by 5" where its source has "X by 5 and Y by 3"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from answers.text.amounts import Amount, amounts_of
from answers.text.equal_amounts import equal
from answers.text.opposites import DIRECTIONS
from answers.text.wordlists import FUNCTION_WORDS
from index.text.tokens import WORD, folded, stem

# What stands between the thing of one amount and the thing of the next.
BETWEEN = re.compile(r"[,;]|\b(?:and|or|versus|vs|while|whereas|but|against|than|compared|relative)\b", re.IGNORECASE)
LISTED = re.compile(r"(?P<one>[^\s,;()]+)\s(?:and|versus|vs)\s(?:the\s|an?\s)?(?P<other>[^\s,;()]+)", re.IGNORECASE)
ROW = re.compile(r"[\s%),]{0,4}(?:and|or|versus|vs\.?|to|\/)\s?\(?", re.IGNORECASE)
LEADS = re.compile(r"\s(?:at|of|by|to|in|from|after|with)\s$", re.IGNORECASE)
INTO = re.compile(r"[\s%)]{0,3}[^\s%)]{0,12}\s?(?:of|in|for|among|with|on|at)\b", re.IGNORECASE)
ONTO = re.compile(r"\s?(?:(?:and|but|while|whereas)\s)?(?:of|in|for|among|with|on|at)\b", re.IGNORECASE)
ENDS = re.compile(r"[.;?!](?=\s|$)")
BRACKETS = re.compile(r"\([^()]*\)")
NEAR = 8  # characters before an amount in which a word that leads up to it stands
REACH = 4  # content words before an amount among which the word for its thing is
NEXT = 2  # content words before or after an amount that tell what it is of


@dataclass(frozen=True, slots=True)
class Window:
    """The stems of a part of a quote in order, and before which of them its first amount stands."""

    stems: tuple[str, ...]
    amount: int

    def places(self, stem: str) -> list[int]:
        return [place for place, one in enumerate(self.stems) if one == stem]


def exchanged(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The amounts of the claim, as written, that a quote has of another of the claim's things."""
    own = [amount for amount in amounts_of(claim) if not amount.small]
    found = [
        one
        for quote in quotes
        for one in (*_pairs(claim, own, quote, amounts_of(quote)), *_in_brackets(claim, own, quote))
    ]
    return tuple(dict.fromkeys(claim[one.start : one.end].strip() for one in found))


def _pairs(claim: str, own: Sequence[Amount], quote: str, held: Sequence[Amount]) -> Iterator[Amount]:
    for first, second in (*pairwise(own), *zip(own, own[2:], strict=False)):
        one, other = _only(first, held), _only(second, held)
        if first.kind != second.kind or not one or not other or one.start == other.start:
            continue
        whole, near = _window(quote, (), one, other), _window(quote, held, one, other)
        if (first, second) in pairwise(own):
            told = [(_in_a_row(claim, first, second), whole), (_things(claim, own, first, second), near)]
        else:
            told = [(_right_before(claim, first, second), whole)]
        if any(_against(things, window, forward=one.start < other.start) for things, window in told):
            yield first


def _right_before(claim: str, first: Amount, second: Amount) -> tuple[set[str], set[str]]:
    """What stands right before two amounts that the same word leads up to: "rain at 3 and snow at 5"."""
    leads = [LEADS.search(claim, max(0, amount.start - NEAR), amount.start) for amount in (first, second)]
    said = [(claim[: match.start()], match.group().strip().lower()) for match in leads if match]
    if len(said) < len(leads) or said[0][1] != said[1][1]:
        return set(), set()
    one, other = (set(_stems(text)[-1:]) for text, _ in said)
    return one - other, other - one


def _only(amount: Amount, held: Sequence[Amount]) -> Amount | None:
    """The one amount of the quote that equals it; none where several do."""
    same = list(islice((one for one in held if equal(amount, one)), 2))
    return same[0] if len(same) == 1 else None


def _things(claim: str, own: Sequence[Amount], first: Amount, second: Amount) -> tuple[set[str], set[str]]:
    """The stems of what each of two amounts is said of, and the other is not."""
    before = claim[max((one.end for one in own if one.end <= first.start), default=0) : first.start]
    after = claim[second.end : min((one.start for one in own if one.start >= second.end), default=len(claim))]
    before, after = ENDS.split(before)[-1], ENDS.split(after)[0]
    parted = (*BETWEEN.split(claim[first.end : second.start], maxsplit=1), "")[:2]
    left, right = map(_stems, parted)
    if left and (not right or INTO.match(after)):
        one, other = left, _stems(after)[:NEXT]
    elif left and INTO.match(parted[0]) and ONTO.match(parted[1]):
        one, other = left, right
    else:
        one, other = _stems(before)[-REACH:], right
    return set(one) - set(other), set(other) - set(one)


def _in_a_row(claim: str, first: Amount, second: Amount) -> tuple[set[str], set[str]]:
    """The two things that two amounts in a row are said of, in this order; none where something stands between."""
    if not ROW.fullmatch(claim[first.end : second.start]):
        return set(), set()
    before, after = claim[: first.start], claim[second.end :]
    match = next(reversed(list(LISTED.finditer(before))), None) or LISTED.search(after)
    one, other = (set(_stems(match[side])) for side in ("one", "other")) if match else (set(), set())
    return one - other, other - one


def _window(quote: str, held: Sequence[Amount], one: Amount, other: Amount) -> Window:
    """The quote between the amounts before these and after these; what stands in other brackets is passed over."""
    first, last = sorted((one, other), key=lambda amount: amount.start)
    spans = [match.span() for match in BRACKETS.finditer(quote) if any(map(str.isdigit, match.group()))]
    hidden = [span for span in spans if not any(span[0] < own.start < span[1] for own in (one, other))]
    shown = [amount for amount in held if not any(start < amount.start < end for start, end in hidden)]
    begin = max((amount.end for amount in shown if amount.end <= first.start), default=0)
    finish = min((amount.start for amount in shown if amount.start >= last.end), default=len(quote))
    for start, end in hidden:
        quote = quote[:start] + " " * (end - start) + quote[end:]
    return Window(tuple(_stems(quote[begin:finish])), len(_stems(quote[begin : first.start])))


def _against(things: tuple[set[str], set[str]], window: Window, *, forward: bool) -> bool:
    """Whether these stand there in another order than the amounts, as far as that can be told."""
    one, other = ([window.places(stem) for stem in sorted(thing) if stem in window.stems] for thing in things)
    one = [_telling(one, window.amount)] if one else []
    told = [own[-1] < places[0] for own in one for places in other if own[-1] < places[0] or places[-1] < own[0]]
    wrong = sum(order != forward for order in told)
    return bool(wrong) and wrong >= len(told) - wrong


def _telling(found: Sequence[list[int]], amount: int) -> list[int]:
    """Of words for one thing the first, where all stand before the amounts: what all do follows a list of them. Else
    the last: what all do precedes it."""
    found = [places for places in found if len(places) == 1] or found
    return min(found) if all(places[-1] < amount for places in found) else max(found)


def _in_brackets(claim: str, own: Sequence[Amount], quote: str) -> Iterator[Amount]:
    """Amounts in brackets after a word that the quote has before other brackets, in which they are not."""
    theirs = [(_stems(quote[: match.start()])[-NEXT:], amounts_of(match.group())) for match in BRACKETS.finditer(quote)]
    for match in BRACKETS.finditer(claim):
        thing = _stems(claim[: match.start()])[-1:]
        for amount in (one for one in own if match.start() < one.start < match.end()):
            has = [words for words, amounts in theirs if any(equal(amount, one) for one in amounts)]
            of_it = [amounts for words, amounts in theirs if words[-1:] == thing and amounts]
            if has and of_it and not any(set(thing) & set(words) for words in has):
                yield amount


def _stems(text: str) -> list[str]:
    found = (folded(match.group()) for match in WORD.finditer(text))
    return [stem(word) for word in found if word not in FUNCTION_WORDS or word in DIRECTIONS]
