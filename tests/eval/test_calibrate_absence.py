"""The fit of what a question names in vain finds the constants that it was drawn with, and says what a cut takes."""

import json
from pathlib import Path

import numpy as np
import pytest

from eval.calibrate import chance
from eval.calibrate_absence import Asked, asked, fitted, reported
from tests.answers.conftest import WordsEmbedder


def drawn(questions: int) -> Asked:
    """Questions of which half are as written, by the logit 2x of the first of two features."""
    dice = np.random.default_rng(1)
    features = dice.normal(size=(questions, 2))
    written = dice.random(questions) < chance(np.array([0.0, 2.0, 0.0]), features)
    return Asked(features, written, np.arange(questions) % 2)


def test_the_fit_finds_the_constants() -> None:
    questions = drawn(40_000)
    assert fitted(questions, np.ones(40_000, dtype=bool)) == pytest.approx([0, 2, 0], abs=0.1)


def test_a_line_of_constants_and_one_for_each_cut() -> None:
    said = list(reported(drawn(2_000)))
    assert said[0].startswith("constants: ")
    assert said[1].startswith("questions with strange words: ")
    assert said[2] == "cut | refused as written, % | refused with a concept put in, %"
    assert [line.partition(" |")[0] for line in said[3:]] == ["0.05", "0.10", "0.15", "0.20", "0.25", "0.30", "0.40"]


def test_questions_are_asked_as_written_and_with_a_concept_of_another_field(tmp_path: Path) -> None:
    folder = tmp_path / "scholarqabench"
    folder.mkdir()
    settled = [
        {"question": "Do bees carry nectar?", "ctxs": [{"text": "Bees carry pollen. They dance."}]},
        {"question": "Do lakes rise?", "ctxs": [{"text": "Lakes rise after rain."}]},
    ]
    (folder / "single_abstract.jsonl").write_text("".join(json.dumps(one) + "\n" for one in settled), "utf-8")
    (folder / "rag.jsonl").write_text(json.dumps({"question": "What is spectroscopy?"}) + "\n", "utf-8")
    found = asked(tmp_path, WordsEmbedder())
    assert found.written.tolist() == [True, False, True, False, False, False]
    assert found.folds.tolist() == [0, 0, 0, 0, 1, 1]
    assert found.features.shape == (6, 4)
    assert found.features[0].round(3).tolist() == [1.244, -0.28, 0.0, 0.577]
