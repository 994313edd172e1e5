"""Which of two a claim says a thing of: on either side of "while", before and after "instead of", beside which noun."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from answers.text.clauses import Said, said, stems_of
from answers.text.naming import names_of
from answers.text.opposites import SETS_ASIDE
from index.tokens import stems

AGAINST = frozenset({"while", "whereas", "but", "although", ";"})
SENTENCE_ENDS = frozenset({".", "?", "!"})
# What may be said of nearly anything, and moved from one noun to the next.
PRAISES = re.compile(r"(?:high|low|better|best|good|fast|new|novel|strong|large|small|efficient|effective|simple)\b")
PAIRS = 4  # words of two pairs that share none
ASIDE = 4  # telling words that "instead of" sets aside

Side = frozenset[str]


def misassigned(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of a claim that have changed places with others of it, by what a quote says of either."""
    words = said(claim)
    names = frozenset(one for name in names_of(claim) for one in stems(name))
    held = [sentence for quote in quotes for sentence in _sentences(said(quote))]
    found = [
        word
        for sentence in held
        for word in (*_across(words, sentence, names), *_instead(words, sentence), *_modifying(words, sentence))
    ]
    return tuple(dict.fromkeys(found))


def _sentences(words: Sequence[Said]) -> Iterator[Sequence[Said]]:
    first = 0
    for at, one in enumerate(words):
        if one.word in SENTENCE_ENDS:
            yield words[first:at]
            first = at + 1
    yield words[first:]


def _across(words: Sequence[Said], quote: Sequence[Said], names: Side) -> Iterator[str]:
    """Names that stand on the two sides of a "while", where a quote has each with what the claim says of the other."""
    for (left, right), (one, other) in product(_halves(words), _halves(quote)):
        first, second = (left - right) & names, (right - left) & names
        apart = first & other - one and second & one - other and not (first & one or second & other)
        straight = len((left - names) & one) + len((right - names) & other)
        crossed = len((left - names) & other) + len((right - names) & one)
        if apart and straight > crossed:
            yield min(first)


def _halves(words: Sequence[Said]) -> Iterator[tuple[Side, Side]]:
    """What is said before a word that sets things against each other, and after it; or after it up to a comma, where
    it opens the sentence, and then."""
    for at, one in enumerate(words):
        if one.word in AGAINST:
            opens = next((place for place in range(at, len(words)) if words[place].word == ","), at) if at == 0 else at
            yield stems_of(words[:opens]), stems_of(words[opens + 1 :])


def _instead(words: Sequence[Said], quote: Sequence[Said]) -> Iterator[str]:
    """What the claim sets aside for what the quote sets aside."""
    for (aside, kept), (other, theirs) in product(_set_aside(words), _set_aside(quote)):
        if aside & theirs - other and kept & other - theirs and not aside & other:
            yield min(kept & other - theirs)


def _set_aside(words: Sequence[Said]) -> Iterator[tuple[Side, Side]]:
    for at, (one, following) in enumerate(pairwise(words)):
        if SETS_ASIDE.get(one.word) == following.word:
            end = next((place for place in range(at, len(words)) if words[place].word in {",", ";", "."}), len(words))
            aside = [other.stem for other in words[at + 2 : end] if other.content][:ASIDE]
            yield frozenset(aside), stems_of([*words[:at], *words[end:]]) - frozenset(aside)


def _modifying(words: Sequence[Said], quote: Sequence[Said]) -> Iterator[str]:
    """Two words right before two nouns, which a quote has before each other's noun."""
    own, theirs = _beside(words), _beside(quote)
    for (one, noun), (other, last) in product(sorted(own - theirs), repeat=2):
        apart = one < other and len({one, other, noun, last}) == PAIRS
        if apart and {(other, noun), (one, last)} <= theirs:
            yield one


def _beside(words: Sequence[Said]) -> set[tuple[str, str]]:
    pairs = ((one, other) for one, other in pairwise(words) if one.content and other.content)
    return {(one.stem, other.stem) for one, other in pairs if not PRAISES.match(one.word)}
