"""A question is read without courtesies, with the hub as "it", and with papers that deal with a thing as about it."""

import pytest

from answers.questions.asked_plainly import hub_as_it, plainly, without_courtesy


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("pls list all papers on mites thx", "pls list all papers on mites"),
        ("Which papers treat mites? Thanks a lot!", "Which papers treat mites?!"),
        ("List papers on mites, please", "List papers on mites"),
        ("Hi, which papers treat mites?", "which papers treat mites?"),
        ("Good morning! Do mites fly?", "Do mites fly?"),
        ("hello can drones fly?", "can drones fly?"),
        ("Hi-C maps of mites", "Hi-C maps of mites"),
        ("Which dances say thanks?", "Which dances say thanks?"),
        ("Thanks!", ""),
        ("thank you very much", ""),
        ("Hello", ""),
        ("Who are you?", ""),
        ("What can you do?", ""),
        ("What can bees do?", "What can bees do?"),
    ],
)
def test_courtesies_are_no_part_of_a_question(asked: str, left: str) -> None:
    assert without_courtesy(asked) == left


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Who disputes the hub paper?", "Who disputes it?"),
        ("Who uses the hub paper's method?", "Who uses its method?"),
        ("Who uses the hub's method?", "Who uses its method?"),
        ("Who uses the hub's paper?", "Who uses it?"),
        ("Which papers use this hub as a baseline?", "Which papers use it as a baseline?"),
        ("How many cite the cited paper?", "How many cite it?"),
        ("Who criticizes this paper?", "Who criticizes it?"),
        ("What is the hub of the colony?",) * 2,
        ("Which papers treat the hub genes?",) * 2,
        ("How does the system of the hub work?",) * 2,
    ],
)
def test_the_hub_is_meant_by_it(asked: str, meant: str) -> None:
    assert hub_as_it(asked) == meant


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Which papers deal with mites?", "Which papers are about mites?"),
        ("Which papers talk about mites?", "Which papers are about mites?"),
        ("Which papers refer to mites?", "Which papers are about mites?"),
        ("Which papers touch on mites?", "Which papers are about mites?"),
        ("Which papers focus on mites?", "Which papers are about mites?"),
        ("Which papers concern mites?", "Which papers are about mites?"),
        ("Which papers cover mites?", "Which papers are about mites?"),
        ("Which papers target mites?", "Which papers are about mites?"),
        ("Which papers handle mites?", "Which papers are about mites?"),
        ("Which papers tackle mites?", "Which papers are about mites?"),
        ("Which papers feature mites?", "Which papers are about mites?"),
        ("Which papers have something to do with mites?", "Which papers are about mites?"),
        ("Which paper deals with mites?", "Which paper is about mites?"),
        ("papers dealing with mites", "papers about mites"),
        ("Papers that deal with mites", "Papers that are about mites"),
        ("Which papers on drones deal with mites?", "Which papers on drones are about mites?"),
        ("Do any papers touch on mites?", "Do any papers treat mites?"),
        ("Who works on mites?", "Who studies mites?"),
        ("Which authors deal with mites?", "Which authors study mites?"),
        ("Where can I read about mites?", "Which papers are about mites?"),
        ("How many are on mites?", "How many papers are on mites?"),
        ("How many look at mites?", "How many papers are about mites?"),
        ("How many extend it?", "How many papers extend it?"),
    ],
)
def test_what_papers_do_with_their_subject_is_none(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


@pytest.mark.parametrize(
    "asked",
    [
        "Which papers are about cover crops?",
        "Which papers use cover crops?",
        "Which papers are about a health concern?",
        "How many cover crops were sown?",
        "How many use cases are there?",
        "Which study concern was raised?",
        "Which study concerns were raised?",
        "Which papers mention that bees dance?",
        "Which papers treat it as a baseline?",
        "Which papers do not deal with mites?",
        "Most papers address mites.",
    ],
)
def test_the_same_words_elsewhere_are_a_subject(asked: str) -> None:
    assert plainly(asked) == asked
