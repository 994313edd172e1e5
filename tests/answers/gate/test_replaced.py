"""One thing named in place of another is found where the rest of the claim is a quote's own words."""

from answers.gate.labels import mislabelled
from answers.gate.replaced import renamed, replaced


def test_one_noun_in_the_place_of_another_is_found() -> None:
    quote = "Keepers had to record the weight of each sealed frame."
    assert replaced("Keepers had to record the colour of each sealed frame.", [quote]) == ("colour",)
    assert replaced("Keepers had to record the weight of each sealed frame in May.", [quote]) == ()
    assert replaced("Keepers had to note the weight of each sealed frame.", [quote]) == ()
    assert replaced("They record the colour of queens by hand.", [quote]) == ()


def test_what_is_said_of_one_letter_is_not_said_of_another() -> None:
    quotes = ["In apiary C, keepers fed syrup to weak colonies.", "In apiary D, nothing was fed."]
    assert mislabelled("In apiary C, keepers fed syrup to weak colonies.", quotes) == ()
    assert mislabelled("Keepers in apiary D fed syrup to weak colonies.", quotes) == ("apiari D",)
    assert mislabelled("Keepers fed syrup to weak colonies.", quotes) == ()
    assert mislabelled("Keepers fed syrup to colonies of group B.", quotes) == ()


def test_a_number_tells_things_apart_after_a_word_for_these_alone() -> None:
    quotes = ["In stage 2, the queens rested.", "In stage 3, keepers fed syrup to weak colonies."]
    assert mislabelled("Keepers fed syrup to weak colonies in stage 2.", quotes) == ("stage 2",)
    assert mislabelled("Keepers fed syrup to weak colonies in stage 3.", quotes) == ()
    fed = ["The keepers fed two hives in the cold valley.", "The keepers fed 5 hives in the warm valley in May."]
    assert mislabelled("The keepers fed 2 hives in the cold valley in May.", fed) == ()


def test_another_word_for_the_same_replaces_nothing() -> None:
    quote = "The sheds lowered the mortality of newborns in cold valleys."
    assert replaced("The sheds lowered the death of newborns in cold valleys.", [quote]) == ()
    assert replaced("The sheds lowered the weight of newborns in cold valleys.", [quote]) == ("weight",)


def test_a_name_in_the_place_of_another_is_found() -> None:
    quotes = ["Tools for Breton hives were built.", "In Brest, Sweetscale is used to weigh them."]
    assert renamed("Tools for Basque hives were built.", quotes) == ("Basque",)
    assert renamed("The keepers say that Combmeter is used to weigh hives.", quotes) == ("Combmeter",)
    assert renamed("Tools for Basque skeps were built.", quotes) == ()
    assert renamed("Sweetscale weighs Breton hives.", quotes) == ()
    assert renamed("Tools for Basque hives were built.", ["Tools For Breton Hives"]) == ()
    assert renamed("The weight of the Basque skeps fell.", ["The weight of the Breton ones rose."]) == ("Basque",)
    assert renamed("The weight of the Basques fell.", ["The weight of the Basquens rose."]) == ()
