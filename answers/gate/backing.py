"""The sentences of a source that bear a claim out best: few, verbatim, and together holding what it states."""

from collections.abc import Sequence

import numpy as np

from answers.gate.asking import stating
from answers.gate.unstated import unstated_amounts
from answers.sentences import Embeds, Sentence
from answers.text.amounts import amounts_of
from answers.text.claim_words import telling
from answers.text.naming import names_of, unstated_names
from answers.text.polarity import reversed_in
from index.arrays import Vectors
from index.text.tokens import stems

MOST = 4  # quotes of one source for one claim
MORE = 2  # and for what these leave open
NEEDED = 3.0  # what a sentence that holds a name or an amount of the claim is worth, in words
COSINE = 4.0  # what a sentence that says the same in other words is worth, in words
LEAST = 0.75


def backing(claim: str, sentences: Sequence[Sentence], embedder: Embeds) -> tuple[Sentence, ...]:
    """At most `MOST` and `MORE` of the sentences, in the order in which the source says them; none of none."""
    stated = stating(claim, [sentence.text for sentence in sentences])
    sentences = [sentence for sentence in sentences if sentence.text in stated] or sentences
    if not sentences:
        return ()
    vectors = embedder.embed_passages([claim, *(sentence.text for sentence in sentences)])
    cosines = np.round(vectors[1:] @ vectors[0], 5)
    chosen = _completed(claim, sentences, _chosen(claim, sentences, cosines))
    return tuple(sentences[place] for place in sorted(chosen))


def _completed(claim: str, sentences: Sequence[Sentence], chosen: list[int]) -> list[int]:
    """With the sentences that state, perhaps in another form, what of the claim is still open."""
    still_open = _open(claim, sentences, chosen)
    for _ in range(MORE):
        left = [(_open(claim, sentences, [*chosen, place]), place) for place in range(len(sentences)) if still_open]
        fewest, place = min(left, default=(still_open, 0))
        if fewest == still_open:
            break
        chosen, still_open = [*chosen, place], fewest
    return chosen


def _open(claim: str, sentences: Sequence[Sentence], chosen: Sequence[int]) -> int:
    """How many names and amounts of the claim these sentences, in their order, do not state, and what they dispute."""
    together = " ".join(sentences[place].text for place in sorted(set(chosen)))
    found = (unstated_amounts(claim, together), unstated_names(claim, together), reversed_in(claim, together))
    return sum(map(len, found))


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
