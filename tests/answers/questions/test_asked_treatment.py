"""Which questions ask what papers make of the hub, whatever it is called in them."""

import pytest

from answers.questions.asked_treatment import (
    asks_what_it_is,
    hub_names,
    named_as_it,
    names_an_author,
    published_then,
    treatment_asked,
)

TITLE = "Nectar: a scale for hives"


@pytest.mark.parametrize(
    ("question", "treatment"),
    [
        ("Which papers use it?", "build-on"),
        ("How many papers build on it?", "build-on"),
        ("papers that rely on its data", "build-on"),
        ("Is it used in practice?", "build-on"),
        ("Who extends it?", "extend"),
        ("Do any papers improve on it?", "extend"),
        ("Has it ever been extended?", "extend"),
        ("Which papers compare themselves with it?", "compare"),
        ("Which papers use it as a baseline?", "compare"),
        ("Was it outperformed by others?", "compare"),
        ("Who disputes it?", "dispute"),
        ("Does anyone criticise its claims?", "dispute"),
        ("Has it been challenged?", "dispute"),
        ("How do the citers use it?", "any"),
        ("What do later papers say about it?", "any"),
        ("Why is it cited?", "any"),
        ("What is it used for?", "any"),
        ("What is the impact of it?", "any"),
        ("Is it still influential?", "any"),
        ("Is it still used today?", "build-on"),
        ("Which papers build on this work?", "build-on"),
        ("Which papers test with it?", "build-on"),
        ("How widely is it used?", "build-on"),
        ("Who cites it as a baseline?", "compare"),
        ("Which papers take it as their baseline?", "compare"),
        ("Has it been superseded?", "compare"),
        ("Has it been replaced by something better?", "compare"),
        ("How does it compare?", "compare"),
        ("What criticisms of it are there?", "dispute"),
        ("What criticisms have been made of it?", "dispute"),
        ("What problems do people see with it?", "dispute"),
        ("Did anybody find fault with it?", "dispute"),
        ("What is wrong with it?", "dispute"),
    ],
)
def test_what_papers_make_of_the_hub_is_asked(question: str, treatment: str) -> None:
    assert treatment_asked(question) == treatment


@pytest.mark.parametrize(
    "question",
    [
        "Which papers use it for winter losses?",
        "Which papers on mites use it?",
        "Which papers extend it to wasps?",
        "What is it?",
        "Is it better than a spring balance?",
        "How do drones use it to leave the hive?",
        "Which papers use scales?",
        "What are the problems of it in winter?",
        "What problems of hives are there?",
        "Has it been replaced by digital scales in Norway?",
        "How widely are springs used?",
    ],
)
def test_a_question_that_names_something_besides_is_about_that(question: str) -> None:
    assert treatment_asked(question) is None


@pytest.mark.parametrize(
    ("question", "as_it"),
    [
        ("Which papers use Nectar?", "Which papers use it?"),
        ("Who disputes the nectar paper's claims?", "Who disputes its claims?"),
        ("Which papers build on Nectar's data?", "Which papers build on its data?"),
        ("How is Nectar: a scale for hives used?", "How is it used?"),
        ("Which papers use Nectar 2?", "Which papers use Nectar 2?"),
        ("Which papers use nectar-flow data?", "Which papers use nectar-flow data?"),
        ("Which papers weigh nectar?", "Which papers weigh nectar?"),
    ],
)
def test_the_hub_may_be_called_by_its_name(question: str, as_it: str) -> None:
    assert named_as_it(question, TITLE) == as_it


@pytest.mark.parametrize(
    ("question", "as_it"),
    [
        ("Who uses the method of Oak et al.?", "Who uses it?"),
        ("Who builds on Oak et al. (2010)?", "Who builds on it?"),
        ("Has Oak's method been criticised?", "Has it been criticised?"),
        ("Which papers use the Oak scale?", "Which papers use the Oak scale?"),
        ("Which papers by Oak use it?", "Which papers by Oak use it?"),
        ("Who uses the method of Elm et al.?", "Who uses the method of Elm et al.?"),
    ],
)
def test_the_hub_may_be_called_by_its_author(question: str, as_it: str) -> None:
    assert names_an_author(question)
    assert named_as_it(question, TITLE, "Oak") == as_it


def test_no_author_is_looked_for_in_other_questions() -> None:
    assert not names_an_author("Which papers use it?")


@pytest.mark.parametrize(
    ("question", "then"),
    [
        ("Who used it in 2007?", "Who used it published in 2007?"),
        ("Was it extended in 2007?", "Was it extended published in 2007?"),
        ("Which papers weigh hives in 2007?", "Which papers weigh hives in 2007?"),
        ("Who used it?", "Who used it?"),
    ],
)
def test_papers_treat_the_hub_in_the_year_they_appear(question: str, then: str) -> None:
    assert published_then(question) == then


def test_a_name_is_what_stands_before_a_colon_or_a_dash() -> None:
    assert hub_names("PRUNE - trimming trees") == ("PRUNE - trimming trees", "PRUNE")
    assert hub_names("Pruning trees") == ("Pruning trees",)
    assert hub_names("How should one prune old trees? No way: on trimming") == (
        "How should one prune old trees? No way: on trimming",
    )


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What is Nectar?", True),
        ("What is the nectar method?", True),
        ("What is it about?", True),
        ("What is nectar flow?", False),
        ("What is Nectar used for?", False),
    ],
)
def test_what_the_hub_is_may_be_asked(question: str, *, asks: bool) -> None:
    assert asks_what_it_is(question, TITLE) is asks
