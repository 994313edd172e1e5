"""Which sentences become points, which are merged, and in which order they are told."""

from dataclasses import replace

import numpy as np
import pytest

from answers.evidence import Evidence, Scored
from answers.questions.question import read_question
from answers.selection import Point, listing, select
from answers.sentences import Sentence

NARROW = read_question("Do brood breaks reduce the mite load of winter colonies?")
BROAD = read_question("mites")


def scored(hit: int, text: str, score: float, *vector: float) -> Scored:
    unit = np.zeros(12, dtype=np.float32)
    unit[: len(vector) or 1] = vector or 1.0
    return Scored(hit, Sentence("abstract", text, 0, len(text)), unit / np.linalg.norm(unit), score)


def told(points: list[Point]) -> list[tuple[str, tuple[int, ...]]]:
    return [(point.main.sentence.text, (point.main.hit, *(one.hit for one in point.also))) for point in points]


def paper(*sentences: Scored, cosine: float = 0.8) -> Evidence:
    return Evidence(sentences[0].hit, cosine, 0.0, sentences)


def every(_: Scored) -> bool:
    return True


def test_a_paper_that_says_a_thing_twice_is_told_once() -> None:
    one = paper(scored(0, "Breaks help.", 0.9), scored(0, "Breaks do help.", 0.8))
    assert told(select(NARROW, [one], every, 8)) == [("Breaks help.", (0,))]


def test_what_defines_a_thing_is_told_first_and_no_title_beside_it() -> None:
    asked = read_question("What is a brood break?")
    title = replace(
        scored(2, "Brood break in May", 0.9, 0, 0, 1), sentence=Sentence("title", "Brood break in May", 0, 18)
    )
    papers = [
        paper(scored(0, "The brood break helps.", 0.9, 1, 0, 0)),
        paper(scored(1, "A brood break is a pause in laying.", 0.8, 0, 1, 0)),
        paper(title),
    ]
    defined = [("A brood break is a pause in laying.", (1,)), ("The brood break helps.", (0,))]
    assert told(select(asked, papers, every, 8)) == defined
    assert told(select(asked, papers[2:], every, 8)) == [("Brood break in May", (2,))]


def test_a_sentence_that_asks_is_told_only_where_its_paper_has_no_other() -> None:
    asking, saying = scored(0, "Do brood breaks help?", 0.9), scored(0, "Breaks help hives.", 0.8, 0, 1)
    assert told(select(NARROW, [paper(asking, saying)], every, 8)) == [("Breaks help hives.", (0,))]
    assert told(select(NARROW, [paper(asking)], every, 8)) == [("Do brood breaks help?", (0,))]
    unsettled = read_question("What open questions about brood breaks remain?")
    assert told(select(unsettled, [paper(asking, saying)], every, 8))[0] == ("Do brood breaks help?", (0,))


def test_papers_that_say_the_same_share_a_point() -> None:
    both = [paper(scored(0, "Breaks help.", 0.8)), paper(scored(1, "Breaks do help.", 0.9))]
    assert told(select(NARROW, both, every, 8)) == [("Breaks do help.", (1, 0))]


@pytest.mark.parametrize("other", ["Breaks do not help.", "Breaks help in 9 hives."])
def test_another_number_or_a_negation_is_another_point(other: str) -> None:
    both = [paper(scored(0, "Breaks help.", 0.9)), paper(scored(1, other, 0.8))]
    assert told(select(NARROW, both, every, 8)) == [("Breaks help.", (0,)), (other, (1,))]


def test_a_narrow_question_gets_three_points_and_a_broad_one_eight() -> None:
    far = [paper(scored(hit, f"Point {hit}.", 0.9, *np.eye(12)[hit])) for hit in range(12)]
    assert len(select(NARROW, far, every, 12)) == 3
    assert len(select(BROAD, far, every, 12)) == 8


def test_no_more_papers_than_asked_for_are_cited() -> None:
    far = [paper(scored(hit, f"Point {hit}.", 0.9, *np.eye(12)[hit])) for hit in range(12)]
    assert told(select(BROAD, far, every, 2)) == [("Point 0.", (0,)), ("Point 1.", (1,))]


def test_papers_far_from_the_best_are_left_out() -> None:
    papers = [paper(scored(0, "Near.", 0.9)), paper(scored(1, "Far.", 0.9, 0, 1), cosine=0.6)]
    assert told(select(NARROW, papers, every, 8)) == [("Near.", (0,))]


def test_a_papers_points_stand_together_after_the_most_direct() -> None:
    first = paper(scored(0, "A.", 0.9), scored(0, "B.", 0.75, 0, 1))
    second = paper(scored(1, "C.", 0.8, 0, 0, 1))
    assert [text for text, _ in told(select(NARROW, [first, second], every, 8))] == ["A.", "B.", "C."]


def test_no_more_points_than_papers_wanted_are_made() -> None:
    papers = [paper(scored(n, f"Fact {n}.", 0.9 - n / 100, *np.eye(12)[n])) for n in range(12)]
    assert len(select(read_question("Give me ten papers on mites"), papers, every, 50)) == 10


def test_a_listing_keeps_the_order_found_and_tells_the_most_telling_of_each() -> None:
    first = paper(scored(0, "Plain.", 0.0, 1.0), scored(0, "Summed up.", 0.1, 0.0, 1.0))
    second = paper(scored(1, "Against it.", -0.2, 0.0, 0.0, 1.0), scored(1, "Said better.", 0.3, 0.0, 0.0, 0.0, 1.0))
    assert told(listing([second, first], every, lambda _: 0, 8)) == [("Said better.", (1,)), ("Summed up.", (0,))]
    against = lambda one: int("Against" in one.sentence.text)  # noqa: E731
    assert told(listing([second, first], every, against, 8)) == [("Against it.", (1,)), ("Summed up.", (0,))]
    assert told(listing([second, first], every, against, 1)) == [("Against it.", (1,))]


def test_sentences_that_do_not_fit_are_never_told() -> None:
    one = paper(scored(0, "Breaks help.", 0.9), scored(0, "Forty breaks help.", 0.8, 0, 1))
    assert told(select(NARROW, [one], lambda it: "Forty" in it.sentence.text, 8)) == [("Forty breaks help.", (0,))]
    assert select(NARROW, [one], lambda it: False, 8) == []


def test_intentions_are_told_only_where_there_is_nothing_else() -> None:
    aim, result = scored(0, "The aim was to break broods.", 0.9), scored(0, "Breaks help.", 0.8, 0, 1)
    assert told(select(NARROW, [paper(aim, result)], every, 8)) == [("Breaks help.", (0,))]
    assert told(select(NARROW, [paper(aim)], every, 8)) == [("The aim was to break broods.", (0,))]


def test_where_a_sentence_has_what_was_asked_it_and_the_best_are_told() -> None:
    why = read_question("Why do colonies swarm in spring when it rains?")
    papers = [
        paper(scored(0, "Colonies swarm because of rain.", 0.8)),
        *(paper(scored(n, f"Colonies swarm, {n}.", 0.9 - n / 100, *np.eye(12)[n])) for n in range(1, 6)),
    ]
    best = ("Colonies swarm, 1.", (1,))
    assert told(select(why, papers, every, 8)) == [best, ("Colonies swarm because of rain.", (0,))]
    other = paper(scored(0, "Keepers sting because of smoke.", 0.8))
    assert told(select(why, [other, *papers[1:3]], every, 8)) == [best, ("Colonies swarm, 2.", (2,))]
    assert told(select(why, [other], every, 8)) == [("Keepers sting because of smoke.", (0,))]
    assert len(select(why, papers[1:], every, 8)) == 3
