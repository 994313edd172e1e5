"""Who is compared with whom: a claim in which the two sides of a comparison have changed places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from answers.text.clauses import Said, said
from answers.text.opposites import BOUNDS, EQUALS, GRADED, SPEEDS, SURPASSES
from answers.text.wordlists import ANYTHING, NUMBER_WORDS
from index.text.tokens import stem

BRACKETS = frozenset({"(", ")"})
MARGINS = frozenset({"margin", "margins", "points", "point", "percent", "factor", "lot"})
PLACES = frozenset({"on", "in", "at", "by", "after", "for", "during", "when"})  # what ends the naming of a side
COMPARATIVE = re.compile(r"^(?!other|rather|whether|either|neither|under|over|after|never)[a-z]{2,}er$")
MADE = frozenset({"built", "trained", "pretrained", "based", "fitted", "tuned", "fine-tuned"})  # "on" what tells which
WITHIN = 12  # words before a comparing word among which it is said which way it goes
REACH = 6  # content words of a side


@dataclass(frozen=True, slots=True)
class Comparison:
    """The stems on either side of the comparing word `by`, and which way it goes: 1, -1, or 0 where it does not say;
    `graded` by which word, if any, `equal` where it sets both level."""

    left: frozenset[str]
    right: frozenset[str]
    way: int
    by: str
    graded: str = ""
    equal: bool = False


@lru_cache(maxsize=4_000)
def comparisons(text: str) -> tuple[Comparison, ...]:
    """Every comparison in the text, in order."""
    return tuple(_comparisons(said(text)))


def _comparisons(words: Sequence[Said]) -> Iterator[Comparison]:
    for at, one in enumerate(words):
        opening = _opening(words, at)
        if opening:
            yield opening
        elif _than(words, at) or one.stem in SURPASSES or _compared(words, at) or _equals(words, at):
            yield _comparison(words, at)


def _comparison(words: Sequence[Said], at: int) -> Comparison:
    passive = _passive(words, at)
    left, right = _left(words, at), _right(words, at + passive)
    if passive:
        left, right = right, left
    way, graded, equal = _way(words, at), _graded(words, at), _equals(words, at)
    return Comparison(left, right - left, way, words[at].word, graded, equal=equal)


def _opening(words: Sequence[Said], at: int) -> Comparison | None:
    """What a sentence that opens with a comparison says of the two: "Comparing this with that, we find"."""
    end = next((place for place in range(at, len(words)) if words[place].word in {",", "."}), len(words))
    apart = next((place for place in range(at, end) if words[place].word in {"with", "to", "against"}), end)
    if words[at].word != "comparing" or apart in {at + 1, end}:
        return None
    left, right = (
        frozenset(one.stem for one in side if one.content and one.word not in ANYTHING)
        for side in (words[at + 1 : apart], words[apart + 1 : end])
    )
    last = next((place for place in range(end, len(words)) if words[place].word in {".", ";"}), len(words))
    return Comparison(left, right - left, _way(words, last), "comparing")


def _than(words: Sequence[Said], at: int) -> bool:
    """But "more than 300" compares nothing."""
    following = words[at + 1].word if at + 1 < len(words) else ""
    bounds = at > 0 and words[at - 1].word in BOUNDS and (following[:1].isdigit() or following in NUMBER_WORDS)
    return words[at].word == "than" and not bounds


def _passive(words: Sequence[Said], at: int) -> bool:
    """Whether what surpasses is named after it: "surpassed by"; "surpassed by 3 points" does not name it."""
    by, *following = [one.word for one in words[at + 1 : at + 6]] or [""]
    if words[at].stem not in SURPASSES or by != "by" or not following:
        return False
    counts = following[0][0].isdigit() or following[0] in NUMBER_WORDS
    return not counts and MARGINS.isdisjoint(takewhile(lambda word: word != "by", following))


def _compared(words: Sequence[Said], at: int) -> bool:
    following = words[at + 1].word if at + 1 < len(words) else ""
    compares = words[at].stem in {"compar", "relat"} and following in {"with", "to"}
    return words[at].word in {"versus", "vs", "against"} or (compares and not _equals(words, at + 1))


def _equals(words: Sequence[Said], at: int) -> bool:
    return any(one.word in EQUALS for one in words[max(0, at - 3) : at + 1]) and words[at].word in {"to", "with"}


def _left(words: Sequence[Said], at: int) -> frozenset[str]:
    """What stands before it in its sentence, from an "and that" on."""
    found: list[str] = []
    for place in range(at - 1, -1, -1):
        one = words[place]
        begins = one.word == "that" and place > 0 and words[place - 1].word == "and"
        if begins or one.word in {".", ";", "?", "!"} or len(found) == 2 * REACH:
            break
        if one.content and one.word not in ANYTHING:
            found.append(one.stem)
    return frozenset(found)


def _right(words: Sequence[Said], at: int) -> frozenset[str]:
    """What follows it, until the clause ends; "both A and B" is one."""
    found: list[str] = []
    both = at + 1 < len(words) and words[at + 1].word == "both"
    for place, one in enumerate(words[at + 1 :], start=at + 1):
        if both and one.word == "and":
            both = False
            continue
        place_said = one.word in PLACES and words[place - 1].word not in MADE
        if (one.ends and one.word not in BRACKETS) or len(found) == REACH or (found and place_said):
            break
        if one.content and one.word not in ANYTHING:
            found.append(one.stem)
    return frozenset(found)


def _way(words: Sequence[Said], at: int) -> int:
    """Which of the two has more; 0 where words for both stand before it, or none."""
    if words[at].stem in SURPASSES:
        return -1 if words[at].word.startswith("underperform") else 1
    ways = [way for way in (_graded_way(words, place) for place in range(max(0, at - WITHIN), at)) if way]
    return ways[0] if len(set(ways)) == 1 else 0


def _graded_way(words: Sequence[Said], at: int) -> int:
    """Which way a word goes; "less" turns an adverb round, and "more" leaves it."""
    previous, following = (words[at - 1].word if at else ""), (words[at + 1].word if at + 1 < len(words) else "")
    if words[at].word in {"more", "less"} and following in SPEEDS:
        return 0
    up, down = (any({words[at].word, words[at].stem} & side for side in sides) for sides in zip(*GRADED, strict=True))
    return (int(up) - int(down)) * (-1 if previous == "less" and words[at].word in SPEEDS else 1)


def _graded(words: Sequence[Said], at: int) -> str:
    """The last comparative before a word that compares; none before one that says itself what it compares by."""
    places = range(0 if words[at].stem in SURPASSES else at, max(0, at - REACH), -1)
    known = (words[place - 1].word for place in places if _graded_way(words, place - 1))
    other = (words[place - 1].word for place in places if COMPARATIVE.match(words[place - 1].word))
    return next(known, "") or next(other, "")


def swapped(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The comparing words of a claim whose sides a quote has in each other's place, and none as the claim does."""
    theirs = [other for quote in quotes for other in comparisons(quote)]
    return tuple(
        one.by
        for one in comparisons(claim)
        if _nearest(one, [other for other in theirs if _places_changed(one, other)])
        > _nearest(one, [other for other in theirs if _agree(one, other) and not _swapped(one, other)])
    )


def _places_changed(one: Comparison, other: Comparison) -> bool:
    return _swapped(one, other) and one.way == other.way and _same_scale(one, other)


def _nearest(one: Comparison, others: Sequence[Comparison]) -> int:
    """How much of what is compared the best of the others has, on whichever side."""
    return max((len((one.left | one.right) & (other.left | other.right)) for other in others), default=0)


def leaning(claim: str, quotes: Sequence[str]) -> int:
    """1 where claim and quotes compare those with a thing and those without it, and have more of the same of the two;
    -1 where of the other; 0 where either does not say. "Fewer without" is "more with"."""
    own = _of_those_without(said(claim))
    theirs = {_of_those_without(said(quote), compared=True) for quote in quotes} - {0}
    return own * theirs.pop() if len(theirs) == 1 else 0


def _of_those_without(words: Sequence[Said], *, compared: bool = False) -> int:
    """Whether those "without" have more or less; only where they are compared, if asked."""
    without = [at for at, one in enumerate(words) if one.word == "without"]
    than = [at for at in range(len(words)) if _than(words, at) or _compared(words, at)]
    if len(without) != 1 or len(than) > 1 or (compared and not (than and "with" in {one.word for one in words})):
        return 0
    if not than:
        return _way(words, len(words) - 1)
    return _way(words, than[0]) * (1 if without[0] < than[0] else -1)


def turned_round(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The stems of the comparing words of a claim whose sides the quotes compare the other way round: less for more."""
    theirs = [other for quote in quotes for other in comparisons(quote)]
    return tuple(
        stem(one.by)
        for one in comparisons(claim)
        if one.way
        and any(_same_sides(one, other) and one.way == -other.way and _same_scale(one, other) for other in theirs)
        and not any(one.way == other.way or (_swapped(one, other) and one.way == -other.way) for other in theirs)
    )


def _same_scale(one: Comparison, other: Comparison) -> bool:
    """Whether they may compare by the same: one of speed says nothing of length, nor "safer" of "riskier"."""
    if one.way and other.way:
        return (one.graded in SPEEDS) == (other.graded in SPEEDS)
    return not (one.graded and other.graded) or one.graded == other.graded


def _same_sides(one: Comparison, other: Comparison) -> bool:
    """Whether each has a side to itself, and the same in both."""
    own, theirs = one.left - one.right, other.left - other.right
    return bool(one.right & other.right - other.left and own & theirs)


def swapped_about(claim: str, quote: str) -> bool:
    """Whether both compare the same two, each in the other's place."""
    return any(_swapped(one, other) for one in comparisons(claim) for other in comparisons(quote))


def _swapped(one: Comparison, other: Comparison) -> bool:
    return one.equal == other.equal and bool(
        one.right & other.left - other.right and other.right & one.left - one.right
    )


def _agree(one: Comparison, other: Comparison) -> bool:
    return one.way == other.way and bool(one.right & other.right and one.left & other.left)


def promoted(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """What the claim says is surpassed and the quotes only call as good."""
    own = [one for one in comparisons(claim) if one.way and not one.equal]
    theirs = [other for quote in quotes for other in comparisons(quote)]
    beaten = frozenset().union(*(other.right for other in theirs if not other.equal))
    level = frozenset().union(*(other.right for other in theirs if other.equal))
    return tuple(sorted({word for one in own for word in one.right & level - beaten}))
