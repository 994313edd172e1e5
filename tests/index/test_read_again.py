"""Reading a paper tells that it says the query word for word, or its number of something else."""

import numpy as np
import pytest

from corpus.values import Paper
from index import read_again
from index.calibration import COVERAGE, lowered
from index.searcher import Searcher
from index.values import SearchRequest, SearchResult
from tests.index.conftest import Make, ThreeWordsEmbedder

SENTENCE = "Eleven shy pelicans crossed the frozen harbour before noon today"


def found(make: Make, query: str, *texts: str) -> SearchResult:
    version = make([Paper(f"local:{at:03}", f"Paper {at}", abstract=text) for at, text in enumerate(texts)])
    return Searcher(version, ThreeWordsEmbedder()).search(SearchRequest(query))


def chances(result: SearchResult) -> dict[str, float]:
    return {hit.paper.id: hit.probability for hit in result.hits}


def test_a_paper_that_says_a_long_query_word_for_word_is_relevant_among_many(make_version: Make) -> None:
    apart = "Pelicans crossed today; eleven shy ones, the frozen harbour before noon."
    result = found(make_version, f"{SENTENCE}.", f"It was cold. {SENTENCE.upper()}!", apart, *["Bees."] * 998)
    assert chances(result)["local:000"] == 0.95
    assert chances(result)["local:001"] == 0.089226


@pytest.mark.parametrize("text", ["Plovers of type 2 fly.", "Type-2 plovers fly.", "2 plovers of a type fly."])
def test_a_number_counts_beside_what_it_has_in_the_query(make_version: Make, text: str) -> None:
    apart = "Plovers of a type fly. It was page 2."
    said, unsaid = (found(make_version, "type 2 plovers", each, "Other birds.", "Bees.") for each in (text, apart))
    assert chances(said)["local:000"] == 0.95786
    assert chances(unsaid)["local:000"] == 0.869696


def test_a_number_is_looked_for_in_the_best_papers_alone(make_version: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_again, "READ_FOR_NUMBERS", 1)
    apart = "Plovers of a type fly. It was page 2."
    result = found(make_version, "type 2 plovers", apart, apart, "Other birds.", "Bees.")
    assert chances(result)["local:000"] == 0.82954
    assert chances(result)["local:001"] == 0.946837


def test_a_paper_that_holds_less_is_less_likely_relevant() -> None:
    chance = np.array([0.5, 0.0])
    assert lowered(chance, 0.0).tolist() == [0.5, 1e-6]
    assert lowered(chance, 1 / COVERAGE).tolist()[0] == pytest.approx(0.268941)
