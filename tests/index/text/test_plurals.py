"""Plurals are met by the stems of their singulars."""

from collections.abc import Callable

import pytest

from corpus.values import Paper
from index.text.plurals import ENDINGS, WHOLE, singular
from index.text.terms import spelling
from index.text.tokens import stem, stems
from index.version import IndexVersion

Make = Callable[..., IndexVersion]


@pytest.mark.parametrize(("plural", "one"), [*ENDINGS.items(), *WHOLE.items()])
def test_a_plural_has_the_stem_of_its_singular(plural: str, one: str) -> None:
    assert (singular(plural), singular(one)) == (one, one)
    assert stem(plural) == stem(one)
    assert spelling(stem(one), f"Of {plural} we know.") == plural


def test_compounds_are_plurals_as_their_last_words_are() -> None:
    assert stems("subcorpora") == stems("subcorpus")
    assert stems("Meta-analyses") == stems("meta-analysis")


@pytest.mark.parametrize(
    "word", ["specimen", "bases", "media", "data", "lives", "axles", "regimen", "analyzes", "mechanical"]
)
def test_other_words_stay_as_they_are(word: str) -> None:
    assert singular(word) == word


def test_papers_are_ranked_by_either_number(make_version: Make) -> None:
    papers = [Paper("local:a", "Corpora of songs"), Paper("local:b", "A corpus of songs"), Paper("local:c", "Songs")]
    version = make_version(papers)
    many, one = (version.lexical.weigh((stem(word),), version.snapshot.rows()) for word in ("corpora", "corpus"))
    assert many.tolist() == one.tolist()
    assert (many > 0).tolist() == [True, True, False]
