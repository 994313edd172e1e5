"""Reranks by shared words alone: needs no model, and shows what every reranker must keep to."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.text.tokens import query_stems, stems


class OverlapReranker:
    """The share of the query's distinct stems that a text holds."""

    name = "overlap"

    def scores(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        asked = set(query_stems(query))
        shares = [len(asked & set(stems(text))) / (len(asked) or 1) for text in texts]
        return np.array(shares, dtype=np.float32)
