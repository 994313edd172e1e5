"""Who does what to whom: two names of a claim that have changed places around the same words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answers.text.clauses import Said, said, stems_of
from answers.text.naming import names_of
from index.text.tokens import stems

# What links one content word to the next without telling which of the two comes first.
MUTUAL = frozenset(
    {"and", "or", "between", "with", "versus", "vs", "than", "both", "as", "nor", "while", "whereas", "same", "like"}
)
_MUTUAL_VERBS = """
    associated correlated correlates correlate related linked similar equal equivalent interact interacts combined
    different differ differs compared comparable bind binds bound equals complement
"""
MUTUAL_VERBS = frozenset(_MUTUAL_VERBS.split())
# What is said of one of two and not of the other, beside verbs in "-ed".
_ACTS = """
    part subset superset subclass subtype precursor predictor cause causes affects inhibits activates regulates controls
    binds phosphorylates encodes predicts outperforms exceeds surpasses precedes follows implies contains includes
    requires needs uses helps replaces generates produces improves reduces increases prevents promotes suppresses
    represses induces triggers drives influences supports extends generalizes explains determines dominates leads
"""
ACTS = frozenset(_ACTS.split())
THEN = "then"
FIRST = frozenset({"first", "firstly", "initially"})
PARTS = frozenset({"part", "subset", "superset", "subclass", "subtyp"})  # one of two, whatever they are called
TURNS = "by"  # after a verb: who is named after it does it
AGAINST = frozenset({"while", "whereas", "but"})
DIRECTED = frozenset({"from", "to", "into"})
ORIGINS = {"from": "in", "in": "from"}  # "results from" and "results in"
GIVES = frozenset({"result", "results", "resulted", "resulting"})
RANKS = frozenset({"second", "third", "next"})
BEST = frozenset({"best", "largest", "highest", "lowest", "smallest", "fastest", "strongest", "worst"})

ARTICLES = frozenset({"a", "an", "the"})

Link = tuple[str, tuple[str, ...], str]  # a word, the small words after it, and the next word


def rearranged(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of a claim around which a quote has the same two in each other's place, or what it came from for what
    came of it."""
    words = said(claim)
    held = [said(quote) for quote in quotes]
    names = frozenset(one for name in names_of(claim) for one in stems(name))
    found = [
        word
        for quote in held
        for word in (*_turned(words, quote, names), *_crossed(words, quote), *_reordered(words, quote))
    ]
    return tuple(dict.fromkeys([*found, *_origins(words, held), *_ranks(words, held)]))


def _turned(words: Sequence[Said], quote: Sequence[Said], names: frozenset[str]) -> Iterator[str]:
    own, theirs, once = list(_triples(words)), set(_triples(quote)), _once(words) & _once(quote)
    for one, verb, other in own:
        named = {one, other} & names or verb in PARTS
        if named and one != other and (other, verb, one) in theirs and {one, verb, other} <= once:
            yield verb


def _once(words: Sequence[Said]) -> frozenset[str]:
    """The stems that are said once, so that it is clear what stands beside what."""
    return frozenset(stem for stem, times in Counter(one.stem for one in words).items() if times == 1)


def _triples(words: Sequence[Said]) -> Iterator[tuple[str, str, str]]:
    """Three content words in a row, of which the middle one links the others: "the first, which does it, the other"."""
    content = [at for at, one in enumerate(words) if one.content]
    for first, verb, last in zip(content, content[1:], content[2:], strict=False):
        before, after = _between(words, first, verb), _between(words, verb, last)
        if before is None or after is None or not _acts(words[verb].word):
            continue
        one, other = words[first].stem, words[last].stem
        yield (other, words[verb].stem, one) if TURNS in after else (one, words[verb].stem, other)


def _acts(word: str) -> bool:
    """Whether a word says what one does to the other, which does not do it to the one."""
    return (word.endswith("ed") or word in ACTS) and word not in MUTUAL_VERBS


def _between(words: Sequence[Said], first: int, last: int) -> tuple[str, ...] | None:
    """The small words between two places; none where a clause ends there or both are on a par."""
    small = words[first + 1 : last]
    return None if any(one.ends or one.word in MUTUAL for one in small) else tuple(one.word for one in small)


def _crossed(words: Sequence[Said], quote: Sequence[Said]) -> Iterator[str]:
    """Two links of the claim whose ends the quote has exchanged: "trained on this and tested on that"."""
    own, theirs = _links(words), _links(quote)
    only, once = sorted(own - theirs), _once(words) & _once(quote)
    for one, by, end in only:
        for other, along, last in only:
            exchanged = end != last and {(one, by, last), (other, along, end)} <= theirs
            ends = {one, other} <= DIRECTED or {one, other, end, last} <= once
            if one < other and exchanged and ends:
                yield end


def _reordered(words: Sequence[Said], quote: Sequence[Said]) -> Iterator[str]:
    """The "then" of the claim that follows what it precedes in the quote."""
    own, theirs = _steps(words), _steps(quote)
    if own and theirs and own[0] & theirs[1] and own[1] & theirs[0]:
        yield THEN


def _steps(words: Sequence[Said]) -> tuple[frozenset[str], frozenset[str]] | None:
    """What only comes first, and what only then."""
    places = [at for at, one in enumerate(words) if one.word == THEN]
    if len(places) != 1 or FIRST.isdisjoint(one.word for one in words[: places[0]]):
        return None
    first, second = stems_of(words[: places[0]]), stems_of(words[places[0] + 1 :])
    return first - second, second - first


def _links(words: Sequence[Said]) -> set[Link]:
    """Each content word, or word of direction, with the content word that follows it in its clause."""
    found: set[Link] = set()
    against = any(one.word in AGAINST for one in words)
    for at, one in enumerate(words):
        following = next((place for place in range(at + 1, len(words)) if words[place].content), None)
        if following is None or not (one.content or one.word in DIRECTED):
            continue
        small = _between(words, at, following)
        # Two words side by side name one thing, unless the sentence sets one such pair against another.
        apart = bool(small) or not one.content or against
        if small is not None and apart and TURNS not in small and one.stem != words[following].stem:
            found.add((one.stem, tuple(word for word in small if word not in ARTICLES), words[following].stem))
    return found


def _origins(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """The "from" or "in" after "results" for which the quotes have only the other."""
    theirs = {pair for quote in held for pair in _given(quote)}
    yield from sorted(word for word in _given(words) if theirs == {ORIGINS[word]})


def _given(words: Sequence[Said]) -> set[str]:
    pairs = pairwise(words)
    return {other.word for one, other in pairs if one.word in GIVES and other.word in ORIGINS}


def _ranks(words: Sequence[Said], held: Sequence[Sequence[Said]]) -> Iterator[str]:
    """Superlatives of the claim that the quotes have only of the second."""
    for word in sorted(_first(words)):
        ranked = any((one.word, other.word) for quote in held for one, other in _pairs(quote, word))
        if ranked and not any(word in _first(quote) for quote in held):
            yield word


def _first(words: Sequence[Said]) -> set[str]:
    return {one.word for at, one in enumerate(words) if one.word in BEST and not (at and words[at - 1].word in RANKS)}


def _pairs(words: Sequence[Said], word: str) -> list[tuple[Said, Said]]:
    pairs = pairwise(words)
    return [(one, other) for one, other in pairs if one.word in RANKS and other.word == word]
