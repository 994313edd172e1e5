"""A follow-up becomes a question of its own, from the questions before it and nothing else."""

import pytest

from answers.followups import rewritten


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("Does smoke lower the risk of stings?", "And water?", "Does water lower the risk of stings?"),
        ("Does cool smoke lower colony stress?", "And water?", "Does water lower colony stress?"),
        ("Does cool smoke soothe colony stress?", "And water?", "Does cool smoke soothe colony stress, and water?"),
        ("Does smoke calm bees?", "Is it true that wasps sting?", "Is it true that wasps sting?"),
        ("Does smoke calm bees?", "Do wasps leave their nests?", "Do wasps leave their nests?"),
        ("Does smoke calm bees?", "Do these acids work?", "Do these acids work?"),
        ("What raises yields?", "Which papers say so?", "Which papers address: What raises yields?"),
        ("Is smoke harmful?", "How long does it last?", "How long does smoke last?"),
        ("Does smoke raise honey yield in spring?", "Is it profitable?", "Is smoke profitable?"),
        ("Does smoke calm bees?", "By how much?", "By how much does smoke calm bees?"),
        ("Does smoke calm bees?", "Who says so?", "Which papers address: Does smoke calm bees?"),
        ("Does smoke calm bees?", "Does anyone disagree?", "Who disputes that smoke calm bees?"),
        ("Does smoke calm bees?", "Tell me more.", "Does smoke calm bees?"),
        ("Which papers treat mites?", "Only those from 2017", "Which papers treat mites published from 2017?"),
        ("Which papers treat mites?", "Only those published in 2017", "Which papers treat mites published in 2017?"),
        ("Which papers treat mites?", "only those from Apiary", "Which Apiary papers treat mites?"),
        ("Which papers treat mites?", "and at Apiary?", "Which Apiary papers treat mites?"),
        ("Which papers treat mites?", "only the Apiary ones", "Which Apiary papers treat mites?"),
        ("Which papers use scans from Apiary?", "And from Bees?", "Which papers use scans from Bees?"),
        ("Who treats mites?", "only those from Bees", "Who treats mites from Bees?"),
        ("Which papers treat mites?", "only the newest ones", "What are the newest papers treat mites?"),
        ("Which papers treat mites?", "But not 2021", "Which papers treat mites, excluding 2021?"),
        ("Which papers treat mites?", "not those by Huber", "Which papers treat mites, excluding those by Huber?"),
        ("What is a brood break?", "What about its limits?", "What about brood break’s limits?"),
        ("Are there articles on art?", "What about music?", "Are there articles on music?"),
        (
            "Do hives in towns swarm when kept in pairs?",
            "And in threes?",
            "Do hives in towns swarm when kept in threes?",
        ),
        ("Which acids for mites work best?", "And for moths?", "Which acids for moths work best?"),
        ("Does brood rearing help?", "And swarming?", "Does swarming help?"),
        ("Does smoke calm bees?", "Which of them used cameras?", "Which papers on smoke calm bees used cameras?"),
        ("Which papers treat mites?", "How many of these use acids?", "How many papers treat mites and use acids?"),
        ("Does smoke calm bees?", "Forget that. What is a brood break?", "What is a brood break?"),
        ("Does smoke calm bees?", "OK, forget that. What is a drone?", "What is a drone?"),
        ("Does smoke help?", "Which of them works best?", "Which papers on smoke works best?"),
        (
            "Which papers between 2018 and 2020 treat mites?",
            "And after that?",
            "Which papers treat mites after 2020?",
        ),
        ("Does smoke calm bees?", "Never mind, what is a drone?", "what is a drone?"),
        ("Which papers since 2015 treat mites?", "And before that?", "Which papers treat mites before 2015?"),
        ("Which papers use smoke for guard bees?", "and for queens?", "Which papers use smoke for queens?"),
        ("Does smoke reduce the risk of stings?", "What about water?", "Does water reduce the risk of stings?"),
        ("Does smoke reduce the risk of stings?", "Why?", "Why does smoke reduce the risk of stings?"),
        ("Which papers treat mites?", "How many?", "How many papers treat mites?"),
        ("What is a brood break?", "How does it work?", "How does brood break work?"),
        ("What is a brood break?", "What are its limits?", "What are brood break’s limits?"),
        ("Which papers treat mites?", "and since 2024?", "Which papers treat mites since 2024?"),
        ("Which papers treat mites since 2022?", "and before 2022?", "Which papers treat mites before 2022?"),
        ("How does smoke help?", "And in cold weather?", "How does smoke help in cold weather?"),
        ("What is a brood break?", "Which papers treat swarms?", "Which papers treat swarms?"),
    ],
)
def test_a_follow_up_is_made_whole(earlier: str, asked: str, meant: str) -> None:
    assert rewritten(asked, [earlier]) == meant


def test_follow_ups_lean_on_follow_ups() -> None:
    before = ["Which papers use smoke for guard bees?", "and for queens?"]
    assert rewritten("How many?", before) == "How many papers use smoke for queens?"


def test_a_first_question_stays_as_it_is() -> None:
    assert rewritten("and for queens?", []) == "and for queens?"


def test_a_piece_takes_the_place_of_what_is_nearest_to_it() -> None:
    asked = ["Does smoke reduce stings in spring?"]
    assert rewritten("And bites?", asked, lambda piece, parts: parts[1]) == "Does smoke reduce bites in spring?"
    assert rewritten("And steam?", asked, lambda piece, parts: parts[0]) == "Does steam reduce stings in spring?"
