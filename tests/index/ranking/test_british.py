"""Words of two spellings, met by the stems of either."""

import pytest

from index.british import american, spellings
from index.tokens import stem

PAIRS = (
    ("randomised", "randomized"),
    ("organisation", "organization"),
    ("hospitalised", "hospitalized"),
    ("analysed", "analyzed"),
    ("colouring", "coloring"),
    ("tumours", "tumors"),
    ("behavioural", "behavioral"),
    ("anaemia", "anemia"),
    ("ischaemic", "ischemic"),
    ("oestrogen", "estrogen"),
    ("paediatric", "pediatric"),
    ("haemorrhage", "hemorrhage"),
    ("dyspnoea", "dyspnea"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("fibres", "fibers"),
    ("defence", "defense"),
    ("programme", "program"),
    ("grey", "gray"),
)


@pytest.mark.parametrize(("british", "there"), PAIRS)
def test_either_spelling_finds_the_other(british: str, there: str) -> None:
    one, other = stem(british), stem(there)
    assert american(one) == american(other)
    assert other in spellings(one)
    assert one in spellings(other)


@pytest.mark.parametrize("word", ["exercise", "promise", "noise", "supervised", "analysis", "basis", "hour", "size"])
def test_what_is_spelt_so_everywhere_stays(word: str) -> None:
    assert american(stem(word)) == stem(word)


@pytest.mark.parametrize("word", [british for pair in PAIRS for british in pair])
def test_the_american_stem_is_its_own(word: str) -> None:
    assert american(american(stem(word))) == american(stem(word))
