"""Which of two a claim says a thing of: on either side of "while", before and after "instead of", beside which noun."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, product

from answers.text.clauses import Said, said, stems_of
from answers.text.naming import names_of
from answers.text.opposites import SETS_ASIDE
from index.text.tokens import stems

AGAINST = frozenset({"while", "whereas", "but", "although", ";"})
SENTENCE_ENDS = frozenset({".", "?", "!"})
# What may be said of nearly anything, and moved from one noun to the next.
PRAISES = re.compile(r"(?:high|low|better|best|good|fast|new|novel|strong|large|small|efficient|effective|simple)\b")
PAIRS = 4  # words of two pairs that share none
ASIDE = 4  # telling words that "instead of" sets aside
MOST = 8  # times that a sentence sets one thing against another; one that does it more often is a list

Side = frozenset[str]
Sides = tuple[Side, Side]
Pair = tuple[str, str]


def misassigned(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of a claim that have changed places with others of it, by what a quote says of either."""
    words = said(claim)
    halves, set_aside, beside = _halves(words), _set_aside(words), _beside(words)
    names = frozenset(one for name in names_of(claim) for one in stems(name))
    held = [sentence for quote in quotes for sentence in _sentences(said(quote))]
    found = [
        word
        for sentence in held
        for word in (*_across(halves, sentence, names), *_instead(set_aside, sentence), *_modifying(beside, sentence))
    ]
    return tuple(dict.fromkeys(found))


def _sentences(words: Sequence[Said]) -> Iterator[Sequence[Said]]:
    first = 0
    for at, one in enumerate(words):
        if one.word in SENTENCE_ENDS:
            yield words[first:at]
            first = at + 1
    yield words[first:]


def _across(halves: Sequence[Sides], quote: Sequence[Said], names: Side) -> Iterator[str]:
    """Names that stand on the two sides of a "while", where a quote has each with what the claim says of the other."""
    for (left, right), (one, other) in product(halves, _halves(quote)):
        first, second = (left - right) & names, (right - left) & names
        apart = first & other - one and second & one - other and not (first & one or second & other)
        straight = len((left - names) & one) + len((right - names) & other)
        crossed = len((left - names) & other) + len((right - names) & one)
        if apart and straight > crossed:
            yield min(first)


def _halves(words: Sequence[Said]) -> tuple[Sides, ...]:
    """What is said before a word that sets things against each other, and after it; or after it up to a comma, where
    it opens the sentence, and then."""
    turns = islice((at for at, one in enumerate(words) if one.word in AGAINST), MOST)
    ends = ((at or next((place for place, one in enumerate(words) if one.word == ","), 0)) for at in turns)
    return tuple((stems_of(words[:end]), stems_of(words[end + 1 :])) for end in ends)


def _instead(set_aside: Sequence[Sides], quote: Sequence[Said]) -> Iterator[str]:
    """What the claim sets aside for what the quote sets aside."""
    for (aside, kept), (other, theirs) in product(set_aside, _set_aside(quote)):
        if aside & theirs - other and kept & other - theirs and not aside & other:
            yield min(kept & other - theirs)


def _set_aside(words: Sequence[Said]) -> tuple[Sides, ...]:
    turns = (at for at, (one, following) in enumerate(pairwise(words)) if SETS_ASIDE.get(one.word) == following.word)
    return tuple(_aside_and_kept(words, at) for at in islice(turns, MOST))


def _aside_and_kept(words: Sequence[Said], at: int) -> Sides:
    """What the two words there set aside, up to the end of the clause, and all else."""
    end = next((place for place in range(at, len(words)) if words[place].word in {",", ";", "."}), len(words))
    aside = frozenset([one.stem for one in words[at + 2 : end] if one.content][:ASIDE])
    return aside, stems_of([*words[:at], *words[end:]]) - aside


def _modifying(beside: frozenset[Pair], quote: Sequence[Said]) -> Iterator[str]:
    """Two words right before two nouns, which a quote has before each other's noun."""
    theirs = _beside(quote)
    before, behind = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for word, noun in theirs:
        before[noun].add(word)
        behind[word].add(noun)
    own = beside - theirs
    for one, noun in sorted(own):
        exchanged = product(before[noun], behind[one])
        if any((other, last) in own and _apart((one, noun), (other, last)) for other, last in exchanged):
            yield one


def _apart(pair: Pair, other: Pair) -> bool:
    """Whether no word is in both; of the two pairs the one that comes first stands for both."""
    return pair < other and len({*pair, *other}) == PAIRS


def _beside(words: Sequence[Said]) -> frozenset[Pair]:
    pairs = ((one, other) for one, other in pairwise(words) if one.content and other.content)
    return frozenset((one.stem, other.stem) for one, other in pairs if not PRAISES.match(one.word))
