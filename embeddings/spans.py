"""Vectors of parts of a text, read within the whole of it: pooled from one pass over the text ("late chunking")."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from embeddings.embedder import Embedder, Halves, Spans, Vectors


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


def each_alone(embedder: Embedder, texts: Sequence[str], spans: Sequence[Spans]) -> tuple[Vectors, Halves]:
    """For runtimes that cannot tell which token stands where: every span is a passage of its own."""
    parts = [text[start:end] for text, own in zip(texts, spans, strict=True) for start, end in own]
    return embedder.embed_passages(texts), embedder.embed_passages(parts).astype(np.float16)
