"""Which telling terms of liked papers another paper uses, found by the words that each of its sentences holds."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from corpus.values import Paper
from index.arrays import Numbers
from index.text.passages import paper_text
from index.text.terms import spelling
from index.words.lexical import Lexical
from index.words.said import Worded


@dataclass(frozen=True, slots=True)
class SoughtTerms:
    """Terms by their stems, the most telling first. Each has one or two of `stems`, whose places there are a row of
    `pairs` (terms, 2), the same one twice where it is one; `places` is what `Lexical.places` says of the stems."""

    terms: tuple[str, ...]
    stems: tuple[str, ...]
    pairs: Numbers
    places: list[tuple[Numbers, Numbers]]


def sought_terms(lexical: Lexical, keys: Collection[str]) -> SoughtTerms:
    """`keys` are stems to count by, as `terms` gives them; what is rarest tells most."""
    weight = {key: round(sum(lexical.idf(part) for part in key.split()), 6) for key in keys}
    ordered = tuple(sorted(keys, key=lambda key: (-weight[key], key)))
    stems = tuple(sorted({part for key in keys for part in key.split()}))
    place = {stem: at for at, stem in enumerate(stems)}
    pairs = [[place[part] for part in (key.split() * 2)[:2]] for key in ordered]
    return SoughtTerms(ordered, stems, np.array(pairs, np.int32).reshape(-1, 2), lexical.places(stems))


def shared_terms(sought: SoughtTerms, paper: Paper, said: Worded) -> Iterator[str]:
    """The terms that the paper uses, the most telling first, none of which has a word of another: each as it is spelt
    where the paper first uses it. `said` is what its sentences hold."""
    text, taken = paper_text(paper), set[str]()
    for term, sentence in _held(sought, said):
        key, (start, end) = sought.terms[term], said.spans[sentence]
        spelt = spelling(key, text[start:end]) if taken.isdisjoint(key.split()) else None
        if spelt is not None:
            taken.update(key.split())
            yield spelt


def _held(sought: SoughtTerms, said: Worded) -> list[tuple[int, int]]:
    """In which sentences stand all words of a term, in the order of the terms: more than use it, since the words may
    stand apart."""
    numbers, places = sought.places[said.part]
    if not numbers.size or not said.words.size:
        return []
    at = np.minimum(numbers.searchsorted(said.words), numbers.size - 1)
    known = numbers[at] == said.words
    sentence = np.repeat(np.arange(len(said.spans)), np.diff(said.ends))
    held = np.zeros((len(sought.stems), len(said.spans)), dtype=bool)
    held[places[at[known]], sentence[known]] = True
    terms, sentences = (held[sought.pairs[:, 0]] & held[sought.pairs[:, 1]]).nonzero()
    return list(zip(terms.tolist(), sentences.tolist(), strict=True))
