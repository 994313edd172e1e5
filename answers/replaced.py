"""One thing named in place of another in a claim that is otherwise a quote's own words."""

from collections.abc import Iterator, Sequence

from answers.clauses import Said, said, stems_of
from answers.opposites import DENIES
from answers.wordlists import GENERAL_WORDS, SCAFFOLD_WORDS

SAME = 0.7  # of a claim's content words, from which it is a quote's own words
FEWEST = 4  # content words of which that can be told


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


def _telling(one: Said) -> bool:
    return one.content and one.word not in GENERAL_WORDS and one.word not in SCAFFOLD_WORDS and one.word.isalpha()


def _slot(words: Sequence[Said], at: int, quote: Sequence[Said], whole: frozenset[str]) -> bool:
    """Whether the quote has one of its own words between the same two words."""
    before, after = _beside(words, at)
    if "" in (before, after):
        pass
    for place, one in enumerate(quote):
        if one.content and one.stem not in whole and _beside(quote, place) == (before, after):
            return True
    return False


def _beside(words: Sequence[Said], at: int) -> tuple[str, str]:
    before = words[at - 1].stem if at else ""
    after = words[at + 1].stem if at + 1 < len(words) else ""
    return before, after
