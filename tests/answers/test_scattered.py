"""Settings of several words that papers have only apart."""

from dataclasses import replace

import pytest

from answers.questions.question import read_question
from answers.scattered import scattered
from answers.sentences import Embeds
from answers.text.abbreviations import spelling_out
from tests.answers.test_together import saying


@pytest.mark.parametrize(
    ("asked", "said", "missing"),
    [
        ("Which papers study mites in queen cages?", ["Queens carry mites.", "Cages are small in most yards."], True),
        ("Which papers study mites in queen cages?", ["Queens sit in a cage.", "Mites grow."], False),
        ("Which papers study mites in queens?", ["Mites grow."], False),
        ("Which papers study mites in high amounts?", ["Mites grow."], False),
        ("Do mites grow in queen cages?", ["Queens carry mites.", "Cages are small in most yards."], False),
        ("Which papers study mites in queen rearing cages?", ["The QRC is closed."], False),
        (
            "Which papers study red mites, brown flies, wax moths and tiny beetles in queen cages?",
            ["Queens carry mites.", "Cages are small in most yards."],
            False,
        ),
        ("What share of mites grew in queen cages?", ["Queens carry mites.", "Cages are small in most yards."], True),
        ("Which papers study mites in queen cages?", ["Cages are."], False),
    ],
)
def test_a_setting_is_missed_where_papers_have_its_words_only_apart(
    embedder: Embeds, asked: str, said: list[str], missing: bool
) -> None:
    judged = [saying(text) for text in said]
    vectors = embedder.embed_passages(said)
    near = [
        replace(one, sentences=tuple(replace(each, vector=vector) for each in one.sentences))
        for one, vector in zip(judged, vectors, strict=True)
    ]
    assert scattered(read_question(asked), near, embedder) == (("queen cages",) if missing else ())


def test_initials_spell_neighbouring_words_out() -> None:
    assert spelling_out(["calm", "queen", "rearing", "cages"], frozenset({"qrc"})) == {"queen", "rearing", "cages"}
    assert spelling_out(["queen", "cages"], frozenset({"qc"})) == frozenset()
