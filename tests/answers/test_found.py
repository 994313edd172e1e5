"""Which years are told of where a question asks for a change in nothing that it names."""

import pytest

from answers.found import _years
from index.values import SearchResult


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ([], []),
        ([2020], [2020]),
        ([2018, 2016], [2016, 2018]),
        (list(range(2001, 2025)), [2001, 2004, 2008, 2011, 2014, 2017, 2021, 2024]),
    ],
)
def test_some_years_evenly_chosen_from_the_first_to_the_last(known: list[int], told: list[int]) -> None:
    facets = {"year": {**{str(year): 1 for year in known}, "unknown": 3}}
    assert _years(SearchResult(None, "hybrid", 0, 0, (), facets)) == told
