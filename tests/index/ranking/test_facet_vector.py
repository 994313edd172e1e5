"""With a facet a vector leans towards the sentences in that role."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from index.facet_vector import in_facet
from index.roles import role_chances
from index.values import Facet

WHOLE = np.array([0, 0, 1], dtype=np.float32)
ABSTRACT = "Parsing has been hard. The results show it is fast."


class TwoSentencesEmbedder:
    """One direction for sentences on parsing, another for all others."""

    name, dim = "two-sentences", 3

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[1, 0, 0] if "Parsing" in text else [0, 1, 0] for text in texts], dtype=np.float32)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        raise AssertionError(f"sentences of papers are passages, and so is {text!r}")


@pytest.mark.parametrize(("facet", "abstract"), [("all", ABSTRACT), ("result", "One sentence."), ("method", None)])
def test_without_a_choice_of_sentences_the_whole_stays_as_it_is(facet: Facet, abstract: str | None) -> None:
    assert in_facet(TwoSentencesEmbedder(), WHOLE, abstract, facet) is WHOLE


def test_half_is_the_whole_and_half_the_sentences_by_their_chances() -> None:
    vector = in_facet(TwoSentencesEmbedder(), WHOLE, ABSTRACT, "result")
    (first, _, third), (parsing, fast) = vector, role_chances(ABSTRACT.replace(". ", ".\n").split("\n"))[:, 2]
    assert round(float(vector @ vector), 5) == 1.0
    assert round(float(first / vector[1]), 5) == round(float(parsing / fast), 5)
    assert round(float(third), 5) == round(0.5**0.5, 5)


def test_the_facets_pull_apart() -> None:
    background, result = (
        in_facet(TwoSentencesEmbedder(), WHOLE, ABSTRACT, facet) for facet in ("background", "result")
    )
    assert background[0] > background[1]
    assert result[1] > result[0]
