"""Which shape a question's answer takes, and what a comparison compares."""

import pytest

from answers.questions.question import read_question
from answers.questions.shapes import Sides, changed, measured, shape_of, sides


@pytest.mark.parametrize(
    ("asked", "shape"),
    [
        ("Is smoke or water better for calming bees?", "comparison"),
        ("Does aspirin reduce stroke or heart attack?", "yes_no"),
        ("How has queen rearing changed over time?", "change"),
        ("What is the history of queen rearing?", "change"),
        ("Does a history of smoke harm queens?", "yes_no"),
        ("Who disputes that smoke calms bees?", "dispute"),
        ("Which papers treat mites?", "which"),
        ("Hives changed little over the years.", "statement"),
        ("smoke versus water for calming bees in cold regions", "comparison"),
        ("Who sleeps longer, drones or workers?", "comparison"),
        ("What is a brood break?", "definition"),
        ("Has there been work on brood breaks?", "open"),
    ],
)
def test_the_shape_of_an_answer(asked: str, shape: str) -> None:
    assert shape_of(read_question(asked)) == shape


@pytest.mark.parametrize(
    ("asked", "compared"),
    [
        ("Is smoke or water better for calming bees?", Sides("smoke", "water")),
        ("What is the difference between drones and queens?", Sides("drones", "queens")),
        ("How do brood breaks compare with acids?", Sides("brood breaks", "acids")),
        ("drones vs workers", Sides("drones", "workers")),
        ("Is wax at 35 °C or at 60 °C better?", Sides("35 °C", "60 °C")),
        ("Is smoke more effective than water?", Sides("smoke", "water")),
        ("Do mites harm drones or workers?", None),
        ("Smoke or water?", Sides("Smoke", "water")),
        ("Young queens or old queens for cold regions?", Sides("Young queens", "old queens")),
        ("Contrast drones with workers", Sides("drones", "workers")),
        ("Is smoke superior to water?", Sides("smoke", "water")),
        ("What harms drones or workers?", None),
        ("Signs or symptoms of foulbrood", None),
        ("Hives 5 years or older?", None),
        ("Do mites raise losses more in drones than in workers?", Sides("drones", "workers")),
        ("Are losses more common in drones than workers?", Sides("drones", "workers")),
        ("Is smoke better for bees than water?", Sides("smoke", "water")),
        ("Is smoke harder to make than water?", Sides("smoke", "water")),
        ("Are drones louder than workers?", Sides("drones", "workers")),
        ("Does smoke calm bees better than water?", Sides("smoke", "water")),
        ("Does Comb-4 count mites better than beekeepers?", Sides("Comb-4", "beekeepers")),
        ("Can Comb-4 count mites or are beekeepers better?", Sides("Comb-4", "beekeepers")),
        ("Do drones or workers sleep longer?", Sides("drones", "workers")),
        ("Who sleeps longer, drones or workers?", Sides("drones", "workers")),
        ("smoke vs. water for bees in cold mountain regions", Sides("smoke", "water")),
        ("Is the computer other than a hive?", None),
        ("Do drones differ from workers?", Sides("drones", "workers")),
        ("Is smoke different from water?", Sides("smoke", "water")),
        ("How much does smoke cut losses compared to water?", None),
    ],
)
def test_the_sides_of_a_comparison(asked: str, compared: Sides | None) -> None:
    assert sides(read_question(asked)) == compared


@pytest.mark.parametrize(
    ("asked", "looked_for"),
    [
        ("How has queen rearing changed over time?", ("queen", "rearing")),
        ("How have things changed over the years?", ()),
        ("How has research on climate change evolved?", ("climate", "change")),
        ("What changed in developed countries?", ("developed", "countries")),
        ("How did swarming change over time?", ("swarming",)),
    ],
)
def test_what_a_change_is_in_is_looked_for_without_the_words_for_changing(
    asked: str, looked_for: tuple[str, ...]
) -> None:
    assert changed(read_question(asked)).words == looked_for


def test_what_is_only_to_be_chosen_from_is_not_asked_to_be_more() -> None:
    assert measured(read_question("Are drones larger than workers?")) == Sides("drones", "workers")
    assert measured(read_question("Is smoke superior to water?")) == Sides("smoke", "water")
    assert measured(read_question("Drones or workers?")) is None
    assert measured(read_question("Are queens ever size-matched or smaller (but lighter) than drones?")) is None
