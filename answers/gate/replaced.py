"""One thing named in place of another in a claim that is otherwise a quote's own words."""

from collections.abc import Iterator, Sequence

from answers.text.clauses import Said, said, stems_of
from answers.text.naming import names_of, unstated_names
from answers.text.wordlists import ANYTHING, FUNCTION_WORDS, GENERAL_WORDS
from index.text.tokens import WORD, folded, stem

Place = tuple[str, ...]

# A noun stands between these: "of the target of".
_LEADS = "a an the of in on at by for from with to among between during over as than and or"
_FOLLOWS = """
    of in on at by for from with to among between during over as than was were is are has had compared . , ( ) and
"""
LEADS, FOLLOWS = frozenset(_LEADS.split()), frozenset(_FOLLOWS.split())
SAME = 0.7  # of a claim's content words, from which it is a quote's own words
BEGINS = 4  # first letters by which a name is taken for another form of the same
REACH = 3  # words beside a name, up to the first that tells something, by which its place is known
FEWEST = 4  # content words of which that can be told
# Nouns for the same, which may stand in each other's place.
_ALIKE = """
    death/mortality/fatality infant/baby/newborn/neonate child/children/kid teenager/adolescent
    doctor/physician/clinician drug/medication/medicine illness/disease/disorder tumour/tumor/neoplasm
    therapy/treatment participant/subject/volunteer people/person/individual pupil/student worker/employee
    picture/image/photo/photograph film/movie car/vehicle/automobile passage/paragraph dataset/corpus/corpora/data
    error/mistake answer/reply speed/velocity quantity/amount company/firm nation/country drawback/disadvantage
    benefit/advantage goal/aim/objective network/net ability/capability label/tag occurrence/incidence
"""
ALIKE = tuple(frozenset(map(stem, words.split("/"))) for words in _ALIKE.split())


def replaced(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """Words of the claim that no quote holds and that stand exactly where one has another word."""
    words, held = said(claim), [said(quote) for quote in quotes]
    whole = stems_of(words)
    if len(whole) < FEWEST:
        return ()
    close = [quote for quote in held if len(whole & stems_of(quote)) >= SAME * len(whole)]
    return tuple(
        one.word
        for at, one in enumerate(words)
        if _telling(one) and any(one.stem not in stems_of(quote) and _slot(words, at, quote, whole) for quote in close)
    )


def renamed(claim: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """Names of the claim that no quote holds, right beside the very words beside which one has a name of its own."""
    unsaid = unstated_names(claim, " ".join(quotes))
    own = frozenset(map(folded, names_of(claim)))
    held = [(_places(quote), frozenset(names_of(quote))) for quote in quotes] if unsaid else []
    theirs = [
        (place, name) for found, names in held for name, place in found if name in names and folded(name) not in own
    ]
    return tuple(
        dict.fromkeys(
            name
            for name, place in _places(claim)
            if name in unsaid and any(place == other and not _spelt_alike(name, held) for other, held in theirs)
        )
    )


def _places(text: str) -> Iterator[tuple[str, Place]]:
    """Every word as written, with the stems of those after it up to the first that tells something, and of those
    before it; not where one of these has a capital, which may be part of a name."""
    words = WORD.findall(text)
    for at, word in enumerate(words):
        beside = (words[at + 1 : at + 1 + REACH], words[max(0, at - REACH) : at][::-1])
        for side, others in enumerate(beside):
            last = next((place for place, one in enumerate(others, start=1) if one not in FUNCTION_WORDS), 0)
            # Before a name, a word alone may be one of many that are said of it.
            if last > side and all(one.islower() for one in others[:last]):
                yield word, (str(side), *map(stem, others[:last]))


def _spelt_alike(one: str, other: str) -> bool:
    one, other = folded(one), folded(other)
    return one in other or other in one or one[:BEGINS] == other[:BEGINS]


def _telling(one: Said) -> bool:
    return one.content and one.word.isalpha() and one.word not in GENERAL_WORDS | ANYTHING


def _slot(words: Sequence[Said], at: int, quote: Sequence[Said], whole: frozenset[str]) -> bool:
    """Whether the quote has one of its own words between the same two words."""
    beside = _beside(words, at)
    return (beside[0] in LEADS and beside[1] in FOLLOWS) and any(
        one.content and one.stem not in whole and _beside(quote, place) == beside and not _alike(words[at], one)
        for place, one in enumerate(quote)
    )


def _alike(one: Said, other: Said) -> bool:
    return any({one.stem, other.stem} <= words for words in ALIKE)


def _beside(words: Sequence[Said], at: int) -> tuple[str, str]:
    before = words[at - 1].word if at else ""
    after = words[at + 1].word if at + 1 < len(words) else ""
    return before, after
