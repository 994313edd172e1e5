"""How much of a claim quotes say in its own words."""

from answers.wordlists import FUNCTION_WORDS, SCAFFOLD_WORDS
from index.tokens import parts, stem, telling_stems, words


def shared(claim: str, quotes: str) -> tuple[int, float]:
    """How many of the claim's telling words have stems that the quotes hold, and their share; 0 of a claim without."""
    wanted = telling(claim)
    held = len(wanted & telling_stems(quotes))
    return held, held / len(wanted) if wanted else 0.0


def telling(text: str) -> frozenset[str]:
    """The stems of a text's words, but those that any sentence of any paper may hold."""
    said = (part for word in words(text) for part in parts(word))
    return frozenset(stem(part) for part in said if part not in FUNCTION_WORDS | SCAFFOLD_WORDS)
