"""An amount of a claim may be said in another form than its quote's, and not in another unit or of another size."""

import pytest

from answers.gate.unstated import unstated_amounts
from answers.text.amounts import amounts_of


def unstated(claim: str, quote: str) -> list[str]:
    return [claim[amount.start : amount.end] for amount in unstated_amounts(claim, quote)]


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("Drones were fed for 20 minutes.", "Drones were fed for 20 s.", ["20"]),
        ("Drones were fed for 20 seconds.", "Drones were fed for 20 s.", []),
        ("The comb is 6.8 mm wide.", "The comb is 6.8 cm wide.", ["6.8"]),
        ("The comb is 68 mm wide.", "The comb is 6.8 cm wide.", []),
        ("The dose was 5 g.", "The dose was 5 mg.", ["5"]),
        ("The hive weighs 1,500 g.", "The hive weighs 1.5 kg.", []),
        ("Losses fell by 4 percent.", "Losses fell by 4 percentage points.", ["4 percent"]),
        ("Losses fell by 4 points.", "Losses fell by 4 percentage points.", []),
        ("They live for 24 months.", "They live for 2 years.", []),
        ("They live for 4.7 years.", "They live for 56 months.", []),
        ("They live for 4.9 years.", "They live for 56 months.", ["4.9"]),
        ("They fly for 1.5 hours.", "They fly for 90 minutes.", []),
        ("They fly for three quarters of an hour.", "They fly for 45 min.", []),
        ("They rest for one minute.", "They rest for one hour.", ["one"]),
        ("They rest for one year.", "They rest for a year.", []),
        ("The map takes 16 MB.", "The map takes 16 GB.", ["16"]),
        ("The map takes 16,000 MB.", "The map takes 16 GB.", []),
        ("Honey costs €5.", "Honey costs $5.", ["5"]),
        ("Honey costs 5 dollars.", "Honey costs $5.", []),
        ("The hive is kept at 35 °F.", "The hive is kept at 35 °C.", ["35"]),
        ("The hive is kept at 35 degrees.", "The hive is kept at 35 °C.", []),
        ("In the 1990s bees were lost.", "Bees were lost in the 1990s.", []),
    ],
)
def test_units_are_compared_where_both_name_them(claim: str, quote: str, found: list[str]) -> None:
    assert unstated(claim, quote) == found


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("25 hives were lost.", "Twenty-five hives were lost.", []),
        ("Twenty-five hives were lost.", "25 hives were lost.", []),
        ("Twenty hives were lost.", "Twenty-five hives were lost.", ["Twenty"]),
        ("One hundred and twelve hives were lost.", "112 hives were lost.", []),
        ("Half a million bees died.", "500,000 bees died.", []),
    ],
)
def test_numbers_in_words_are_those_in_figures(claim: str, quote: str, found: list[str]) -> None:
    assert unstated(claim, quote) == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("82% of the hives swarmed.", []),
        ("More than half of the hives swarmed.", []),
        ("More than four fifths of the hives swarmed.", []),
        ("About four fifths of the hives swarmed.", []),
        ("Fewer than half of the hives swarmed.", ["half"]),
        ("Nearly half of the hives swarmed.", ["half"]),
        ("About two thirds of the hives swarmed.", ["two thirds"]),
        ("14% of the hives swarmed.", ["14%"]),
    ],
)
def test_a_share_in_brackets_is_of_what_stands_before_them(claim: str, found: list[str]) -> None:
    assert unstated(claim, "Fourteen of the hives (82%) swarmed.") == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("About one in eight hives was lost.", []),
        ("One in five hives was lost.", ["One in five"]),
        ("12% of the hives were lost.", []),
        ("9 of 75 hives were lost.", []),
        ("9% of the hives were lost.", ["9%"]),
    ],
)
def test_a_count_out_of_another_implies_a_share(claim: str, found: list[str]) -> None:
    assert unstated(claim, "Nine of the 75 hives were lost.") == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Survival rose by four points.", []),
        ("Survival rose by four percentage points, to 84%.", []),
        ("Survival rose by five points.", ["five"]),
        ("Survival rose by 84%.", ["84%"]),
    ],
)
def test_a_change_is_between_what_it_is_from_and_to(claim: str, found: list[str]) -> None:
    assert unstated(claim, "Survival rose from 80% to 84%.") == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("about 32,900 bees", []),
        ("about 33 thousand bees", []),
        ("more than 32,000 bees", []),
        ("fewer than 33,000 bees", []),
        ("nearly 33,000 bees", []),
        ("more than 33,000 bees", ["33,000"]),
        ("more than 31,000 bees", ["31,000"]),
        ("about 32,000 bees", ["32,000"]),
        ("33,000 bees", ["33,000"]),
    ],
)
def test_a_coarser_amount_needs_a_word_that_says_so(claim: str, found: list[str]) -> None:
    assert unstated(claim, "There are 32,868 bees.") == found


def test_another_bound_is_another_amount() -> None:
    assert unstated("up to 6 combs", "up to 5 combs") == ["6"]
    assert unstated("up to 6 combs", "up to 6 combs") == []
    assert unstated("more than 5 combs", "more than 6 combs") == ["5"]


def test_the_first_amounts_of_a_row_are_of_the_kind_of_its_last() -> None:
    kinds = [amount.kind for amount in amounts_of("12 to 20% in 2003 and 9%")]
    assert kinds == ["percent", "percent", "plain", "percent"]


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("Nine in ten keepers agreed.", "90% of the keepers agreed.", []),
        ("Eight in ten keepers agreed.", "90% of the keepers agreed.", ["Eight in ten"]),
        ("The scan is two orders of magnitude faster.", "The scan is 270 times faster.", []),
        (
            "The scan is three orders of magnitude faster.",
            "The scan is 270 times faster.",
            ["three orders of magnitude"],
        ),
        ("The scan is 100 times faster.", "The scan is two orders of magnitude faster.", []),
        ("The scan is an order of magnitude faster.", "The scan is much faster.", []),
        ("It reaches 89% hits@5 for missing frames.", "With 1M frames, it has 89% hits@5 on missing ones.", []),
        ("Losses fell by 18.9%.", "Losses fell by 18.86%.", []),
        ("Losses fell by 18.8%.", "Losses fell by 18.86%.", ["18.8%"]),
        ("Losses fell by 28%.", "Losses fell by 27.98%.", []),
        ("Losses fell by 28%.", "Losses fell by 27.6%.", ["28%"]),
    ],
)
def test_shares_powers_of_ten_and_rounded_decimals_are_told(claim: str, quote: str, found: list[str]) -> None:
    assert unstated(claim, quote) == found
