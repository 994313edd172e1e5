"""An acronym that a question spells out is no word beside what it stands for."""

import pytest

from answers.questions.question import read_question


@pytest.mark.parametrize(
    ("asked", "concepts"),
    [
        ("Do brood breaks (BB) harm queens?", ("brood breaks", "harm queens")),
        (
            "Does comb resonance imaging (CRI) help, and is CRI safe?",
            ("comb resonance imaging", "help", "comb resonance imaging safe"),
        ),
        ("Does electroencephalography (EEG) of bees work?", ("electroencephalography", "bees")),
        ("Do queens (EEG) sleep?", ("queens", "EEG", "sleep")),
        ("Does EEG help?", ("EEG help",)),
    ],
)
def test_what_a_question_spells_out_itself_is_no_word_beside_it(asked: str, concepts: tuple[str, ...]) -> None:
    assert read_question(asked).concepts == concepts
    assert "EEG" not in asked or "EEG" in read_question(asked).query
