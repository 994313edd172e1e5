"""Which telling terms of liked papers another paper uses, found by the words that each of its sentences holds."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.values import Paper
from index.arrays import Numbers
from index.ascending import beside
from index.text.passages import paper_text
from index.text.terms import spelling
from index.words.lexical import Lexical
from index.words.said import Worded, by_part

Held = list[tuple[int, int]]  # terms by their number, and for each a sentence that holds its words


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
    weight = {key: round(sum(map(lexical.idf, key.split())), 6) for key in keys}
    ordered = tuple(sorted(keys, key=lambda key: (-weight[key], key)))
    stems = tuple(sorted({part for key in keys for part in key.split()}))
    place = {stem: at for at, stem in enumerate(stems)}
    pairs = [[place[part] for part in (key.split() * 2)[:2]] for key in ordered]
    return SoughtTerms(ordered, stems, np.array(pairs, np.int32).reshape(-1, 2), lexical.places(stems))


def shared_terms(sought: SoughtTerms, papers: Sequence[Paper], said: Sequence[Worded]) -> list[Iterator[str]]:
    """For each of the papers the terms that it uses, the most telling first, none of which has a word of another: each
    as it is spelt where the paper first uses it. `said` is what the papers' sentences hold."""
    found: list[Iterator[str]] = [iter(())] * len(papers)
    for part, here in by_part(said):
        for place, held in zip(here, _held(sought, part, [said[at] for at in here]), strict=True):
            found[place] = _spelt(sought, papers[place], said[place], held)
    return found


def _spelt(sought: SoughtTerms, paper: Paper, said: Worded, held: Held) -> Iterator[str]:
    text, taken = paper_text(paper), set[str]()
    for term, sentence in held:
        key, (start, end) = sought.terms[term], said.spans[sentence]
        spelt = spelling(key, text[start:end]) if taken.isdisjoint(key.split()) else None
        if spelt is not None:
            taken.update(key.split())
            yield spelt


def _held(sought: SoughtTerms, part: int, said: Sequence[Worded]) -> list[Held]:
    """For each of these papers in which of its sentences stand all words of a term, in the order of the terms: more
    than use it, since the words may stand apart."""
    owners = [(paper, sentence) for paper, each in enumerate(said) for sentence in range(len(each.spans))]
    lengths = np.concatenate([np.diff(each.ends) for each in said])
    places = beside(np.concatenate([each.words for each in said]), *sought.places[part], len(sought.stems))
    held = np.zeros((len(sought.stems) + 1, len(owners)), dtype=bool)
    held[places, np.repeat(np.arange(len(owners)), lengths)] = True
    found: list[Held] = [[] for _ in said]
    terms, sentences = (held[sought.pairs[:, 0]] & held[sought.pairs[:, 1]]).nonzero()
    for term, at in zip(terms.tolist(), sentences.tolist(), strict=True):
        paper, sentence = owners[at]
        found[paper].append((term, sentence))
    return found
