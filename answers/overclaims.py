"""Claims that go further than their quotes: a cause where these know of an association, all where they speak of some."""

from collections.abc import Sequence

from answers.amounts import SPELT
from answers.clauses import Said, after, around, said, states, stems_of
from answers.opposites import ABSOLUTES, ASSOCIATED, CAUSES, DENIES

# After "all": what says all of which, as these are told before.
NAMED = frozenset({"of", "the", "these", "those", "other", "our", "its", "their", *SPELT})
REACH = 4  # content words beside a word that tell what it is said of
SHARED = 2  # of these, from which quotes name the cause of the same


def overclaimed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of the claim that say more than any of the quotes."""
    words, held = said(claim), [said(quote) for quote in quotes if states(quote)]
    found = [one.word for at, one in enumerate(words) if not _denied(words, at) and _too_much(words, at, held)]
    return tuple(dict.fromkeys(found))


def _too_much(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    return _causes(words, at, held) or any(_absolute(words, at, held, *group) for group in ABSOLUTES)


def _causes(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]]) -> bool:
    if words[at].word not in CAUSES or not any(ASSOCIATED & stems_of(quote) for quote in held):
        return False
    about = around(words, at, REACH)
    return not any(
        one.word in CAUSES and len(about & around(quote, place, REACH)) >= SHARED
        for quote in held
        for place, one in enumerate(quote)
    )


def _absolute(
    words: Sequence[Said], at: int, held: Sequence[Sequence[Said]], group: frozenset[str], enough: frozenset[str]
) -> bool:
    """Whether it is a word of this group, and no quote has one that says enough, of any of the same."""
    following = words[at + 1].word if at + 1 < len(words) else ""
    if words[at].word not in group or following in NAMED:
        return False
    about = after(words, at, REACH)
    return not any(
        one.word in enough and (not about or about & after(quote, place, REACH))
        for quote in held
        for place, one in enumerate(quote)
    )


def _denied(words: Sequence[Said], at: int) -> bool:
    return any(one.word in DENIES for one in words[max(0, at - 2) : at])
