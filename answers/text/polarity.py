"""Whether a claim says a thing the other way round than its quotes: a negation that one has, or the opposite word."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from answers.text.hedges import without_bounds
from answers.text.opposites import AWAY, BAD, DIRECTIONS, GOOD, KEPT, LESSENS, NEEDS, OPPOSITES, PREFIXES, TELLING
from answers.text.stance import Denial, Stance, stance

ALONE = re.compile(r"\balone\s(?:\w+\s){0,3}?(?:not|cannot)\b", re.IGNORECASE)
ENOUGH = re.compile(r"\b(?:more\sthan\sjust|not\s(?:just|only|enough|sufficient)|insufficient|alone)\b", re.IGNORECASE)
SAME = 3  # of the words beside what is affirmed that a denial must reach, to deny this very thing
SHARED = 2  # of the words beside two words, from which these are said of the same


def reversed_in(claim: str, quotes: str) -> tuple[str, ...]:
    """The stems by which the claim says the opposite of the quotes; empty where it does not."""
    said, held = stance(claim), stance(quotes)
    found = (
        *(() if _not_alone(claim, quotes) else _denied_here(said, held)),
        *_affirmed_here(said, held),
        *_turned(stance(without_bounds(claim)), held),
    )
    return tuple(dict.fromkeys(found))


def _not_alone(claim: str, quotes: str) -> bool:
    """Whether the claim denies only that a thing does it alone, and the quotes that it is enough."""
    return ALONE.search(claim) is not None and ENOUGH.search(quotes) is not None


def denied_by(claim: str, quote: str) -> tuple[str, ...]:
    """The stems of what the claim says and this quote denies, whatever other quotes say in the same words; or of what
    the claim denies of earlier work and the quote of its own."""
    said, held = stance(claim), stance(quote)
    return tuple(dict.fromkeys([*_affirmed_here(said, held), *_withheld(said, held), *_of_the_others(said, held)]))


def _withheld(said: Stance, held: Stance) -> Iterator[str]:
    """What the writers do not use, give or the like, where the claim denies nothing and speaks of the same."""
    for denial in () if said.denials else held.denials:
        plain = not (denial.aside or denial.mild or denial.of_others or denial.leaves_out)
        if plain and denial.head in TELLING and len((denial.scope - {denial.head}) & said.affirmed) >= SAME:
            yield denial.head


def _of_the_others(said: Stance, held: Stance) -> Iterator[str]:
    for denial in (one for one in said.denials if one.of_others):
        same = [other for other in held.denials if other.head == denial.head]
        if same and not any(other.of_others for other in same):
            yield denial.head


def _denied_here(said: Stance, held: Stance) -> Iterator[str]:
    """Denials of the claim that answer to none in the quotes; what these never speak of may well be left out, and
    anything be set against what they speak of."""
    for denial in said.denials:
        if denial.mild or (denial.aside and denial.rival <= held.held):
            continue
        away = held.held & AWAY and denial.following <= held.held
        unheard = denial.leaves_out and (away or not denial.following & held.held)
        kept = denial.following if denial.leaves_out else {denial.head}
        if denial.head and not KEPT & kept and not unheard and not _answered(denial, held):
            yield denial.head


def _answered(denial: Denial, held: Stance) -> bool:
    """Whether the quotes deny it too, or something of the same, or say it in a word of their own: "unstable" for "not
    stable"."""
    if denial.head in TELLING and not denial.leaves_out:
        return denial.of_others or any(_denies_too(other, denial) for other in held.denials)
    opposite, prefix = OPPOSITES.get(denial.head, frozenset()), prefixed(denial.head)
    for one in held.near:
        if len(one.beside & denial.scope) >= (SHARED if one.word in opposite else 1) and one.word in opposite | prefix:
            return True
    named = any(denial.head in other.scope for other in held.denials)
    said = any(
        one.affirmed and one.word == denial.head and len(one.beside & denial.scope) >= SHARED for one in held.near
    )
    return any(_alike(denial, other) for other in held.denials) and (named or not said)


def _denies_too(other: Denial, denial: Denial) -> bool:
    """Whether this denies the same, or of the same thing what leads up to it: "lacks what it takes to build one"."""
    return other.head == denial.head or (denial.head in other.scope and len(denial.scope & other.scope) > SHARED)


def _alike(denial: Denial, other: Denial) -> bool:
    """Whether the quotes' denial is of the same. What earlier work struggles to do bears out nothing, and what
    something else struggles to do only a denial of this very thing."""
    if other.mild:
        return other.head == denial.head and not other.of_others
    return denial.head in other.scope or len(denial.scope & other.scope) >= SHARED


def _affirmed_here(said: Stance, held: Stance) -> Iterator[str]:
    """What the quotes deny of the same things, and nowhere say of them, and the claim says; but that earlier work does
    not do something denies nothing of what the writers do."""
    for denial in (*held.denials, *held.neither):
        if denial.aside or denial.mild or (denial.of_others and said.own):
            continue
        heads = NEEDS if denial.head in NEEDS else {denial.head}
        ours = [near.beside for near in said.near if near.affirmed and near.word in heads]
        theirs = [near.beside for near in held.near if near.affirmed and near.word in heads]
        about = frozenset().union(*ours)
        if (
            ours
            and len(about & denial.scope) >= min(SAME, len(denial.scope - DIRECTIONS) - 1 - denial.leaves_out) > 0
            and not any(about & beside for beside in theirs)
        ):
            yield denial.head


def _turned(said: Stance, held: Stance) -> Iterator[str]:
    """Words of the claim that turn what the quotes say of the same things; a word that they use themselves turns
    nothing."""
    denied = {one for denial in said.denials if not denial.mild for one in denial.scope}
    if not held.held & BAD and not said.held & GOOD:
        yield from sorted((said.affirmed & BAD) - denied)
        if said.behind and not held.behind:
            yield "behind"
    # "Less than that" may be said of what "does not reach that".
    short = {one.word for one in said.near if any(len(one.beside & other.scope) >= SHARED for other in held.denials)}
    if not held.held & LESSENS:
        yield from sorted((said.affirmed & {"less"}) - denied - short)
    for one in said.near:
        wanted = frozenset() if one.word in held.held else OPPOSITES.get(one.word, frozenset())
        words = [other.word for other in held.near if wanted and len(one.beside & other.beside) >= SHARED]
        if wanted.intersection(words) and one.word not in denied and not _same_way(one.word, words):
            yield one.word


def _same_way(word: str, near: Iterable[str]) -> bool:
    """Whether one of these is what the word's opposite has for another opposite; "small" says what "smaller" does."""
    alike = {other for opposite in OPPOSITES[word] for other in OPPOSITES[opposite]} | {word.removesuffix("er")}
    return not alike.isdisjoint(near)


@lru_cache(maxsize=4_000)
def prefixed(word: str) -> frozenset[str]:
    """Stems that deny this one by their beginning: "stable" and "unstable"."""
    longer = {prefix + word for prefix in PREFIXES if len(word) >= 4}
    bare = {word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix) and len(word) - len(prefix) >= 4}
    return frozenset(longer | bare)
