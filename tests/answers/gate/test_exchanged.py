"""Amounts that a claim states of each other's thing are found, whatever the order in which its quote has them."""

import pytest

from answers.gate.exchanged import exchanged

QUOTE = "Honey yield and wax yield rose by 12% and 30%, respectively, after the brood breaks."
GROUPS = "The mean load in the smoked hives was 410 (+/-52) mites versus 655 (+/-60) mites in the untreated hives."
BRACKETS = (
    "Smoke was tied to calmer guards (ratio: 1.31; 95% CI: 1.1-1.6), foragers (ratio: 1.44) and drones (ratio: 1.52)."
)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Honey yield rose by 12% and wax yield by 30%.", ()),
        ("After brood breaks, wax yield rose by 30% and honey yield by 12%.", ()),
        ("Honey yield rose by 30% and wax yield by 12%.", ("30%",)),
        ("Honey and wax yield rose by 12% and 30%.", ()),
        ("Honey and wax yield rose by 30% and 12%.", ("30%",)),
        ("Wax and honey yield rose by 30% and 12%.", ()),
        ("Yields rose by 30% and 12%.", ()),
        ("Yields rose by 30%.", ()),
    ],
)
def test_what_is_listed_belongs_to_the_amounts_in_the_order_of_the_list(claim: str, found: tuple[str, ...]) -> None:
    assert exchanged(claim, [QUOTE]) == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The load was 410 mites in the smoked hives versus 655 mites in the untreated hives.", ()),
        ("The load was 655 mites in the untreated hives, against 410 in the smoked hives.", ()),
        ("The load was 655 mites in the smoked hives versus 410 mites in the untreated hives.", ("655",)),
    ],
)
def test_what_follows_an_amount_belongs_to_it(claim: str, found: tuple[str, ...]) -> None:
    assert exchanged(claim, [GROUPS]) == found


def test_brackets_belong_to_the_word_before_them() -> None:
    assert exchanged("Smoke was tied to calmer foragers (ratio 1.44).", [BRACKETS]) == ()
    assert exchanged("Smoke was tied to calmer drones (ratio 1.44).", [BRACKETS]) == ("1.44",)
    shares = "Mites were found in 100% (17/17) of the old hives and in 12% (2/17) of the new ones."
    assert exchanged("Mites were found in 100% (17/17) of old hives and 12% (2/17) of new ones.", [shares]) == ()


def test_the_same_word_may_lead_up_to_both() -> None:
    quote = "Swarming at 6 weeks was 40% likelier among colonies crowded at 3 weeks."
    assert exchanged("Swarming at 6 weeks was 40% likelier in colonies crowded at 3 weeks.", [quote]) == ()
    assert exchanged("Swarming at 3 weeks was 40% likelier in colonies crowded at 6 weeks.", [quote]) == ("3",)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Losses of 6% in 2003 and 9% in 2013 were counted.", False),
        ("Losses were 9% in 2013, up from 6% in 2003.", False),
        ("Losses of 9% in 2003 and 6% in 2013 were counted.", True),
    ],
)
def test_a_word_for_both_leads_up_to_neither(claim: str, found: bool) -> None:
    quote = "In 2003 the share of losses was 6%, and in 2013 it was 9%."
    assert bool(exchanged(claim, [quote])) is found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The hive yields 21 kg in July, and in June 14.", ()),
        ("The hive yields 14 kg in July, and in June 21.", ("14",)),
    ],
)
def test_the_second_thing_may_stand_before_its_amount(claim: str, found: tuple[str, ...]) -> None:
    assert exchanged(claim, ["The hive yields 14 kg in June and 21 kg in July."]) == found


def test_what_all_things_do_is_not_taken_for_one_of_them() -> None:
    quote = "The colony reached a yield of 31 and a weight of 77 in June."
    assert exchanged("In June the colony reached a weight of 77 and a yield of 31.", [quote]) == ()
    assert exchanged("In June the colony reached a weight of 31 and a yield of 77.", [quote]) == ("31",)


def test_an_amount_that_a_quote_states_twice_tells_nothing() -> None:
    assert exchanged("Honey rose by 5 and wax by 7.", ["Wax rose by 5, honey by 7, and pollen by 5."]) == ()
