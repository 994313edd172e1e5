"""Questions whose answer stands beside the papers' texts are refused, and it is said where to look."""

import pytest

from answers.questions.held_elsewhere import asks_when_published, held_elsewhere
from answers.questions.question import read_question
from answers.refusal import unstated

BESIDE = "who wrote a paper, where and when is not read in texts"
COUNTS = "papers are not counted by year or venue in an answer"
TOPICS = "what the papers treat as a whole is not read in texts"
LABELS = "no citing paper held is labelled as citing it so"
NAMES = "of authors only the names are held"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("Who wrote CombNet?", BESIDE),
        ("Who are the authors of CombNet?", BESIDE),
        ("Where was CombNet published?", BESIDE),
        ("Who wrote it?", BESIDE),
        ("Who has written the first paper on mites?", BESIDE),
        ("Who wrote “swarms in the rain”?", BESIDE),
        ("Who wrote code for parsing?", None),
        ("Who had written poems?", None),
        ("Who wrote on mites?", None),
        ("Who has written about mites?", None),
        ("Who wrote most papers?", None),
        ("Where were the mites found?", None),
        ("Which year had most papers?", COUNTS),
        ("How many papers per year?", COUNTS),
        ("How many papers per venue?", COUNTS),
        ("In which venues did the papers appear?", COUNTS),
        ("In which journals were papers on mites published?", COUNTS),
        ("Which venues are represented?", COUNTS),
        ("Which year had most mites?", None),
        ("What years did the study cover?", None),
        ("How many mites per year?", None),
        ("Are there papers by women?", NAMES),
        ("Which papers treat stings by women?", None),
        ("What are the main topics?", TOPICS),
        ("Which topics do the papers cover?", TOPICS),
        ("What are the topics of dances?", None),
        ("Which papers confirm it?", LABELS),
        ("How many papers agree with it?", LABELS),
        ("Who disputes it?", None),
        ("Which papers use the Bayesian model?", None),
        ("Which papers treat mites?", None),
    ],
)
def test_what_is_held_beside_the_texts(asked: str, reason: str | None) -> None:
    found = held_elsewhere(asked, asked)
    assert (found[0] if found else None) == reason


def test_when_a_paper_was_published_is_looked_up_beside_it_where_no_sentence_tells() -> None:
    assert asks_when_published("When was CombNet published?")
    assert unstated(read_question("When was CombNet published?"), "open").reason == BESIDE
    assert (
        unstated(read_question("When was the smoker invented?"), "open").reason
        == "no sentence states the date asked for"
    )
