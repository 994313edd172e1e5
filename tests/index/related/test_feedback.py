"""What the first found have in common counts, and a facet is read as the sentences in its role."""

import numpy as np
import pytest

from index.nearest.exact import ExactIndex
from index.related.facet_text import facet_text
from index.related.feedback import likeness_to_first

EAST, NORTH, NORTHEAST = np.array([[1, 0], [0, 1], [0.5**0.5, 0.5**0.5]], dtype=np.float32)
SAID = ("Existing methods are often slow.", "We train a small model on traces.", "The results show 91.2 % accuracy.")


def test_what_the_first_have_in_common_counts() -> None:
    vectors = np.stack([NORTH, EAST, EAST, EAST, EAST, EAST, NORTHEAST])
    found = likeness_to_first(ExactIndex(vectors), vectors, np.array([5, 4, 3, 2, 1, 0, 6], dtype=np.int32))
    np.testing.assert_allclose(found, [1, 1, 1, 1, 1, 0, 0.5**0.5], atol=1e-6)
    assert likeness_to_first(ExactIndex(vectors), vectors, np.empty(0, np.int32)).tolist() == []


@pytest.mark.parametrize(("facet", "place"), [("background", 0), ("method", 1), ("result", 2)])
def test_a_facet_is_the_title_and_the_sentences_in_its_role(facet: str, place: int) -> None:
    assert facet_text("Traces", " ".join(SAID), facet) == f"Traces {SAID[place]}"  # type: ignore[arg-type]


def test_where_no_sentence_plays_the_role_the_likeliest_speaks_for_it() -> None:
    assert facet_text("", f"{SAID[2]} {SAID[2]}", "background") == SAID[2]


@pytest.mark.parametrize(("abstract", "facet"), [(" ".join(SAID), "all"), (SAID[0], "result"), ("", "method")])
def test_without_a_facet_or_a_choice_the_whole_is_meant(abstract: str, facet: str) -> None:
    assert facet_text("Traces", abstract, facet) is None  # type: ignore[arg-type]
