"""The sentences of a source that bear a claim out best: few, verbatim, and together holding what it states."""

from collections.abc import Sequence

import numpy as np

from answers.amounts import amounts_of
from answers.built_in import telling
from answers.naming import names_of
from answers.sentences import Embeds, Sentence, Vectors
from index.tokens import stems

MOST = 4  # quotes of one source for one claim
NEEDED = 3.0  # what a sentence that holds a name or an amount of the claim is worth, in words
COSINE = 4.0  # what a sentence that says the same in other words is worth, in words
LEAST = 0.75


def backing(claim: str, sentences: Sequence[Sentence], embedder: Embeds) -> tuple[Sentence, ...]:
    """At most `MOST` of the sentences, in the order in which the source says them; none of none."""
    if not sentences:
        return ()
    vectors = embedder.embed_passages([claim, *(sentence.text for sentence in sentences)])
    cosines = np.round(vectors[1:] @ vectors[0], 5)
    return tuple(sentences[place] for place in sorted(_chosen(claim, sentences, cosines)))


def _chosen(claim: str, sentences: Sequence[Sentence], cosines: Vectors) -> list[int]:
    """Greedy: the sentence that adds most to what is covered, then the next, while it adds enough."""
    worth = _worth(claim)
    held = [_needs(sentence.text) & worth.keys() for sentence in sentences]
    chosen: list[int] = []
    covered: set[str] = set()
    best_cosine = 0.0
    while len(chosen) < MOST:
        gains = [
            sum(worth[one] for one in own - covered) + COSINE * max(0.0, float(cosines[place]) - best_cosine)
            for place, own in enumerate(held)
        ]
        following = max(range(len(gains)), key=lambda place: (round(gains[place], 4), -place))
        if following in chosen or (chosen and gains[following] < LEAST):
            break
        chosen.append(following)
        covered |= held[following]
        best_cosine = max(best_cosine, float(cosines[following]))
    return chosen


def _worth(claim: str) -> dict[str, float]:
    words = dict.fromkeys(telling(claim), 1.0)
    named = dict.fromkeys((stem for name in names_of(claim) for stem in stems(name)), NEEDED)
    return words | named | dict.fromkeys(_amounts(claim), NEEDED)


def _needs(text: str) -> set[str]:
    return {*stems(text), *_amounts(text)}


def _amounts(text: str) -> list[str]:
    return [f"#{amount.value:g}" for amount in amounts_of(text)]
