"""The fit of the gate's names finds the constants that swapped names were drawn with, and says what a cut stops."""

import numpy as np
import pytest

from corpus.values import Paper
from eval.calibrate import chance
from eval.calibrate_gate import Told, fitted, lines, told
from eval.claims import Claim, ClaimSet
from tests.answers.conftest import WordsEmbedder


def drawn(names: int) -> Told:
    """Names of which half are swapped, by the logit 2x of a feature of one scale and nothing of one of another."""
    dice = np.random.default_rng(1)
    features = dice.normal(size=(names, 2)) * (1.0, 100.0)
    swapped = dice.random(names) < chance(np.array([0.0, 2.0, 0.0]), features)
    places = np.arange(names)
    return Told(features, swapped, places, places % 2)


def test_the_fit_finds_the_constants() -> None:
    assert fitted(drawn(20_000)) == pytest.approx([0, 2, 0], abs=0.1)


def test_a_line_of_constants_and_one_for_each_cut() -> None:
    said = list(lines(drawn(2_000)))
    assert [line.partition(" |")[0] for line in said[1:]] == ["cut", "0.50", "0.55", "0.60", "0.62", "0.65"]
    assert said[0].startswith("constants: ")


def test_names_of_true_and_swapped_claims_are_told() -> None:
    papers = {one: Paper(one, "Rivers", abstract=f"Rivers are read by {one} nets.") for one in ("SVM", "CNN")}
    claims = (
        Claim("1", "true", "Rivers are read by SVM nets.", "SVM", True),
        Claim("2", "swapped name", "Rivers are read by LSTM nets.", "SVM", False),
        Claim("3", "changed number", "Rivers are read by GRU nets.", "CNN", False),
        Claim("4", "true", "Rivers are read by GRU nets.", "CNN", True),
    )
    names = told(ClaimSet("claims", papers, claims), WordsEmbedder())
    assert (names.swapped.tolist(), names.claims.tolist(), names.folds.tolist()) == ([True, False], [1, 3], [0, 1])
