"""Puts the points of an answer into its parts: years in order, the sides of a comparison, what papers disagree on."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from answers.questions.question import Question
from answers.questions.shapes import Sides, sides
from answers.selection import Point, shared_words
from answers.text.cosine import cosine
from answers.text.wording import amounts, negated
from answers.text.words import WORD
from answers.values import Shape
from index.text.tokens import STOP_WORDS, stem, stems
from index.values import Hit

# The cosine and the share of words from which two sentences are about one thing, so that a negation in one contradicts.
CONTRARY, ABOUT_ONE_THING = 0.75, 0.4

_YEAR = re.compile(r"(?:19|20)\d\d")
_STOPPED = frozenset(map(stem, STOP_WORDS))  # the "on" of "on-policy" is everywhere


@dataclass(frozen=True, slots=True)
class Part:
    """Some points of an answer in order, under a heading where the answer has several parts."""

    points: tuple[Point, ...]
    heading: str | None = None


def by_year(points: Sequence[Point], hits: Sequence[Hit]) -> list[Part]:
    """A part a year, the earliest first, none known last. Papers that say the same stand at the first of them."""

    def year(point: Point) -> int:
        return min((found for one in point.told if (found := hits[one.hit].paper.year)), default=0)

    years = sorted({year(point) for point in points}, key=lambda found: (found == 0, found))
    return [
        Part(tuple(point for point in points if year(point) == found), str(found) if found else "Year not known")
        for found in years
    ]


def by_side(points: Sequence[Point], sides: Sides, titles: Sequence[str]) -> list[Part]:
    """What compares both first, then what is said of the one and of the other. A sentence that names neither is of the
    side that its paper, of all these `titles`, is named after; what is of neither is told of only where that is most
    of it, since then the question asks for more than for these sides."""
    one, other = _told_apart(sides)

    def named(text: str) -> tuple[bool, bool]:
        held = set(stems(text))
        return _holds(sides.one, one, held), _holds(sides.other, other, held)

    def told(point: Point) -> tuple[bool, bool]:
        said = named(point.main.sentence.text)
        return said if any(said) else named(titles[point.main.hit])

    parts = (
        (f"{sides.one} and {sides.other}", (True, True)),
        (sides.one, (True, False)),
        (sides.other, (False, True)),
    )
    found = [Part(tuple(point for point in points if told(point) == wanted), heading) for heading, wanted in parts]
    rest = tuple(point for point in points if not any(told(point)))
    if 2 * len(rest) > len(points):
        found.append(Part(rest, "Related"))
    return [part for part in found if part.points]


def left_out(told: Collection[frozenset[str]], every: Collection[frozenset[str]], sides: Sides) -> str | None:
    """Which of the two no paper `told` of speaks of, by the stems that papers hold, while some speak of the other; None
    too where any of `every` paper speaks of both."""
    apart = dict(zip((sides.one, sides.other), _told_apart(sides), strict=True))
    one, other = (any(_holds(*side, held) for held in told) for side in apart.items())
    both = any(all(_holds(*side, held) for side in apart.items()) for held in every)
    return None if one == other or both else sides.other if one else sides.one


def _holds(side: str, apart: set[str], held: Collection[str]) -> bool:
    """Whether a text speaks of a side by a stem of it, or by all where it is a name of several words: who says
    "translate" need not speak of Google Translate."""
    said = WORD.findall(side)
    named = len(said) > 1 and all(word[0].isupper() for word in said)
    return len(apart.intersection(held)) >= max(len(apart) if named else 1, 1)


def _told_apart(sides: Sides) -> tuple[set[str], set[str]]:
    """The stems by which each side is known: those that the other does not share, and of "2019" and "2020 systems" the
    years."""
    one, other = (set(stems(side)) - _STOPPED or set(stems(side)) for side in (sides.one, sides.other))
    dated = [{each for each in side if _YEAR.fullmatch(each)} for side in (one, other)]
    if all(dated):
        one, other = dated
    return _telling(one - other), _telling(other - one)


def _telling(apart: set[str]) -> set[str]:
    """Without single digits, unless there is nothing else: the 4 of "GPT-4" is everywhere, that of "type 4" is not."""
    return {each for each in apart if len(each) > 1 or not each.isdigit()} or apart


def by_agreement(points: Sequence[Point]) -> list[Part]:
    """What papers contradict each other on stands side by side, the rest after it; without that there is one part."""
    against = [
        (at, to)
        for at, point in enumerate(points)
        for to in range(at + 1, len(points))
        if _contradict(point, points[to])
    ]
    if not against:
        return [Part(tuple(points))]
    disputed = list(dict.fromkeys(at for pair in against for at in pair))
    rest = tuple(point for at, point in enumerate(points) if at not in disputed)
    parts = [Part(tuple(points[at] for at in disputed), "Papers disagree"), Part(rest, "Also said")]
    return [part for part in parts if part.points]


def _contradict(one: Point, other: Point) -> bool:
    first, second = one.main.sentence.text, other.main.sentence.text
    if one.main.hit == other.main.hit or shared_words(first, second) < ABOUT_ONE_THING:
        return False
    alike = cosine(one.main.vector, other.main.vector) >= CONTRARY
    return alike and negated(first) != negated(second) and amounts(first) == amounts(second)


def arranged(shape: Shape, question: Question, points: Sequence[Point], hits: Sequence[Hit]) -> list[Part]:
    """The parts of an answer of this shape."""
    compared = sides(question)
    if shape == "change":
        return by_year(points, hits)
    if shape == "comparison" and compared is not None:
        return by_side(points, compared, [hit.paper.title for hit in hits])
    return by_agreement(points)
