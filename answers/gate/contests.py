"""Words of a claim whose opposite the quotes have in this very place, though they may use the word itself elsewhere."""

from collections.abc import Iterable, Iterator, Sequence

from answers.gate.comparing import swapped_about
from answers.text.clauses import APART, Said, after, around, part, said, stems_of
from answers.text.hedges import without_bounds
from answers.text.opposites import AXES, BETTERS, BURDENS, DENIES, DIRECTIONS, MORE, OPPOSITES
from answers.text.polarity import prefixed

REACH = 4  # content words on either side that tell what a word is said of
NEXT = 2  # of those after it, of which one tells what it is said of
LEADING = frozenset({"to", "be", "been", "being"})  # between "not" and the word that it denies
SHARED = 2  # of these, from which two words are said of the same


def contested(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The stems by which the claim turns the quotes round: what stands beside them there stands more closely
    beside an opposite than beside any word that says the same."""
    quotes = [without_bounds(quote) for quote in quotes]
    held, words = [said(quote) for quote in quotes], said(claim)
    # Where a quote compares the same two the other way round, the opposite word says the same.
    others = [said(quote) for quote in quotes if not swapped_about(claim, quote)]
    found = [one.stem for at, one in enumerate(words) if one.content and _lost(words, at, held, others)]
    return tuple(dict.fromkeys([*found, *_prefixes(stems_of(words), words, held), *_bettered(words, held)]))


def _lost(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]], others: Sequence[Sequence[Said]]) -> bool:
    against, alike = _sides(words[at], stems_of(words))
    if not against or _denied(words, at) or _said_so(words, at, held, alike):
        return False
    about, said_of = around(words, at, REACH) - against - alike, after(words, at, REACH)
    opposite = [(quote, place) for quote in others for place in _affirmed(quote, against)]
    apart = [about - stems_of([one for side in part(quote, place) for one in side]) for quote, place in opposite]
    beside = [around(quote, place, REACH) for quote in held for place in _places(quote, alike)]
    # What the quotes say in this word of what only the claim tells of, they say in the other of something else.
    counted = [one for one, words in zip(opposite, apart, strict=True) if not any(words & near for near in beside)]
    turned = max((_shared(about, said_of, quote, [place]) for quote, place in counted), default=0)
    same = max((_shared(about, said_of, quote, _places(quote, alike)) for quote in held), default=0)
    return turned >= min(SHARED, max(len(about), 1)) and turned > same


def _bettered(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """Verbs by which the claim improves what a quote says is reduced, or the other way round."""
    if any(one.word in DENIES for one in words):
        return
    for own, against in (BETTERS, BETTERS[::-1], MORE):
        for at, one in enumerate(words):
            burden = after(words, at, NEXT) & BURDENS if own is not MORE[0] else frozenset()
            thing = after(words, at, 1) if one.stem in own and not burden else frozenset()
            if thing and _done_to(thing, against, held) and not _done_to(thing, own, held):
                yield one.stem


def _done_to(thing: frozenset[str], verbs: frozenset[str], held: Sequence[Sequence[Said]]) -> bool:
    return any(thing & after(quote, place, 2) for quote in held for place in _affirmed(quote, verbs))


def _sides(one: Said, whole: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems that say the opposite of a word, and those that say the same of it. A claim that has both of a pair
    tells of two things."""
    against = OPPOSITES.get(one.stem, frozenset())
    alike = frozenset({one.stem}).union(*(OPPOSITES[other] for other in against))
    if against & whole:
        against = frozenset()
    for side, other in () if one.word in DIRECTIONS else (*AXES, *((other, side) for side, other in AXES)):
        if not side.isdisjoint((one.stem, one.word)):
            against, alike = against | other, alike | side
    return against - alike, alike


def _said_so(words: Sequence[Said], at: int, held: Sequence[Sequence[Said]], alike: frozenset[str]) -> bool:
    """Whether a quote says this of the very thing that follows."""
    following = after(words, at, NEXT)
    return any(following & after(quote, place, REACH) for quote in held for place in _places(quote, alike))


def _shared(about: frozenset[str], said_of: frozenset[str], quote: Sequence[Said], places: Iterable[int]) -> int:
    """How many of these words the quote has beside one of these places, where any of what the word is said of is."""
    found = ((about & around(quote, at, REACH), said_of & around(quote, at, 2 * REACH)) for at in places)
    return max((len(both | told) for both, told in found if told or not said_of), default=0)


def _places(quote: Sequence[Said], wanted: frozenset[str]) -> Iterator[int]:
    return (place for place, one in enumerate(quote) if one.content and not wanted.isdisjoint((one.stem, one.word)))


def _affirmed(quote: Sequence[Said], wanted: frozenset[str]) -> Iterator[int]:
    return (place for place in _places(quote, wanted) if not _denied(quote, place))


def _denied(words: Sequence[Said], at: int) -> bool:
    """Whether a denial stands right before it, or before the "to be" or "been" that leads up to it."""
    led = at
    while led and words[led - 1].word in LEADING:
        led -= 1
    return any(one.word in DENIES for one in words[max(0, min(led - 1, at - 2)) : at])


def _prefixes(whole: frozenset[str], words: Sequence[Said], quotes: Sequence[Sequence[Said]]) -> Iterator[str]:
    """Words that the sentence which says the rest has with a prefix that denies them, or without."""
    for at, one in enumerate(words):
        against = prefixed(one.stem) if one.content else frozenset()
        if not against or against & whole or _denied(words, at):
            continue
        said_so = any(_denied(quote, place) for quote in quotes for place in _places(quote, against))
        pieces = (quotes, [piece for quote in quotes for piece in _parts(quote)])
        if not said_so and any(_prefixed(one.stem, against, whole, [*map(stems_of, held)]) for held in pieces):
            yield one.stem


def _prefixed(own: str, against: frozenset[str], whole: frozenset[str], held: Sequence[frozenset[str]]) -> bool:
    turned = _most(whole, [quote for quote in held if against & quote and own not in quote])
    return turned > max(SHARED, _most(whole, [quote for quote in held if own in quote]), len(whole) // 2)


def _parts(quote: Sequence[Said]) -> Iterator[Sequence[Said]]:
    """What a quote sets one against another."""
    first = 0
    for at, one in enumerate(quote):
        if one.word in APART:
            yield quote[first:at]
            first = at + 1
    yield quote[first:]


def _most(whole: frozenset[str], quotes: Sequence[frozenset[str]]) -> int:
    return max((len(whole & quote) for quote in quotes), default=0)
