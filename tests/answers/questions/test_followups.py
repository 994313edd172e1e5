"""A follow-up becomes a question of its own, from the questions before it and nothing else."""

from collections.abc import Sequence

import pytest

from answers.questions.followups import rewritten


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
        ("Does smoke calm bees?", "Who found that?", "Which papers address: Does smoke calm bees?"),
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


KINDS = (
    {"German", "Italian", "Chinese", "Vietnamese"},
    {"email", "Twitter", "letters"},
    {"word-level", "document-level"},
    {"text", "images"},
    {"hives", "nests"},
)


def of_a_kind(piece: str, parts: Sequence[str]) -> str:
    """The first part of the same kind as the piece; else the first of all."""
    alike = (part for kind in KINDS for part in parts if piece in kind and part in kind)
    return next(alike, parts[0])


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("How is swarm forecasting evaluated?", "What about pollination?", "How is pollination evaluated?"),
        ("Are there scans of German letters?", "what about Italian?", "Are there scans of Italian letters?"),
        ("Is smoke found in text?", "What about images?", "Is smoke found in images?"),
        ("Which papers translate into German?", "What about Chinese?", "Which papers translate into Chinese?"),
        ("Are hives insulated?", "And nests?", "Are nests insulated?"),
        ("Why is word-level parsing hard?", "And document-level?", "Why is document-level parsing hard?"),
        ("What is the best word-level parser?", "And document-level?", "What is the best document-level parser?"),
        ("What helps for word-level parsing?", "For document-level?", "What helps for document-level parsing?"),
        ("Which papers work on German hate songs?", "and for Italian?", "Which papers work on Italian hate songs?"),
        ("Which papers are about German?", "and for Italian?", "Which papers are about Italian?"),
        ("Which papers are about German?", "and in Italian?", "Which papers are about German in Italian?"),
        ("Which papers are about songs in German?", "and for Italian?", "Which papers are about songs for Italian?"),
        ("How is spam stopped in email?", "and for Twitter?", "How is spam stopped for Twitter?"),
        ("How is spam stopped in email?", "and for children?", "How is spam stopped in email for children?"),
        ("Which datasets cover German?", "What about Italian?", "Which datasets cover Italian?"),
        ("Which papers use smoke in hives?", "And nests?", "Which papers use smoke in nests?"),
        ("How loud is smoke?", "And water?", "How loud is water?"),
        ("Is honey sweet?", "And berries?", "Are berries sweet?"),
        ("Has a queen left the hive?", "And a drone?", "Has a drone left the hive?"),
        ("Do smoke signals calm bees in hives?", "And to nests?", "Do smoke signals calm bees in hives to nests?"),
    ],
)
def test_a_piece_replaces_the_part_of_its_kind(earlier: str, asked: str, meant: str) -> None:
    assert rewritten(asked, [earlier], of_a_kind) == meant


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("hive papers from 2019", "and 2020?", "hive papers from 2020"),
        ("Which hive papers are from 2019?", "and in 2020?", "Which hive papers are from 2020?"),
        ("Which papers from 2019 are on mites?", "and from 2020?", "Which papers from 2020 are on mites?"),
        ("Which 2019 papers are on mites?", "same for 2020", "Which 2020 papers are on mites?"),
        ("Which papers since 2015 treat mites?", "and 2012?", "Which papers treat mites published in 2012?"),
        ("Which papers by Huber treat mites?", "2012?", "Which papers by Huber treat mites published in 2012?"),
    ],
)
def test_a_year_takes_the_place_of_a_year(earlier: str, asked: str, meant: str) -> None:
    assert rewritten(asked, [earlier]) == meant


@pytest.mark.parametrize(
    ("earlier", "asked", "meant"),
    [
        ("Which papers are about mites?", "which one is the newest?", "What are the newest papers about mites?"),
        ("Is smoke harmful?", "the oldest?", "What are the oldest papers on smoke?"),
        ("Which papers on mites since 2019?", "older ones?", "Which papers on mites before 2019?"),
        ("Which papers are about mites?", "newer ones?", "What are the newest papers about mites?"),
        ("Is smoke harmful?", "Explain more", "Is smoke harmful?"),
        ("Is smoke harmful?", "how come", "Why is smoke harmful?"),
        ("How is smoke made?", "how come?", "Why is smoke made?"),
        ("Is smoke harmful?", "sources?", "Which papers address: Is smoke harmful?"),
        ("What is a brood break?", "give me an example", "What are examples of brood break?"),
        ("How many papers are about mites?", "same for moths", "How many papers are about moths?"),
        ("Do any of the papers look at wasps?", "How many look at bees?", "How many papers look at bees?"),
        ("Which papers treat mites?", "How many use acids?", "How many papers treat mites and use acids?"),
        ("Which papers use acids since 2019?", "How many use oils?", "How many papers use oils since 2019?"),
        ("hive papers from 2019", "how many?", "How many hive papers from 2019"),
        ("Which papers treat mites?", "What about the others?", "What about the others?"),
        ("What are the limits of smoke?", "and its benefits?", "smoke’s benefits?"),
    ],
)
def test_what_is_asked_of_the_same_papers_or_again(earlier: str, asked: str, meant: str) -> None:
    assert rewritten(asked, [earlier]) == meant


@pytest.mark.parametrize(
    "asked",
    [
        "For wasps, which acids work best?",
        "What about studies that have looked at wasps?",
        "What about the effect of heat on wasps?",
        "How many training flights are needed?",
        "Which are the limits of smoke?",
    ],
)
def test_a_question_that_is_whole_stays_as_it_is(asked: str) -> None:
    assert rewritten(asked, ["Which papers treat mites?"]) == asked


def by_venue_or_author(how: str) -> bool:
    return how in {"published at APIS", "published in APIS", "published at BEES", "published in BEES", "by Huber"}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (["What about APIS 2020?"], "Which papers from 2020 are about mites published at APIS?"),
        (["What about APIS?"], "Which papers are about mites published at APIS?"),
        (["What about Huber?"], "Which papers are about mites by Huber?"),
        (["What about APIS?", "and BEES?"], "Which papers are about mites published at BEES?"),
        (["What about APIS?", "and 2020?"], "Which papers from 2020 are about mites published at APIS?"),
        (["What about APIS?", "and 2020?", "moths?"], "moths?"),
        (["What about APIS?", "and 2020?", "And moths?"], "Which papers from 2020 are about moths published at APIS?"),
    ],
)
def test_a_venue_or_an_author_limits_the_papers(asked: list[str], meant: str) -> None:
    earlier = ["Which papers are about mites?", *asked[:-1]]
    assert rewritten(asked[-1], earlier, limits=by_venue_or_author) == meant
