"""Whether sentences state what is asked for: dates, margins, durations."""

import pytest

from answers.text.stating import states_cost, states_date, states_duration, states_margin


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("The hive was opened in 2005.", True),
        ("The task was held at WMT 2016.", True),
        ("At WMT 2016 in Berlin drones were counted.", True),
        ("We test on the HiveNLL 2005 test sets.", False),
        ("HiveEval 2016 Task 4 counts drones.", False),
        ("We take part in HiveEval 2016 Task 4, which began in 2015.", True),
    ],
)
def test_the_year_in_the_name_of_a_thing_is_no_date(sentence: str, states: bool) -> None:
    assert states_date(sentence) is states


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("We show a 5.8 point increase in yield.", True),
        ("Smoke brings 3 more BLEU points.", True),
        ("This is a 12 kg gain.", True),
        ("We open 4 hives.", False),
        ("Keepers rate hives at 3 time points.", False),
        ("Keepers rate hives on a 7-point Likert scale.", False),
        ("We draw 500 data points.", False),
        ("In 2010 improvements were made.", False),
    ],
)
def test_points_and_gains_are_margins(sentence: str, states: bool) -> None:
    assert states_margin(sentence) is states


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Queens live for three years.", True),
        ("A 40-minute flight tires drones.", True),
        ("Smoke clears within twenty minutes.", True),
        ("It takes a second per hive.", True),
        ("It takes 3 h.", True),
        ("A second hive was opened.", False),
        ("A second-order model was fitted.", False),
        ("Oak has an h-index of many.", False),
        ("We weigh hives by two metrics.", False),
        ("In 2010 drones were counted.", False),
    ],
)
def test_durations_have_a_unit_of_time(sentence: str, states: bool) -> None:
    assert states_duration(sentence) is states


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("A hive is sold for 300 dollars.", True),
        ("Smoking takes two hours.", True),
        ("It takes 5% of the honey.", True),
        ("Weigh it with HiveScale (Oak et al., 2015) at two levels.", False),
    ],
)
def test_costs_are_money_time_or_shares(sentence: str, states: bool) -> None:
    assert states_cost(sentence) is states
