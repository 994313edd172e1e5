"""How much of a claim quotes say in its own words."""

from answers.text.wordlists import FUNCTION_WORDS, GENERAL_WORDS, SCAFFOLD_WORDS
from index.text.tokens import parts, stem, telling_stems, words

GENERAL_STEMS = frozenset(map(stem, GENERAL_WORDS))  # of what may be said in many words


def coverage(claim: str, quotes: str) -> float:
    """The share of the claim's telling words whose stems the quotes hold, with one word more that they do not: of few
    words the share tells less."""
    wanted = telling(claim)
    return len(wanted & telling_stems(quotes)) / (len(wanted) + 1)


def unsaid(claim: str, quotes: str) -> frozenset[str]:
    """The stems of a claim's telling words that the quotes do not hold, whatever they are called there."""
    return telling(claim) - telling_stems(quotes) - GENERAL_STEMS


def telling(text: str) -> frozenset[str]:
    """The stems of a text's words, but those that any sentence of any paper may hold."""
    said = (part for word in words(text) for part in parts(word))
    return frozenset(stem(part) for part in said if part not in FUNCTION_WORDS | SCAFFOLD_WORDS)
