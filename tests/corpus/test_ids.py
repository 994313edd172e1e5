"""Every way people write an id comes down to one slug."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import UnknownId, any_slug, from_slug, has_scheme, local_id, parse_id, slug
from corpus.values import ExternalId

SHA = "0123456789abcdef0123456789abcdef01234567"
WILEY = "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"
WILEY_SLUG = "doi:10.1002/%28sici%291097-4571%28199806%2949%3A8%3C693%3A%3Aaid-asi4%3E3.0.co%3B2-o"

FORMS = {
    "2306.02707": "arxiv:2306.02707",
    "2306.02707v2": "arxiv:2306.02707",
    "0704.0001": "arxiv:0704.0001",
    "arXiv:2306.02707v2": "arxiv:2306.02707",
    " arxiv: 2306.02707 ": "arxiv:2306.02707",
    "arxiv%3A2306.02707": "arxiv:2306.02707",
    "ARXIV:cs.CL/0001001": "arxiv:cs/0001001",
    "hep-th/9901001": "arxiv:hep-th/9901001",
    "hep-th/9901001v3": "arxiv:hep-th/9901001",
    "math.GT/0309136": "arxiv:math/0309136",
    "https://arxiv.org/abs/2306.02707": "arxiv:2306.02707",
    "http://www.arxiv.org/abs/2306.02707v1?context=cs": "arxiv:2306.02707",
    "https://arxiv.org/pdf/2306.02707v2.pdf": "arxiv:2306.02707",
    "https://arxiv.org/pdf/2306.02707": "arxiv:2306.02707",
    "https://arxiv.org/html/2306.02707v1": "arxiv:2306.02707",
    "https://arxiv.org/abs/hep-th/9901001": "arxiv:hep-th/9901001",
    "https://export.arxiv.org/abs/2306.02707": "arxiv:2306.02707",
    "https://ar5iv.labs.arxiv.org/html/2306.02707": "arxiv:2306.02707",
    "arxiv.org/abs/2306.02707": "arxiv:2306.02707",
    "https%3A%2F%2Farxiv.org%2Fabs%2F2306.02707": "arxiv:2306.02707",
    "10.48550/arXiv.2306.02707": "arxiv:2306.02707",
    "https://doi.org/10.48550/ARXIV.2306.02707": "arxiv:2306.02707",
    "doi:10.48550/arxiv.hep-th/9901001": "arxiv:hep-th/9901001",
    "10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "DOI 10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "doi:  10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "urn:doi:10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "info:doi/10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "doi:10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "DOI: 10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "https://doi.org/10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "http://dx.doi.org/10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "doi.org/10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "10.1145%2F3397271.3401075": "doi:10.1145/3397271.3401075",
    "https://doi.org/10.1145%2F3397271.3401075": "doi:10.1145/3397271.3401075",
    "10.1145/3397271.3401075.": "doi:10.1145/3397271.3401075",
    "(10.1145/3397271.3401075),": "doi:10.1145/3397271.3401075",
    "10.1007/S10672-021-09377-Z": "doi:10.1007/s10672-021-09377-z",
    "10.1016/S0140-6736(20)30183-5": "doi:10.1016/s0140-6736%2820%2930183-5",
    "https://dl.acm.org/doi/10.1145/3397271.3401075": "doi:10.1145/3397271.3401075",
    "https://link.springer.com/article/10.1007/s11033-021-06594-5#Sec1": "doi:10.1007/s11033-021-06594-5",
    "10.3115/1073083.1073135": "doi:10.3115/1073083.1073135",
    "https://doi.org/10.18653/v1/2020.acl-main.1": "doi:10.18653/v1/2020.acl-main.1",
    WILEY: WILEY_SLUG,
    WILEY_SLUG: WILEY_SLUG,
    SHA: f"s2:{SHA}",
    SHA.upper(): f"s2:{SHA}",
    f"s2:{SHA}": f"s2:{SHA}",
    f"https://www.semanticscholar.org/paper/Some-Title/{SHA}?sort=year": f"s2:{SHA}",
    f"https://www.semanticscholar.org/paper/{SHA}": f"s2:{SHA}",
    "CorpusId:259075316": "s2:259075316",
    "CorpusID: 259075316": "s2:259075316",
    "https://api.semanticscholar.org/CorpusID:259075316": "s2:259075316",
    "https://api.semanticscholar.org/graph/v1/paper/ARXIV:2306.02707": "arxiv:2306.02707",
    "W2741809807": "openalex:W2741809807",
    "openalex:w2741809807": "openalex:W2741809807",
    "https://openalex.org/W2741809807": "openalex:W2741809807",
    "https://api.openalex.org/works/W2741809807": "openalex:W2741809807",
    "acl:P02-1040": "acl:P02-1040",
    "ACL:p02-1040": "acl:P02-1040",
    "https://aclanthology.org/P02-1040/": "acl:P02-1040",
    "https://aclanthology.org/P02-1040.pdf": "acl:P02-1040",
    "https://www.aclweb.org/anthology/P02-1040": "acl:P02-1040",
    "acl:2020.acl-main.1": "acl:2020.acl-main.1",
    "https://aclanthology.org/2020.acl-main.1/": "acl:2020.acl-main.1",
    "P02-1040": "local:P02-1040",
    "orca-01": "local:orca-01",
    "local:orca-01": "local:orca-01",
    "two words": "local:two%20words",
    "local:two%20words": "local:two%20words",
    "50%": "local:50%25",
    "pmid:31452104": "local:pmid%3A31452104",
    "1234.56789": "local:1234.56789",
}


@pytest.mark.parametrize(("text", "expected"), FORMS.items(), ids=FORMS)
def test_a_form_and_its_slug(text: str, expected: str) -> None:
    assert any_slug(text) == expected


@pytest.mark.parametrize("expected", sorted(set(FORMS.values())))
def test_a_slug_is_its_own_slug(expected: str) -> None:
    assert any_slug(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "arxiv:not-an-id",
        "arxiv:2313.02707",
        "doi:11.1000/x",
        "s2:xyz",
        "openalex:A123456",
        "acl:P02",
        "https://example.org/paper/1",
        "https://arxiv.org/list/cs.CL/recent",
        "http://[broken",
        "x" * 1001,
    ],
)
def test_what_names_no_paper_is_refused(text: str) -> None:
    with pytest.raises(UnknownId, match="expected"):
        parse_id(text)


def test_the_parts_of_an_id() -> None:
    assert parse_id("https://arxiv.org/abs/2306.02707v2") == ExternalId("arxiv", "2306.02707")


@pytest.mark.parametrize(
    ("text", "stated"),
    [("acl:P02-1040", True), ("https://doi.org/10.1000/x", True), ("P02-1040", False), ("2306.02707", False)],
)
def test_an_id_says_whose_it_is_or_not(text: str, stated: bool) -> None:
    assert has_scheme(text) is stated


words = st.text(min_size=1, max_size=40).filter(lambda text: text.split() and text.isprintable())
known_ids = st.one_of(
    st.from_regex(r"[0-9]{2}(0[1-9]|1[0-2])\.[0-9]{4,5}", fullmatch=True).map(lambda v: ExternalId("arxiv", v)),
    st.from_regex(r"(hep-th|math|cs)/[0-9]{7}", fullmatch=True).map(lambda v: ExternalId("arxiv", v)),
    st.from_regex(r"10\.[0-9]{4,9}/[a-z0-9%<>:;_/#? -]{0,20}[a-z0-9]", fullmatch=True)
    .filter(lambda value: " " not in value)
    .map(lambda v: ExternalId("doi", v)),
    st.from_regex(r"[0-9a-f]{40}|[1-9][0-9]{0,11}", fullmatch=True).map(lambda v: ExternalId("s2", v)),
    st.from_regex(r"W[0-9]{6,12}", fullmatch=True).map(lambda v: ExternalId("openalex", v)),
    st.from_regex(r"[A-Z][0-9]{2}-[0-9]{4}", fullmatch=True).map(lambda v: ExternalId("acl", v)),
)


@given(known_ids)
def test_a_slug_read_again_is_the_same_id(external: ExternalId) -> None:
    assert parse_id(slug(external)) == from_slug(slug(external)) == external


@given(words)
def test_any_text_has_a_slug_that_is_safe_in_an_address_and_read_again_the_same(text: str) -> None:
    try:
        made = any_slug(text)
    except UnknownId:
        return
    assert any_slug(made) == made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/%")


@pytest.mark.parametrize("value", ["\u6f22" * 400, "x" * 1_000, "%41" * 333, "\U0001f642" * 1_000])
def test_the_slug_of_an_id_may_be_longer_than_an_id(value: str) -> None:
    made = slug(local_id(value))
    assert parse_id(made) == from_slug(made) == ExternalId("local", value)


@pytest.mark.parametrize("value", ["\u6f22" * 1_001, "x" * 1_001, "%41" * 334])
def test_an_id_that_is_too_long_is_refused_however_it_is_given(value: str) -> None:
    for read, text in ((local_id, value), (parse_id, value), (parse_id, slug(ExternalId("local", value)))):
        with pytest.raises(UnknownId, match=f"1 to 1000 characters, found {len(value)};"):
            read(text)
