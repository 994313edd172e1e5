"""A claim must not say more than its quotes: causes, all, never, guarantees, significance, bounds."""

import pytest

from answers.gate.bounds import crossed
from answers.gate.overclaims import overclaimed
from answers.gate.significance import insignificant

LINKED = "Pesticide exposure was associated with a greater risk of colony collapse in orchards."


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("Pesticide exposure is linked to colony collapse.", LINKED, ()),
        ("Pesticide exposure causes colony collapse.", LINKED, ("causes",)),
        ("Pesticide exposure does not cause colony collapse.", LINKED, ()),
        ("Pesticide exposure leads to colony collapse.", LINKED, ("leads",)),
        ("Pesticides cause colony collapse.", f"{LINKED} Pesticides caused this collapse of colonies.", ()),
        ("Frost causes colony collapse.", f"{LINKED} Frost, caused by clear nights, is common.", ("causes",)),
        ("Feeding prevents colony collapse.", f"In a randomized trial of feeding, {LINKED}", ()),
        ("Feeding prevents winter losses.", "Feeding took place in May. Losses in winter were counted.", ()),
        (
            "Feeding leads to loud queens.",
            "Feeding was linked to mild drones, calm guards and loud queens.",
            ("leads",),
        ),
        ("Feeding leads to fewer losses.", "Feeding lowered losses, and was linked to calmer guards.", ()),
        ("Feeding leads to fewer losses.", "Feeding lowered weight, and was linked to fewer losses.", ("leads",)),
    ],
)
def test_an_association_is_no_cause(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert overclaimed(claim, [quote]) == found


def test_a_cause_and_its_effect_stand_in_one_quote() -> None:
    quotes = ["Feeding took place in May.", "Losses in winter were counted."]
    assert overclaimed("Feeding prevents winter losses.", quotes) == ("prevents",)
    assert overclaimed("Feeding prevents winter losses.", [" ".join(quotes)]) == ()


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("Smoke calms all bees.", "Smoke calms bees.", ("all",)),
        ("Smoke calms all bees.", "Smoke calms every kind of bees.", ()),
        ("Smoke calms all bees.", "All meadows bloom; smoke calms bees.", ("all",)),
        ("Smoke calms all four bees.", "Smoke calms A, B, C and D.", ()),
        ("Bees never dance at night.", "Bees dance by day.", ("never",)),
        ("Bees never dance at night.", "Bees do not dance at night.", ()),
        ("Straw guarantees dry combs.", "Straw stabilizes dry combs.", ("guarantees",)),
        ("Straw comes with guarantees for combs.", "Straw stabilizes dry combs.", ()),
        ("Straw eliminates mould.", "Straw reduces mould.", ("eliminates",)),
        ("Straw eliminates mould.", "Straw keeps combs free of mould.", ()),
        ("It is the largest hive.", "It is a hive.", ("largest",)),
        ("Scent is set solely by flowers.", "Scent is set by flowers and wax.", ("solely",)),
        ("Bees swarm because hives are full.", "Bees swarm. Hives are full.", ("because",)),
        ("Bees swarm because hives are full.", "Bees swarm since hives are full.", ()),
        ("Not all bees dance.", "Some bees dance.", ()),
        ("Colonies die because of old queens.", "Deaths of colonies stem from old queens.", ()),
        ("Colonies die because of old queens.", "Old queens make colonies die.", ()),
        ("Colonies die because of old queens.", "Colonies die, as they have old queens.", ()),
        ("Colonies die because of old queens.", "Colonies with old queens, as well as others, die.", ("because",)),
        ("Colonies die because of old queens.", "Colonies die as fast as old queens.", ("because",)),
        ("Colonies die because of old queens.", "Queens are old in May, so colonies die.", ()),
        ("Queens are old because colonies die.", "Queens are old in May, so colonies die.", ("because",)),
        ("Colonies die because of old queens.", "Results show dead colonies and old queens.", ("because",)),
        ("It bloomed in all valleys.", "It bloomed across the valleys.", ()),
        ("It bloomed in all valleys.", "It bloomed across a variety of valleys.", ("all",)),
        ("It bloomed in all valleys.", "It bloomed across three valleys.", ("all",)),
        ("All 30 hives survived.", "The 30 hives survived.", ()),
        ("All hives survived.", "Most of the hives survived.", ("all",)),
        ("All hives survived.", "80% of the hives survived.", ("all",)),
        ("All hives survived.", "The straw hives survived.", ("all",)),
        ("All hives survived.", "The hives in the valley survived.", ("all",)),
        ("All patients recovered.", "Patients recovered.", ()),
        ("All patients recovered.", "Patients with asthma recovered.", ("all",)),
        ("Every queen vanished.", "None of the queens stayed.", ()),
        ("It worked in every valley.", "It worked in 8 out of 8 valleys.", ()),
        ("It worked in every valley.", "It worked in 100% of the valleys.", ()),
        ("It worked in every valley.", "It worked in 7 out of 8 valleys.", ("every",)),
    ],
)
def test_what_leaves_nothing_out_must_be_said(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert overclaimed(claim, [quote]) == found


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("The hives differed significantly.", "The hives weighed 30 and 31 kg (p=0.61).", ("significantly",)),
        ("The hives differed significantly.", "The hives weighed 30 and 41 kg (p<0.01).", ()),
        ("The hives did not differ significantly.", "They weighed 30 and 31 kg (p=0.61).", ()),
        ("The difference was not significant.", "They weighed 30 and 41 kg (p<0.01).", ("not significant",)),
        ("The hives differed significantly.", "They differed significantly in May, not in June (p=0.2).", ()),
        ("The hives differed significantly.", "The hives differed.", ()),
    ],
)
def test_p_values_say_what_is_significant(claim: str, quote: str, found: tuple[str, ...]) -> None:
    assert insignificant(claim, [quote]) == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The archive holds over 300 recordings.", ()),
        ("The archive holds 300 recordings.", ()),
        ("The archive holds at least 300 recordings.", ()),
        ("The archive holds fewer than 300 recordings.", ("300",)),
        ("The archive holds nearly 300 recordings.", ("300",)),
        ("The archive holds up to 12 tapes.", ()),
    ],
)
def test_an_amount_is_bounded_from_the_side_from_which_the_quote_bounds_it(claim: str, found: tuple[str, ...]) -> None:
    assert crossed(claim, ["The archive holds more than 300 recordings on 12 tapes."]) == found


def test_causes_that_are_a_noun_name_no_cause() -> None:
    quote = ("Mites and damp are associated with the loss of hives.",)
    assert overclaimed("The causes of the loss of hives were studied.", quote) == ()
    assert overclaimed("Costs, causes and dates of the loss of hives were noted.", quote) == ()
    assert overclaimed("Mites are causes of the loss of hives.", quote) == ("causes",)
    assert overclaimed("Damp, in turn, causes the loss of hives.", quote) == ("causes",)


def test_nothing_is_the_most_where_no_quote_puts_anything_first() -> None:
    claim = "Smoke is the most effective remedy against robbing."
    assert overclaimed(claim, ["Smoke is an effective remedy against robbing."]) == ("most effective",)
    assert overclaimed(claim, ["Smoke beats other remedies against robbing."]) == ()
    assert overclaimed("Smoke calms the most bees.", ["Smoke calms bees."]) == ()


def test_what_yields_a_thing_is_its_reason() -> None:
    claim = "Hives stay warm because their walls are thick."
    assert overclaimed(claim, ["The walls of hives are thick, yielding a warm hive."]) == ()
    assert overclaimed(claim, ["The walls of hives are thick, and some are warm."]) == ("because",)
