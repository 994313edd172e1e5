"""Of two papers the two sentences, one of each, that share the largest part of their telling words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.sentences import sentence_spans
from corpus.values import Paper
from index.arrays import Numbers
from index.ascending import beside
from index.text.tokens import stems
from index.version import IndexVersion
from index.words.lexical import Lexical
from index.words.said import Worded, by_part

Weights = NDArray[np.float64]
Pair = tuple[str, tuple[int, int]]  # a liked sentence, and where the other one is in its paper's text
Likeness = tuple[Weights, Sequence[Sequence[int]]]  # of the liked sentences with those of a paper, and where these are
LEAST = 0.2  # likeness below which two sentences say nothing of each other
NEARLY = 0.8  # the share of the largest likeness from which a liked sentence that was not shown yet is shown instead


@dataclass(frozen=True, slots=True)
class LikedSentences:
    """What liked papers say. `weights` is what each of their stems tells in each sentence that holds it,
    (stems + 1, sentences), zeros at the end; `masses` are the sums over the stems. `places` has for each part of the
    index the stems by their numbers in its list of words, which ascend, and the place of each in `weights`.
    """

    texts: tuple[str, ...]
    weights: Weights
    masses: Weights
    places: Sequence[tuple[Numbers, Numbers]]


def liked_sentences(lexical: Lexical, papers: Sequence[Paper]) -> LikedSentences:
    """Those of the papers' TL;DRs and abstracts; titles where there is nothing else."""
    texts = [text for paper in papers for text in (paper.tldr or "", paper.abstract or "")]
    said = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    said = said or [paper.title for paper in papers if paper.title]
    held = [set(stems(text)) for text in said]
    every = tuple(sorted(set().union(*held)))
    told = lexical.weights(every)
    weights = np.array([[told[stem] if stem in own else 0.0 for stem in every] for own in held])
    weights = weights.reshape(len(said), len(every))
    with_zeros = np.append(weights.T, np.zeros((1, len(said))), axis=0)
    return LikedSentences(tuple(said), with_zeros, weights.sum(axis=1), lexical.places(every))


def closest_sentences(
    version: IndexVersion, liked: LikedSentences, said: Sequence[Worded], papers: Sequence[Paper]
) -> list[Pair | None]:
    """For each of these papers, whose words `said` has, the closest sentence of its own with the liked one that it is
    closest to; its title only when it has nothing else, and None where too little is shared.

    Papers are told of in their order, each by a liked sentence of its own where one is nearly as close."""
    found: list[Likeness] = [(np.empty((0, 0)), ())] * len(said)
    for part, here in by_part(said):
        titled = [bool(papers[place].title) for place in here]
        for place, one in zip(here, _likeness(version, liked, part, [said[at] for at in here], titled), strict=True):
            found[place] = one
    shown: set[int] = set()
    return [_best(liked, *one, shown) for one in found]


def _likeness(
    version: IndexVersion, liked: LikedSentences, part: int, said: Sequence[Worded], titled: Sequence[bool]
) -> list[Likeness]:
    """Likeness is what two sentences share over the geometric mean of what both tell."""
    words = np.concatenate([each.words for each in said])
    shared = _running(liked.weights[beside(words, *liked.places[part], len(liked.weights) - 1)])
    told = _running(version.lexical.idfs(part, words)[:, np.newaxis])
    begins = np.cumsum([0, *(len(each.words) for each in said[:-1])]).tolist()
    firsts = [int(has_title and len(each.spans) > 1) for each, has_title in zip(said, titled, strict=True)]
    edges = [each.ends[first:] + begin for each, first, begin in zip(said, firsts, begins, strict=True)]
    starts, ends = (np.concatenate([edge[inner] for edge in edges]) for inner in (slice(-1), slice(1, None)))
    mass = np.sqrt((told[ends] - told[starts]) * liked.masses)
    likeness = np.round((shared[ends] - shared[starts]) / np.where(mass > 0, mass, 1.0), 6)
    spans = [each.spans[first:] for each, first in zip(said, firsts, strict=True)]
    parts = np.split(likeness, np.cumsum([len(own) for own in spans])[:-1])
    return [(part.T, own) for part, own in zip(parts, spans, strict=True)]


def _best(liked: LikedSentences, likeness: Weights, spans: Sequence[Sequence[int]], shown: set[int]) -> Pair | None:
    """The closest pair, of a liked sentence that is not among those `shown` if it can be, which it joins."""
    if not likeness.size or likeness.max() < LEAST:
        return None
    fresh = [one not in shown and near for one, near in enumerate(likeness.max(axis=1) >= _floor(likeness))]
    among = np.where(np.array(fresh)[:, np.newaxis], likeness, 0.0) if any(fresh) else likeness
    one, other = np.unravel_index(int(among.argmax()), among.shape)
    shown.add(int(one))
    start, end = spans[int(other)]
    return liked.texts[int(one)], (start, end)


def _floor(likeness: Weights) -> float:
    return max(LEAST, NEARLY * float(likeness.max()))


def _running(values: Weights) -> Weights:
    """The sums of the rows of `values` before each of them, and of all."""
    running = np.zeros((len(values) + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=running[1:])
    return running
