"""What a sentence must tell of to answer some questions."""

import pytest

from answers.asked_cues import cue_of
from answers.evidence import held_in
from answers.questions.question import read_question


@pytest.mark.parametrize(
    ("question", "text", "so"),
    [
        ("Why do bees sting?", "Bees sting because of smoke.", True),
        ("Why do bees sting?", "When tested in May, bees sting.", False),
        ("Why is swarming hard to stop?", "Stopping swarms is very hard.", True),
        ("Why is swarming hard to stop?", "We stop swarms in hard tasks.", False),
        ("What are the limitations of smoke?", "Smoke fails in rain.", True),
        ("What are the limitations of smoke?", "Smoke calms bees.", False),
        ("Which datasets are used for swarms?", "We train on the SwarmNet corpus.", True),
        ("Which datasets are used for swarms?", "We release a dataset of swarms.", True),
        ("Which datasets are used for swarms?", "The datasets are large.", False),
        ("Which datasets are used for swarms?", "We train on the Swarm Archive corpus.", True),
        ("Which datasets are used for swarms?", "We train on a corpus called X1.", True),
        ("Which datasets are used for swarms?", "We train on the Hive 2600 benchmarks.", True),
        ("Which datasets are used for swarms?", "SwarmNet is fast; the dataset is large.", False),
        ("Which datasets are used for swarms?", "We build on a dataset of swarms.", False),
        ("Which datasets are used for swarms?", "Larger datasets are collected by keepers.", False),
        ("What are open problems in swarming?", "Why bees swarm remains unclear.", True),
    ],
)
def test_what_answers_has_the_cue(question: str, text: str, so: bool) -> None:
    cue = cue_of(read_question(question))
    assert cue is not None
    assert cue.told_by(text) is so


@pytest.mark.parametrize("question", ["Does smoke calm bees?", "How is smoke made?", "Which papers use datasets?"])
def test_other_questions_want_no_cue(question: str) -> None:
    assert cue_of(read_question(question)) is None


@pytest.mark.parametrize(
    ("question", "text", "so"),
    [
        ("What are the limitations of smoke?", "Smoke fails in rain.", True),
        ("What are the limitations of smoke?", "By lifting a limitation hives grow.", False),
        ("What are the open problems of swarming?", "Why bees swarm remains unclear.", True),
        ("What are the open problems of swarming?", "How problems arise remains unclear.", False),
        ("What are the limitations?", "Hives fail in rain.", True),
    ],
)
def test_the_cue_counts_beside_what_the_question_names(question: str, text: str, so: bool) -> None:
    cue = cue_of(read_question(question))
    assert cue is not None
    assert cue.told_of(text, held_in(text)) is so
