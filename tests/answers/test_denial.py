"""What is asked about in its absence is told by sentences that deny, if there are any."""

import pytest

from answers.denial import denied
from answers.evidence import Evidence, Scored
from answers.questions.question import read_question
from answers.selection import select
from answers.sentences import Sentence


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("Without smoke, can bees sleep?", "smoke"),
        ("no association with mites", "associ"),
        ("Which studies found no significant difference?", "differ"),
        ("Is there no doubt of it?", None),
        ("Do bees sleep?", None),
    ],
)
def test_a_question_for_what_is_not_so(asked: str, thing: str | None) -> None:
    assert denied(asked) == thing


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("Smoke makes bees sleep, and not drones.", "Bees sleep without smoke."), ["Bees sleep without smoke."]),
        (("Smoke makes bees sleep.",), ["Smoke makes bees sleep."]),
    ],
)
def test_only_what_denies_too_is_told_of_it_where_something_does(said: tuple[str, ...], told: list[str]) -> None:
    sentences = tuple(Scored(0, Sentence("abstract", text, 0, len(text)), None, 1.0) for text in said)
    asked = read_question("Without smoke, can bees sleep?")
    points = select(asked, [Evidence(0, 0.5, 1.0, sentences)], lambda _: True, 5)
    assert [point.main.sentence.text for point in points] == told
