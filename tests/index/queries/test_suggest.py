"""A word that no citer uses is met with the spelling that some of them do use."""

import pytest

from corpus.values import Paper
from index.queries.suggest import suggestions, warning
from index.searcher import Searcher
from index.values import SearchRequest, Suggestion
from tests.index.conftest import Make

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
        ("StudNet NETWROKS", []),
        ("STUDNET NETWROKS", [Suggestion("studnet", "student"), Suggestion("netwroks", "networks")]),
        ("imag", []),
        ("getwork", []),
        ("Phi-5 1.4B", []),
        ("", []),
    ],
)
def test_a_misspelt_word_is_met_with_the_hubs_own(searcher: Searcher, query: str, meant: list[Suggestion]) -> None:
    assert list(searcher.search(SearchRequest(query, hubs=(HUB,))).suggestions) == meant


def test_the_warning_says_both(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("netwroks", hubs=(HUB,)))
    assert result.warnings == ("no paper here uses 'netwroks'; did you mean 'networks'?",)


def test_a_misspelling_that_a_few_papers_share_is_met_with_what_many_use(make_version: Make) -> None:
    many = [Paper(f"local:{at:03}", "Annotation of colors by setting") for at in range(100)]
    few = [Paper("local:a", "Anotation by sitting"), Paper("local:b", "Arab towns")]
    version = make_version([*many, *few])
    found, *others = suggestions(version, version.snapshot.rows(), "anotation sitting Arabc colour")
    assert others == [Suggestion("arabc", "arab")]
    assert found == Suggestion("anotation", "annotation", 1)
    assert warning(found) == "only 1 paper here uses 'anotation'; did you mean 'annotation'?"
    assert warning(Suggestion("evalution", "evaluation", 7)).startswith("only 7 papers here use 'evalution'; ")


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
    told = [f"no paper here has an author {one.word!r}; did you mean {one.meant!r}?" for one in meant]
    assert (list(result.suggestions), list(result.warnings)) == (meant, told)
