"""Words of two spellings, met by the stems of either."""

import pytest

from corpus.values import Paper
from index.text.terms import spelling
from index.text.tokens import stem

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
    ("centred", "centered"),
    ("centring", "centering"),
    ("fibres", "fibers"),
    ("kilometre", "kilometer"),
    ("millimetres", "millimeters"),
    ("perimetre", "perimeter"),
    ("calibre", "caliber"),
    ("enrolment", "enrollment"),
    ("defence", "defense"),
    ("programme", "program"),
    ("grey", "gray"),
)


@pytest.mark.parametrize(("british", "there"), PAIRS)
def test_either_spelling_has_one_stem(british: str, there: str) -> None:
    assert stem(british) == stem(there)


@pytest.mark.parametrize(
    ("word", "of"),
    [
        ("exercise", "exercis"),
        ("promise", "promis"),
        ("noise", "nois"),
        ("supervised", "supervis"),
        ("analysis", "analysi"),
        ("basis", "basi"),
        ("hour", "hour"),
        ("symmetric", "symmetr"),
        ("size", "size"),
    ],
)
def test_what_is_spelt_so_everywhere_stays(word: str, of: str) -> None:
    assert stem(word) == of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("metric", "meter"),
        ("parametric", "parameter"),
        ("geometric", "geometer"),
        ("calibration", "caliber"),
        ("concentration", "concenter"),
    ],
)
def test_words_whose_stem_ends_as_that_of_a_british_one_are_others(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert stem(one)[-2:] in ("tr", "br", "ic")


def test_a_word_is_spelt_as_the_text_spells_it_whichever_way() -> None:
    assert spelling(stem("edema"), "Swelling and Oedema of the wrist") == "oedema"
    assert spelling(stem("oedema"), "Swelling and edema") == "edema"


def test_either_spelling_finds_and_ranks_the_same(make_version) -> None:
    texts = ("Wax is randomised", "Wax is randomized", "Wax is old")
    lexical = make_version([Paper(f"local:{at}", text) for at, text in enumerate(texts)]).lexical
    british, american = lexical.scores("randomised"), lexical.scores("randomized")
    assert british.tolist() == american.tolist()
    assert [score > 0 for score in british] == [True, True, False]
    assert british[0] == british[1]
