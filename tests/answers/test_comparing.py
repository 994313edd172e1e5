"""Comparisons are read with their sides, so that a claim in which these changed places is found."""

import pytest

from answers.comparing import promoted, swapped, turned_round
from answers.credited import miscredited

QUOTE = "Carnica outperforms Ligustica and gathers amounts comparable to Buckfast on a variety of meadows."


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("Carnica outperforms Ligustica.", QUOTE, ()),
        ("Ligustica outperforms Carnica.", QUOTE, ("outperforms",)),
        ("Losses were higher with wood than with straw.", "Losses were higher with straw than with wood.", ("than",)),
        ("Losses were lower with wood than with straw.", "Losses were higher with straw than with wood.", ()),
        (
            "Losses grew by 8% with straw compared with wood.",
            "Losses grew by 8% in straw hives compared with wood.",
            (),
        ),
        (
            "Losses grew by 8% in wood hives compared with straw.",
            "Losses grew by 8% in straw hives compared with wood.",
            ("compared",),
        ),
        ("Straw is lighter than wood.", "Bees like straw and wood.", ()),
    ],
)
def test_sides_that_changed_places_are_found(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert swapped(claim, [quote]) == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Drones carry less nectar than workers.", ("than",)),
        ("Drones carry more nectar than workers.", ()),
        ("Workers carry less nectar than drones.", ()),
    ],
)
def test_the_same_sides_compared_the_other_way_are_found(claim: str, found: tuple[str, ...]) -> None:
    assert turned_round(claim, ["Drones of all ages carried more nectar than foragers or workers."]) == found


def test_what_is_called_as_good_is_not_surpassed() -> None:
    assert promoted("Carnica outperforms Ligustica.", [QUOTE]) == ()
    assert promoted("Carnica outperforms Buckfast.", [QUOTE]) == ("buckfast",)
    assert promoted("Carnica outperforms both Ligustica and Buckfast.", [QUOTE]) == ("buckfast",)
    assert promoted("Carnica is comparable to Buckfast.", [QUOTE]) == ()


def test_an_amount_is_not_that_of_what_another_is_compared_with() -> None:
    quote = "Straw hives lost 14 colonies, a drop of 30% compared with the usual Dadant hives."
    assert miscredited("Straw hives lost 14 colonies.", [quote]) == ()
    assert miscredited("Dadant hives lost 14 colonies.", [quote]) == ("dadant",)
    assert miscredited("Dadant hives lost 14 colonies.", [f"Dadant hives were old. {quote}"]) == ()
    assert miscredited("Dadant hives were compared with straw, which lost 14.", [quote]) == ()
    assert miscredited("Dadant hives lost colonies.", [quote]) == ()
