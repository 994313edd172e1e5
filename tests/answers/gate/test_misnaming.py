"""A name that quotes lack is doubted the more, the nearer the claim comes to them with one of theirs instead."""

import pytest

from answers.gate.misnaming import MISNAMED, chance, doubts
from tests.answers.conftest import WordsEmbedder

QUOTES = ("Deep encoders are pretrained on ImageNet.",)


@pytest.mark.parametrize(
    ("claim", "features"),
    [
        ("Encoders are pretrained on CIFAR.", (0.0, 0.28868, 0.12976, 0.0, 0.0, 0.0, 1.0)),
        ("Encoders are pretrained on data such as CIFAR.", (0.0, 0.25, 0.07735, 0.0, 0.0, 1.0, 1.0)),
    ],
)
def test_what_tells_of_a_name_is_measured(claim: str, features: tuple[float, ...], embedder: WordsEmbedder) -> None:
    (doubt,) = doubts(claim, QUOTES, embedder)
    assert (doubt.name, doubt.unsaid) == ("CIFAR", True)
    assert doubt.features == pytest.approx(features, abs=1e-4)


def test_names_that_the_quotes_hold_are_not_doubted(embedder: WordsEmbedder) -> None:
    assert doubts("Encoders are pretrained on Image-Net.", QUOTES, embedder) == []


def test_an_acronym_of_the_quotes_words_is_doubted_less_than_one_that_is_not() -> None:
    assert chance((0.0, 0.05, 0.05, 0.0, 0.0, 0.0, 0.0)) >= MISNAMED > chance((0.0, 0.05, 0.05, 1.0, 0.0, 0.0, 0.0))


def test_nothing_but_capitals_is_doubted_less() -> None:
    assert chance((-0.25, 0.05, 0.05, 0.0, 0.0, 0.0, 0.0)) == pytest.approx(0.7636, abs=1e-4)
    assert chance((-0.25, 0.05, 0.05, 0.0, 0.0, 0.0, 1.0)) == pytest.approx(0.6416, abs=1e-4)


def test_a_version_that_the_quotes_do_not_name_is_a_wrong_one(embedder: WordsEmbedder) -> None:
    assert [one.misnamed for one in doubts("Rain falls on GPT-9.", ["Rivers carry sand."], embedder)] == [True]


def test_an_acronym_that_the_claim_gives_after_words_of_the_quotes_is_said(embedder: WordsEmbedder) -> None:
    quotes = ("Royal jelly is fed to queens.",)
    assert doubts("Queens eat royal jelly (RjX).", quotes, embedder) == []
    assert [doubt.name for doubt in doubts("Queens eat bitter jelly (RjX).", quotes, embedder)] == ["RjX"]
