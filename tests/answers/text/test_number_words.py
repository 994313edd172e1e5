"""Numbers in words are read as one value each, and shares as percent."""

import pytest

from answers.text.number_words import spelt_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Twenty-five hives and forty four drones", [25.0, 44.0]),
        ("one hundred and twelve queens, two hundred and fifty thousand bees", [112.0, 250_000.0]),
        ("a dozen combs, two dozen frames, half a dozen lids", [12.0, 24.0, 6.0]),
        ("half a million cells, a thousand eggs, one and a half grams", [500_000.0, 1_000.0, 1.5]),
        ("three million two hundred thousand and five", [3_200_005.0]),
        ("twenty five-frame hives in fourfold", [20.0, 5.0, 4.0]),
        ("a few hundred, several thousand and hundreds", []),
    ],
)
def test_a_number_of_several_words_is_one(text: str, values: list[float]) -> None:
    assert [number.value for number in spelt_numbers(text) if not number.share] == values


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("two-thirds of them, three quarters and nine tenths", [66.67, 75.0, 90.0]),
        ("a third of them, one fifth more, one-half, half", [33.33, 20.0, 50.0, 50.0]),
        ("It fell by a tenth in June.", [10.0]),
        ("one in eight hives, 1 in 20 hives, one out of every four", [12.5, 5.0, 25.0]),
        ("a third method, the first quarter, its half-life, one in two steps, one in five-frame hives", []),
    ],
)
def test_a_share_in_words_is_a_percentage(text: str, shares: list[float]) -> None:
    found = sorted((number for number in spelt_numbers(text) if number.share), key=lambda number: number.start)
    assert [round(number.value, 2) for number in found] == shares
