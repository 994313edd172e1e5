"""Small words that order things in time and space: a claim with "before" where its quote has "after"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answers.text.clauses import Said, after, before, said

REACH = 2  # content words on either side that tell of what it is said
# The two sides of each: what stands before one of these is on this side of what follows.
_SIDES = (
    ("before prior preceding", "after following"),
    ("inside within", "outside beyond"),
    ("above over", "below under beneath"),
)
SIDES = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in _SIDES)
# Of these only with the word that must follow it: "prior work" orders nothing.
FOLLOWED = {"prior": "to"}


@dataclass(frozen=True, slots=True)
class Place:
    """A word that orders what stands before it and what follows it: of which kind it is, and on which side; `both` is
    what stands on both."""

    word: str
    kind: int
    side: int
    left: frozenset[str]
    right: frozenset[str]
    both: frozenset[str]


def misplaced(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The ordering words of a claim where a quote orders the same otherwise, and none does as the claim."""
    theirs = [other for quote in quotes for other in _places(said(quote))]
    return tuple(
        one.word
        for one in _places(said(claim))
        if any(_against(one, other) for other in theirs) and not any(_agree(one, other) for other in theirs)
    )


def _places(words: Sequence[Said]) -> Iterator[Place]:
    for at, one in enumerate(words):
        following = words[at + 1].word if at + 1 < len(words) else ""
        if FOLLOWED.get(one.word, following) != following:
            continue
        for kind, sides in enumerate(SIDES):
            if any(one.word in side for side in sides):
                left, right = before(words, at, 2 * REACH), after(words, at, REACH)
                yield Place(one.word, kind, int(one.word in sides[1]), left - right, right, left & right)


def _against(one: Place, other: Place) -> bool:
    """Whether they are opposite words between the same two, or the same word with these in each other's place."""
    if one.kind != other.kind:
        return False
    if one.side != other.side:
        return bool(one.right & other.right and (one.left & other.left or not one.left or not other.left))
    return bool(one.right & other.left - other.right and one.left & other.right - other.left)


def _agree(one: Place, other: Place) -> bool:
    """Whether they order the same; what stands on both sides of one of them does not tell, unless all of it does."""
    right = other.right if one.side == other.side else other.left
    same = one.right & right
    return one.kind == other.kind and bool(same - one.both - other.both or (same and one.right == right))
