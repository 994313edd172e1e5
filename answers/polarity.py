"""Whether a claim says a thing the other way round than its quotes: a negation that one has, or the opposite word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from answers.opposites import (
    BAD,
    DENIES,
    DIRECTIONS,
    EMPHASIS,
    FAILS,
    KEPT,
    LEAVES_OUT,
    OPPOSITES,
    PREFIXES,
    TELLING,
)  # fmt: skip
from answers.wordlists import FUNCTION_WORDS
from index.tokens import stem

TOKEN = re.compile(r"n['’]t\b|cannot|[^\W\d_]+(?=n['’]t\b)|[^\W_]+|[.,;:()!?—]|--")
ENDS = frozenset(".,;:()!?—") | {"--", "but", "and", "while", "although", "whereas", "which", "because"}
AFTER, BEFORE = 4, 3  # content words that a denial reaches: "does not need labels", "labels are not needed"
BESIDE = 3  # content words between which two words are taken to belong together
OURS = frozenset({"we", "our", "ours", "us"})
OTHERS = frozenset({"current", "currently", "existing", "previous", "previously", "prior", "earlier", "conventional"})
SHARED = 2  # of these, from which two words are said of the same


@dataclass(frozen=True, slots=True)
class Denial:
    """`head` is the stem of the first content word after it, `following` those of the first two, `scope` those of all
    that it may deny; `leaves_out` where it says that there is none of them, `of_others` where it is said of earlier
    work."""

    head: str
    scope: frozenset[str]
    following: frozenset[str] = frozenset()
    leaves_out: bool = False
    of_others: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """One word's stem where it stands, those beside it, and whether no denial reaches it."""

    word: str
    beside: frozenset[str]
    affirmed: bool


@dataclass(frozen=True, slots=True)
class Stance:
    """The stems that a text holds, its denials, the stems that stand outside of those, and what stands beside what;
    `own` where it tells of what its writers did, and of nothing earlier."""

    held: frozenset[str]
    denials: tuple[Denial, ...]
    affirmed: frozenset[str]
    near: tuple[Near, ...]
    own: bool = False


def reversed_in(claim: str, quotes: str) -> tuple[str, ...]:
    """The stems by which the claim says the opposite of the quotes; empty where it does not."""
    said, held = stance(claim), stance(quotes)
    found = (*_denied_here(said, held), *_affirmed_here(said, held), *_turned(said, held))
    return tuple(dict.fromkeys(found))


def disputed_in(claim: str, quotes: str) -> tuple[str, ...]:
    """The stems of what the claim says and the quotes deny, and of what it denies and they do not deny squarely."""
    said, held = stance(claim), stance(quotes)
    return (*_denied_here(said, held, squarely=True), *_affirmed_here(said, held))


def _denied_here(said: Stance, held: Stance, *, squarely: bool = False) -> Iterator[str]:
    """Denials of the claim that answer to none in the quotes; what these never speak of may well be left out."""
    for denial in said.denials:
        unheard = denial.leaves_out and not denial.following & held.held
        if denial.head and not denial.following & KEPT and not unheard and not _answered(denial, held, squarely):
            yield denial.head


def _answered(denial: Denial, held: Stance, squarely: bool) -> bool:
    """Whether the quotes deny it too, or say it in a word of their own: "unstable" for "not stable"; unless `squarely`,
    whether they deny something of the same."""
    if denial.head in TELLING:
        return denial.of_others or any(other.head == denial.head for other in held.denials)
    opposite = OPPOSITES.get(denial.head, frozenset()) | prefixed(denial.head)
    return bool(opposite & held.held) or any(
        denial.head in other.scope or (not squarely and len(denial.scope & other.scope) >= SHARED)
        for other in held.denials
    )


def _affirmed_here(said: Stance, held: Stance) -> Iterator[str]:
    """What the quotes deny of the same things, and nowhere say of them, and the claim says; but that earlier work does
    not do something denies nothing of what the writers do."""
    for denial in held.denials:
        if denial.of_others and said.own:
            continue
        ours = [near.beside for near in said.near if near.affirmed and near.word == denial.head]
        theirs = [near.beside for near in held.near if near.affirmed and near.word == denial.head]
        about = frozenset().union(*ours)
        if (
            ours
            and len(about & denial.scope) >= min(2, len(denial.scope) - 1) > 0
            and not any(about & beside for beside in theirs)
        ):
            yield denial.head


def _turned(said: Stance, held: Stance) -> Iterator[str]:
    """Words of the claim that turn what the quotes say of the same things."""
    denied = {one for denial in said.denials for one in denial.scope}
    if not held.held & BAD:
        yield from sorted((said.affirmed & BAD) - denied)
    for one in said.near:
        wanted = OPPOSITES.get(one.word, frozenset())
        words = [other.word for other in held.near if wanted and len(one.beside & other.beside) >= SHARED]
        if wanted.intersection(words) and one.word not in denied and not _same_way(one.word, words):
            yield one.word


def _same_way(word: str, near: Iterable[str]) -> bool:
    """Whether one of these says the same as the word, or what its opposite has for another opposite; "small" says what
    "smaller" does."""
    alike = {other for opposite in OPPOSITES[word] for other in OPPOSITES[opposite]} | {word, word.removesuffix("er")}
    return not alike.isdisjoint(near)


@lru_cache(maxsize=4_000)
def prefixed(word: str) -> frozenset[str]:
    """Stems that deny this one by their beginning: "stable" and "unstable"."""
    longer = {prefix + word for prefix in PREFIXES if len(word) >= 4}
    bare = {word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix) and len(word) - len(prefix) >= 4}
    return frozenset(longer | bare)


@lru_cache(maxsize=2_000)
def stance(text: str) -> Stance:
    tokens = [found.lower() for found in TOKEN.findall(text.replace("’", "'"))]
    denials, outside = [], set(range(len(tokens)))
    for at in range(len(tokens)):
        if _denies(tokens, at):
            after, before = (
                _reached(tokens, range(at + 1, len(tokens)), AFTER),
                _reached(tokens, range(at - 1, -1, -1), BEFORE),
            )
            scope = frozenset(stem(tokens[place]) for place in (*after, *before))
            following = [stem(tokens[place]) for place in after[:2]]
            head = following[0] if following else ""
            told = tokens[at] in LEAVES_OUT, _of_others(tokens, at)
            denials.append(Denial(head, scope, frozenset(following), *told))
            outside.difference_update(after, before[:1])
    content = [place for place, token in enumerate(tokens) if _content(token)]
    return Stance(
        held=frozenset(stem(tokens[place]) for place in content),
        denials=tuple(denials),
        affirmed=frozenset(stem(tokens[place]) for place in content if place in outside),
        near=tuple(_near([stem(tokens[place]) for place in content], [place in outside for place in content])),
        own=not OURS.isdisjoint(tokens) and OTHERS.isdisjoint(tokens),
    )


def _of_others(tokens: Sequence[str], at: int) -> bool:
    """Whether the clause of the word there names earlier work."""
    first = max((place + 1 for place in range(at) if tokens[place] in ENDS), default=0)
    end = next((place for place in range(at, len(tokens)) if tokens[place] in ENDS), len(tokens))
    return not OTHERS.isdisjoint(tokens[first:end])


def _denies(tokens: Sequence[str], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at] in FAILS:
        return following == "to" or tokens[at].startswith("lack")
    return tokens[at] in DENIES and following not in EMPHASIS


def _reached(tokens: Sequence[str], places: Iterable[int], most: int) -> list[int]:
    found: list[int] = []
    for place in places:
        if tokens[place] in ENDS or len(found) == most:
            break
        if _content(tokens[place]):
            found.append(place)
    return found


def _content(token: str) -> bool:
    return token in DIRECTIONS or (token[0].isalnum() and token not in FUNCTION_WORDS and token not in DENIES)


def _near(stems: Sequence[str], outside: Sequence[bool]) -> Iterator[Near]:
    for at, one in enumerate(stems):
        beside = frozenset((*stems[max(0, at - BESIDE) : at], *stems[at + 1 : at + 1 + BESIDE]))
        yield Near(one, beside - {one}, outside[at])
