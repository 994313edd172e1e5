"""Comparisons are read with their sides, so that a claim in which these changed places is found."""

import pytest

from answers.gate.comparing import promoted, swapped, turned_round
from answers.gate.credited import miscredited

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
        ("In spring, Ligustica is outperformed by Carnica.", QUOTE, ()),
        ("Carnica is outperformed by Ligustica.", QUOTE, ("outperformed",)),
        ("Carnica surpasses Ligustica.", "Ligustica was surpassed by Carnica by 3 points.", ()),
        ("Ligustica surpasses Carnica.", "Ligustica was surpassed by Carnica by 3 points.", ("surpasses",)),
        ("Straw surpassed by 3 points all wood.", "Straw surpassed wood.", ()),
        ("Straw dries faster than wood.", "Wood dries more slowly than straw.", ()),
        ("Straw dries faster than wood.", "Wood takes longer to dry than straw.", ()),
        ("Straw dries more quickly than wood.", "Wood dries more quickly than straw.", ("than",)),
        ("Straw is lighter than wood.", "Wood is heavier than straw.", ()),
        ("Straw is lighter than wood.", "Wood is lighter than straw.", ("than",)),
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


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Straw dries faster than wood.", ("faster",)),
        ("Straw dries less slowly than wood.", ("than",)),
        ("Straw dries less quickly than wood.", ()),
        ("Straw is heavier than wood.", ()),
    ],
)
def test_more_and_less_before_an_adverb_of_speed_go_its_way(claim: str, found: tuple[str, ...]) -> None:
    assert bool(turned_round(claim, ["Straw dries more slowly than wood."])) == bool(found)


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


def test_a_bounded_amount_is_compared_with_nothing() -> None:
    assert miscredited("9% of queens fly.", ["Fewer than 9% of queens fly."]) == ()
    assert miscredited("Queens of 40 hives fly.", ["More than 40 hives have queens that fly."]) == ()
    assert miscredited("Seven thousand hives were counted.", ["More than seven thousand hives were counted."]) == ()


def test_an_amount_beside_what_is_compared_with_is_its_own() -> None:
    quote = "Straw (8.5) beats Dadant (7.5)."
    assert miscredited("Dadant weighs 7.5.", [quote]) == ()
    assert miscredited("Dadant weighs 8.5.", [quote]) == ("dadant",)
