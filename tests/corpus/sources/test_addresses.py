"""By which of its ids each catalogue is asked for a paper."""

import pytest

from corpus.ids import UnknownId, parse_id
from corpus.sources.addresses import address

SHA = "0123456789" * 4


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("2306.02707v2", "ARXIV:2306.02707"),
        ("https://arxiv.org/abs/hep-th/9711200", "ARXIV:hep-th/9711200"),
        ("https://doi.org/10.18653/v1/P02-1040", "DOI:10.18653/v1/p02-1040"),
        ("10.1002/(SICI)1097-4571<1::AID>3.0.CO;2-#", "DOI:10.1002/%28sici%291097-4571%3C1::aid%3E3.0.co%3B2-%23"),
        ("acl:P02-1040", "ACL:P02-1040"),
        ("CorpusId: 49313245", "CorpusId:49313245"),
        (f"https://www.semanticscholar.org/paper/Lanterns/{SHA}", SHA),
    ],
)
def test_semantic_scholar(told: str, asked: str) -> None:
    assert address("semantic_scholar", [parse_id(told)]) == asked


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("2306.02707", "doi:10.48550/arXiv.2306.02707"),
        ("10.1000/X", "doi:10.1000/x"),
        ("https://openalex.org/W2741809807", "W2741809807"),
    ],
)
def test_openalex(told: str, asked: str) -> None:
    assert address("openalex", [parse_id(told)]) == asked


def test_of_several_ids_the_catalogue_s_own_is_taken_and_the_first_of_a_kind() -> None:
    ids = list(map(parse_id, ("2306.02707", "W2741809807", "10.1000/1", "10.1000/2", "s2:77")))
    assert address("semantic_scholar", ids) == "CorpusId:77"
    assert address("openalex", ids) == "W2741809807"
    assert address("openalex", ids[2:]) == "doi:10.1000/1"


@pytest.mark.parametrize(("source", "told"), [("semantic_scholar", "W2741809807"), ("openalex", "acl:P02-1040")])
def test_an_id_that_a_catalogue_cannot_know_is_refused(source: str, told: str) -> None:
    with pytest.raises(UnknownId, match=r"knows a paper by \(.*\), found (openalex:W2741809807|acl:P02-1040); give"):
        address(source, [parse_id(told)])
