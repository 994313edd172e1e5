"""The parts of a comparison, and what is left out of it."""

import pytest

from answers.arrangement import by_side, left_out
from answers.evidence import Scored, held_in
from answers.questions.shapes import Sides
from answers.selection import Point
from answers.sentences import Sentence


def points(*texts: str) -> list[Point]:
    return [Point(Scored(at, Sentence("abstract", text, 0, len(text)), None, 0.0)) for at, text in enumerate(texts)]


def headings(sides: Sides, *texts: str, titles: tuple[str, ...] = ()) -> list[tuple[str | None, list[int]]]:
    parts = by_side(points(*texts), sides, titles or [""] * len(texts))
    return [(part.heading, [point.main.hit for point in part.points]) for part in parts]


def test_what_names_neither_side_is_told_of_only_where_that_is_most_of_it() -> None:
    sides = Sides("smoke", "water")
    assert headings(sides, "Smoke calms.", "Bees sleep.", "Water and smoke calm.") == [
        ("smoke and water", [2]),
        ("smoke", [0]),
    ]
    assert headings(sides, "Bees sleep.") == [("Related", [0])]
    asked_for_more = headings(sides, "Smoke calms.", "Bees sleep.", "Bees dance.")
    assert asked_for_more == [("smoke", [0]), ("Related", [1, 2])]


def test_a_side_is_not_known_by_a_word_that_is_everywhere() -> None:
    sides = Sides("on-comb", "off-comb")
    assert headings(sides, "Off-comb feeding depends on rain.", "On-comb and off-comb feeding.") == [
        ("on-comb and off-comb", [1]),
        ("off-comb", [0]),
    ]


def test_a_version_is_known_by_its_name_and_number() -> None:
    sides = Sides("Comb-4", "beekeepers")
    assert headings(sides, "In 4 hives mites fell.", "Comb-4 counts mites.") == [("Comb-4", [1])]


def test_two_years_are_told_apart_by_these() -> None:
    sides = Sides("2019", "2020 hives")
    assert headings(sides, "Hives of 2019.", "Hives of 2020.") == [("2019", [0]), ("2020 hives", [1])]


def test_a_sentence_that_names_neither_is_of_the_side_that_its_paper_is_named_after() -> None:
    sides = Sides("HiveCount", "BeeTally")
    told = headings(sides, "It counts faster.", "Bees sleep.", "HiveCount errs.", titles=("BeeTally", "", "BeeTally"))
    assert told == [("HiveCount", [2]), ("BeeTally", [0])]


def test_a_name_of_several_words_is_not_known_by_one_of_them() -> None:
    sides = Sides("Apis", "Hive Watch")
    assert headings(sides, "Apis guards the hive.", "Hive Watch sees Apis.") == [
        ("Apis and Hive Watch", [1]),
        ("Apis", [0]),
    ]
    assert headings(Sides("smoke", "hive watch"), "The hive sleeps.") == [("hive watch", [0])]


@pytest.mark.parametrize(
    ("told", "others", "left"),
    [
        (["Smoke calms."], [], "water"),
        (["Water calms."], ["Bees sleep."], "smoke"),
        (["Smoke calms.", "Water calms."], [], None),
        (["Smoke calms."], ["Water calms and smoke does not."], None),
        (["Bees sleep."], [], None),
        ([], [], None),
    ],
)
def test_a_side_is_left_out_where_no_paper_speaks_of_both(told: list[str], others: list[str], left: str | None) -> None:
    every = [held_in(text) for text in (*told, *others)]
    assert left_out(every[: len(told)], every, Sides("smoke", "water")) == left
