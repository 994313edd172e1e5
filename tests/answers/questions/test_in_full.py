"""Acronyms of questions that only titles spell out."""

import pytest

from answers.questions.in_full import in_full, strange_acronyms


@pytest.mark.parametrize(
    ("asked", "strange"),
    [
        ("What does the BBI of queens and drones measure?", ("BBI",)),
        ("Does EEG help bees?", ()),  # which a paper holds
        ("WHAT DOES BBI MEASURE?", ()),
        ("Do BB and IBM help?", ("IBM",)),
    ],
)
def test_acronyms_of_three_letters_or_more_that_nobody_holds(asked: str, strange: tuple[str, ...]) -> None:
    assert strange_acronyms(asked, {"eeg", "measur", "what"}.__contains__) == strange


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("On the Brood Break Index of hives", "Does the brood break index help?"),
        ("A brood-break index", "Does the brood-break index help?"),
        ("Building brood in hives", "Does the BBI help?"),  # no word of a title's own
        ("Brood and break index", "Does the BBI help?"),
        ("New brood: break index of hives", "Does the BBI help?"),
        (r"A brood $\beta$ index", "Does the BBI help?"),
        (r"A brood \break index", "Does the BBI help?"),
    ],
)
def test_an_acronym_is_read_as_the_words_of_a_title_that_spells_it_out(title: str, meant: str) -> None:
    assert in_full("Does the BBI help?", ("BBI",), ["Wax", title]) == meant
