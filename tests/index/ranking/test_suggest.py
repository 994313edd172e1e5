"""A word that no citer uses is met with the spelling that some of them do use."""

import pytest

from index.searcher import Searcher
from index.values import SearchRequest, Suggestion

HUB = "arxiv:2306.02707"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("distilled netwroks", [Suggestion("netwroks", "networks")]),
        ("sinthesis of imags", [Suggestion("sinthesis", "synthesis")]),
        ("fine-tunning", []),
        ("studnet serch", [Suggestion("studnet", "student"), Suggestion("serch", "search")]),
        ("student search", []),
        ("zebra", []),
        ("the thier", []),
        ("Phi-5 1.4B", []),
        ("", []),
    ],
)
def test_a_misspelt_word_is_met_with_the_hubs_own(searcher: Searcher, query: str, meant: list[Suggestion]) -> None:
    assert list(searcher.search(SearchRequest(query, hubs=(HUB,))).suggestions) == meant


def test_the_warning_says_both(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("netwroks", hubs=(HUB,)))
    assert result.warnings == ("no citer uses 'netwroks'; did you mean 'networks'?",)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("author:lopes", [Suggestion("lopes", "lopez")]),
        ('author:"Bo Smyth"', [Suggestion("smyth", "smith")]),
        ("author:L\u00f3pez", []),
        ("author:students", []),
        ("author:bu", []),
    ],
)
def test_a_misspelt_name_is_met_with_an_authors_own(searcher: Searcher, query: str, meant: list[Suggestion]) -> None:
    result = searcher.search(SearchRequest(query, hubs=(HUB,)))
    told = [f"no citer has an author {one.word!r}; did you mean {one.meant!r}?" for one in meant]
    assert (list(result.suggestions), list(result.warnings)) == (meant, told)
