"""Claims that go further than their quotes: a cause where these know an association, all where they speak of some."""

from collections.abc import Sequence

from answers.clauses import Said, after, before, said, stems_of
from answers.opposites import ABSOLUTES, ASSOCIATED, CAUSES, COMPARED, DENIES, LEADS_TO

RANDOM = frozenset({"randomized", "randomised", "randomly", "controlled"})  # what lets a study tell causes
REACH = 4  # content words beside a word that tell what it is said of


def overclaimed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of the claim that say more than any of the quotes."""
    words, held = said(claim), [said(quote) for quote in quotes]
    found = [one.word for at, one in enumerate(words) if not _denied(words, at) and _too_much(words, at, held)]
    return tuple(dict.fromkeys(found))


def _too_much(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    return _causes(words, at, held) or any(_absolute(words, at, held, kind) for kind in ABSOLUTES)


def _causes(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    """Whether it names a cause where the quotes tell of no more than an association, or of nothing of the kind."""
    plain = words[at].word in CAUSES
    known = ASSOCIATED | COMPARED if plain else ASSOCIATED
    theirs = {one.word for quote in held for one in quote}
    if not plain and words[at].word not in LEADS_TO:
        return False
    only = bool(known & theirs) and not RANDOM & theirs and not _named(words, at, held)
    return only or (plain and _apart(words, at, held))


def _named(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    """Whether the quotes name a cause of the same."""
    effect = _effect(words, at)
    return any(
        one.word in CAUSES | LEADS_TO and effect & _effect(quote, place)
        for quote in held
        for place, one in enumerate(quote)
    )


def _apart(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    """Whether no quote names anything of both the cause and its effect."""
    one, other = before(words, at, REACH), after(words, at, REACH)
    return bool(one and other) and not any(one & stems_of(quote) and other & stems_of(quote) for quote in held)


def _effect(words: Sequence[Said], at: int) -> frozenset[str]:
    """What a cause is named for: "it causes this", "this, caused by it"."""
    passive = at + 1 < len(words) and words[at + 1].word == "by"
    return before(words, at, REACH) if passive else after(words, at, REACH)


def _absolute(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]], kind: Sequence[frozenset[str]]) -> bool:
    """Whether it is a word of this kind, and no quote has one that says enough, of any of the same."""
    group, enough, unless = kind
    if words[at].word not in group or (at + 1 < len(words) and words[at + 1].word in unless):
        return False
    about = after(words, at, REACH)
    return not any(
        one.word in enough and (not about or about & after(quote, place, REACH))
        for quote in held
        for place, one in enumerate(quote)
    )


def _denied(words: Sequence[Said], at: int) -> bool:
    return any(one.word in DENIES for one in words[max(0, at - 2) : at])
