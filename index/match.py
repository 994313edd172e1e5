"""The passage that shows why a paper was found: the sentence holding most of what the query asked for."""

import math
from collections.abc import Iterator, Mapping

from corpus.sentences import sentence_spans
from corpus.values import Citation, Field, Paper
from index.tokens import stems
from index.values import Match


def best_match(paper: Paper, citation: Citation | None, weights: Mapping[str, float]) -> Match:
    """The sentence with the heaviest distinct stems of the query; where no word matches, the paper's first sentence.

    Sentences of the TL;DR go before equal ones of the abstract, then citing sentences, then the title, which every
    reply shows anyway; within a field the first one wins.
    """
    passages = list(_passages(paper, citation))
    return max(passages, key=lambda passage: _mass(passage.text, weights))


def _mass(text: str, weights: Mapping[str, float]) -> float:
    return round(math.fsum(weights[word] for word in weights.keys() & stems(text)), 6)


def _passages(paper: Paper, citation: Citation | None) -> Iterator[Match]:
    yield from _sentences("tldr", paper.tldr or "")
    yield from _sentences("abstract", paper.abstract or "")
    for number, sentence in enumerate(citation.contexts if citation else ()):
        yield from _sentences("context", sentence.text, number)
    yield Match("title", paper.title, 0, len(paper.title))


def _sentences(field: Field, text: str, context: int | None = None) -> Iterator[Match]:
    for start, end in sentence_spans(text):
        yield Match(field, text[start:end], start, end, context)
