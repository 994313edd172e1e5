"""A word is turned round where its quotes have the opposite in its place, though they use the word elsewhere."""

import pytest

from answers.gate.contests import contested

QUOTE = "Smoke reduces the aggression of guard bees, increases the intake of stored honey, and calms young drones."
NOT_TREATED = (
    "Non-treated colonies did not differ in any measure after wintering.",
    "Conversely, treated colonies showed a greater share of healthy brood and heavier combs.",
)


@pytest.mark.parametrize(
    ("claim", "quote", "turned"),
    [
        ("Smoke reduces the aggression of guard bees.", QUOTE, ()),
        ("Smoke increases the aggression of guard bees.", QUOTE, ("increas",)),
        ("Smoke increases the intake of stored honey.", QUOTE, ()),
        ("Smoke reduces the intake of stored honey.", QUOTE, ("reduc",)),
        ("Stored honey intake is higher with smoke.", QUOTE, ()),
        (
            "Colonies near roads were less likely to swarm in May.",
            "Colonies near roads were more likely to swarm in May; traffic grew less later.",
            ("less",),
        ),
        (
            "Feeding substantially improves colony growth.",
            "Feeding at best only marginally improves colony growth.",
            ("substanti",),
        ),
        ("Feeding improves colony growth slightly.", "Feeding marginally improves colony growth.", ()),
        (
            "Straw hives have lower losses than wood.",
            "Wood hives have higher losses than straw hives in a low winter sun.",
            (),
        ),
        ("Hot days do not increase the intake of water.", "Hot days reduce the intake of water.", ()),
        ("Spring feeding increased losses.", "Autumn feeding reduced losses; spring feeding increased them.", ()),
        ("Spring feeding increased losses.", "Autumn feeding reduced losses while spring feeding increased them.", ()),
        ("Autumn feeding increased losses.", "Autumn feeding reduced losses; spring feeding grew.", ("increas",)),
        ("The share of mites in straw was low.", "The share of mites in wood was high. In straw it was low.", ()),
        ("The share of mites in wood was low.", "The share of mites in wood was high. In straw it was low.", ("low",)),
    ],
)
def test_the_opposite_in_the_same_place_is_found(claim: str, quote: str, turned: tuple[str, ...]) -> None:
    assert contested(claim, [quote]) == turned


@pytest.mark.parametrize(
    ("claim", "turned"),
    [
        ("Non-treated colonies did not differ in any measure.", ()),
        ("Treated colonies did not differ in any measure after wintering.", ("treat",)),
        ("Treated colonies showed a greater share of healthy brood.", ()),
        ("Non-treated colonies showed a greater share of healthy brood.", ("nontreat",)),
        ("Treated and non-treated colonies were compared after wintering.", ()),
    ],
)
def test_a_denying_prefix_must_not_move_to_another_sentence(claim: str, turned: tuple[str, ...]) -> None:
    assert contested(claim, NOT_TREATED) == turned


def test_what_is_improved_is_not_reduced_unless_it_is_a_burden() -> None:
    assert contested("Smoke improves calmness of the colony.", ["Smoke reduces calmness of the colony."]) == ("improv",)
    assert contested("Smoke improves winter losses.", ["Smoke reduces winter losses."]) == ()
    assert contested("Smoke does not improve calmness.", ["Smoke reduces calmness."]) == ()


def test_what_a_word_is_said_of_may_stand_further_from_its_opposite() -> None:
    quote = "With deeper frames, making the counting of a large crowded colony is much more difficult."
    assert contested("A crowded colony becomes easier to count with deeper frames.", [quote]) == ("easier",)
    bound = "Colonies weighing less than 500 g had a loss of brood that was increased."
    assert contested("Loss of brood increases with the weight of colonies.", [bound]) == ()


def test_each_part_of_a_sentence_has_its_own_prefixes() -> None:
    quote = "Marked queens lay in wooden hives during early spring; unmarked queens lay in autumn."
    assert contested("Unmarked queens lay in wooden hives during early spring.", [quote]) == ("unmark",)
    assert contested("Unmarked queens lay in autumn.", [quote]) == ()


def test_more_of_a_thing_is_given_by_none_that_reduces_it() -> None:
    quote = "The new rules reduce the time between mating and the first eggs."
    assert contested("The new rules give more time before the first eggs.", [quote]) == ("more",)
    assert contested("The new rules give more syrup before the first eggs.", [quote]) == ()


def test_a_prefix_is_told_from_whole_sentences_or_their_parts() -> None:
    quote = "Skeps can be moved, while the resulting colony is stable to changes of the weather while it grows."
    assert contested("A moved colony in a skep is unstable to changes of the weather.", [quote]) == ("unstabl",)
