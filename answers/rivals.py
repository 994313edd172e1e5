"""Whether quotes name something else where a claim has a name of its own."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from answers.naming import distinct, names_of
from answers.wordlists import FUNCTION_WORDS
from index.tokens import WORD, folded, stem

BESIDE = 3  # content words on either side of a name that tell what it is said of
SHARED = 2  # of these, from which two names are said of the same


def rivalled(name: str, claim: str, quotes: str) -> bool:
    """Whether a name of the quotes that the claim does not have stands beside the same words as this one."""
    own = set(map(folded, names_of(claim)))
    said = surroundings(claim)
    beside = frozenset().union(*(said.get(word, frozenset()) for word in name.split()))
    others = (around for other, around in surroundings(quotes).items() if distinct(other) and folded(other) not in own)
    return any(len(beside & around) >= SHARED for around in others)


@lru_cache(maxsize=2_000)
def surroundings(text: str) -> Mapping[str, frozenset[str]]:
    """For each content word as written the stems of those beside it, wherever it stands."""
    written = [match.group() for match in WORD.finditer(text) if folded(match.group()) not in FUNCTION_WORDS]
    stems = [stem(folded(word)) for word in written]
    found: dict[str, set[str]] = defaultdict(set)
    for at, word in enumerate(written):
        found[word].update(stems[max(0, at - BESIDE) : at], stems[at + 1 : at + 1 + BESIDE])
    return {word: frozenset(beside - {stem(folded(word))}) for word, beside in found.items()}
