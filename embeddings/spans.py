"""Vectors of parts of a text, read within the whole of it: pooled from one pass over the text ("late chunking")."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from embeddings.embedder import Embedder, Halves, Spans, Vectors

Read = Callable[[Sequence[str], Sequence[Spans]], tuple[Vectors, Halves]]


def token_starts(encoded: Encoding, prompt: int) -> NDArray[np.int64]:
    """Where each token begins in the text behind a prompt of so many characters; -1 for those not of the text."""
    starts = np.array([start for start, _ in encoded.offsets], dtype=np.int64) - prompt
    return np.where(np.array(encoded.special_tokens_mask, dtype=bool) | (starts < 0), -1, starts)


def pooled(tokens: Vectors, starts: NDArray[np.int64], spans: Spans) -> Halves:
    """For each span the mean of the tokens that begin in it, at unit length; zeros where there is none.

    `tokens` is (tokens, dim); `starts` has where each begins in the text, -1 for those that stand for none of it.
    Late chunking: Günther et al. 2024, arXiv 2409.04701.
    """
    vectors = np.zeros((len(spans), tokens.shape[1]), dtype=np.float32)
    for place, (start, end) in enumerate(spans):
        inside = (starts >= start) & (starts < end)
        if inside.any():
            mean = tokens[inside].mean(axis=0)
            vectors[place] = mean / (np.linalg.norm(mean) or 1.0)
    return vectors.astype(np.float16)


def behind(starts: NDArray[np.int64], spans: Spans, first: int) -> int:
    """The span after the last in which one of the tokens that start there begins, of those from `first` on; where none
    does, no span is left."""
    begun = np.sort(starts[starts >= 0])
    bounds = np.array(spans[first:], dtype=np.int64).reshape(-1, 2)
    here = np.flatnonzero(np.diff(np.searchsorted(begun, bounds), axis=1))
    return len(spans) if here.size == 0 else first + int(here[-1]) + 1


def each_alone(embedder: Embedder, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
    """For runtimes that cannot tell which token stands where: every span is a passage of its own."""
    parts = [text[start:end] for text, own in zip(texts, spans, strict=True) for start, end in own]
    return embedder.embed_passages(texts), embedder.embed_passages(parts).astype(np.float16)


def every_span(read: Read, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
    """As `embed_spans` of an embedder, by what leaves zeros for the spans behind the model's window.

    What lies behind the window is read by itself, from its first span on, as often as it takes. A span that a model
    makes nothing of keeps zeros.
    """
    wholes, parts = read(texts, spans)
    starts = np.cumsum([0, *map(len, spans)])
    left = _unread(parts, starts, range(len(texts)))
    while left:
        rests = [texts[at][spans[at][first][0] :] for at, first in left.items()]
        own = [_shifted(spans[at][first:]) for at, first in left.items()]
        _, found = read(rests, own)
        for (at, first), rest in zip(
            left.items(), np.split(found, np.cumsum([len(each) for each in own])[:-1]), strict=True
        ):
            parts[starts[at] + first : starts[at + 1]] = rest
        left = {at: first for at, first in _unread(parts, starts, left).items() if first > left[at]}
    return wholes, parts


def _unread(parts: Halves, starts: NDArray[np.int64], among: Iterable[int]) -> dict[int, int]:
    """Of these texts those whose last spans have no vector, each with the place of the first such span."""
    found = {}
    for at in among:
        own: NDArray[np.bool_] = np.any(parts[starts[at] : starts[at + 1]], axis=1)
        first = len(own) - int(np.argmax(own[::-1])) if own.any() else len(own)
        if first < len(own):
            found[at] = first
    return found


def _shifted(spans: Spans) -> list[tuple[int, int]]:
    """The same spans in the text that begins where the first of them does."""
    return [(start - spans[0][0], end - spans[0][0]) for start, end in spans]
