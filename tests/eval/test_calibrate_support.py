"""The fit of the gate's support finds the constants that true claims were drawn with, and says what a cut stops."""

import math

import numpy as np
import pytest

from corpus.values import Paper
from eval.calibrate import chance
from eval.calibrate_support import NEAR, TRUE, UNRELATED, Told, fitted, lines, told
from eval.claims import Claim, ClaimSet
from tests.answers.conftest import WordsEmbedder


def drawn(sentences: int) -> Told:
    """Sentences of which half are true, by the logit 2x of the first of two features."""
    dice = np.random.default_rng(1)
    features = dice.normal(size=(sentences, 2))
    true = dice.random(sentences) < chance(np.array([0.0, 2.0, 0.0]), features)
    kinds = np.where(true, TRUE, np.where(np.arange(sentences) % 3, UNRELATED, NEAR))
    return Told(features, kinds, np.arange(sentences) % 2)


def test_the_fit_finds_the_constants_and_weighs_true_ones_nine_times() -> None:
    assert fitted(drawn(40_000)) == pytest.approx([math.log(9), 2, 0], abs=0.1)


def test_a_line_of_constants_and_one_for_each_cut() -> None:
    said = list(lines(drawn(2_000)))
    assert said[0].startswith("constants: ")
    assert said[1] == "cut | true stopped, % | unrelated source stopped, % | close source stopped, %"
    assert [line.partition(" |")[0] for line in said[2:]] == ["0.40", "0.45", "0.50", "0.55", "0.60"]


def test_claims_are_put_to_their_own_paper_to_another_and_to_one_close_to_their_own() -> None:
    said = {"a": "Bees carry pollen.", "b": "Bees carry pollen and dance.", "c": "Rain falls on lakes."}
    papers = {one: Paper(one, f"Paper {one}", abstract=text) for one, text in said.items()}
    claims = (
        Claim("1", "true", "Bees carry pollen home.", "a", True),
        Claim("2", "unrelated source", "Bees carry pollen home.", "c", False),
        Claim("3", "flipped negation", "Bees do not carry pollen home.", "a", False),
        Claim("4", "true", "Rain falls.", "c", True),
    )
    sentences = told(ClaimSet("claims", papers, claims), WordsEmbedder())
    assert sentences.kinds.tolist() == [TRUE, UNRELATED, TRUE, NEAR]
    assert sentences.folds.tolist() == [0, 0, 0, 0]
    assert sentences.features[:, 0].round(3).tolist() == [0.6, 0.0, 0.667, 0.6]
    assert sentences.features[:, 1].round(3).tolist() == [0.866, 0.0, 0.816, 0.75]
