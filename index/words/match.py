"""The passage that shows why a paper was found: the sentence holding most of what the query asked for."""

import math
from collections.abc import Iterator, Mapping, Sequence

from corpus.sentences import sentence_spans
from corpus.values import Citation, Paper
from index.text.tokens import stems
from index.values import Match
from index.words.said import Weighed

Passage = tuple[float, int, int, int | None]  # what it weighs, where it is in its text, and in which citing sentence


def best_match(paper: Paper, citation: Citation | None, own: Sequence[Weighed], weights: Mapping[str, float]) -> Match:
    """The sentence with the heaviest distinct stems of the query; where no word matches, the paper's first sentence.

    `own` are the parts of the paper's text. Sentences of the TL;DR go before equal ones of the abstract, then citing
    sentences, then the title, which every reply shows anyway; within a field the first one wins.
    """
    parts: list[Passage] = [(part.mass, part.start, part.end, None) for part in own]
    titles = parts[: bool(paper.title)]
    passages = [*parts[len(titles) :], *_told(citation, weights), *titles]
    _, start, end, context = max(passages, key=lambda passage: passage[0], default=(0.0, 0, 0, None))
    if context is not None and citation is not None:
        return Match("context", citation.contexts[context].text[start:end], start, end, context)
    return _own_match(paper, start, end)


def _told(citation: Citation | None, weights: Mapping[str, float]) -> Iterator[Passage]:
    for number, sentence in enumerate(citation.contexts if citation else ()):
        for start, end in sentence_spans(sentence.text):
            said = stems(sentence.text[start:end])
            yield round(math.fsum(weights[word] for word in weights.keys() & said), 6), start, end, number


def _own_match(paper: Paper, start: int, end: int) -> Match:
    """The field of the paper that this part of its text stands in, which is its fields joined by blanks."""
    at = 0
    for field, text in (("title", paper.title), ("tldr", paper.tldr), ("abstract", paper.abstract)):
        if text:
            if end <= at + len(text):
                return Match(field, text[start - at : end - at], start - at, end - at)  # type: ignore[arg-type]
            at += len(text) + 1
    return Match("title", paper.title, 0, len(paper.title))
