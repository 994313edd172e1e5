"""What one sentence has to state so that it answers for its paper."""

import pytest

from answers.questions.question import read_question
from answers.reports.stated import SAMPLED, how_whole, plainly, wanted


def states(question: str, text: str) -> bool:
    wants = wanted(read_question(plainly(question)))
    return wants is not None and wants.stated_in(text)


@pytest.mark.parametrize(
    ("question", "text", "so"),
    [
        ("Is it retrospective?", "We looked back over 40 harvests retrospectively.", True),
        ("Is it retrospective?", "Forty harvests were weighed.", False),
        ("Is it retrospective?", "Previous retrospective studies disagree.", False),
        ("Is it retrospective?", "Retrospective studies are often biased.", False),
        ("Was it randomised?", "Bakers were randomized to rye or spelt.", True),
        ("Was it randomised?", "Loaves were weighed at random.", False),
        ("How many bakers were included?", "In all, 31 bakers took part.", True),
        ("How many bakers were included?", "The oven was heated for 31 minutes.", False),
        ("How many bakers were included?", "Since December 2004, bakers have met.", False),
        ("How many bakers had burns?", "We asked 31 bakers.", False),
        ("How many bakers had burns?", "Of 31 bakers, 4 had burns.", True),
        ("What is the sample size?", "Thirty-one volunteers ate the bread.", True),
        ("What F1 score was reached?", "It reaches an F1-score of 0.71 on rye.", True),
        ("What F1 score was reached?", "It ranked 4th of 20 by F1.", False),
        ("What F1 score was reached?", "It reaches 71 % accuracy.", False),
        ("What was the odds ratio?", "Rye was eaten by more of them (OR 1.3; 95 % CI 1.1-1.6).", True),
        ("What was the odds ratio?", "Odds ratios were computed for rye or spelt.", False),
        ("What was the odds ratio?", "The odds ratio and its 95% interval were computed for rye.", False),
        ("How many children were studied?", "They stayed 17.5 hours (New Children's Hospital).", False),
        ("How many children were studied?", "Some 35.6-36.7/1000 children ate rye.", False),
        ("How many children were studied?", "Over 3 years 1,024 children ate rye.", True),
        ("How many patients were included?", "Women from 30 rural townships participated.", False),
        ("How many patients were included?", "In 135 of the subjects' crumbs rye was found.", False),
        ("What is the accuracy?", "Crumbs are told apart with 93.5% accuracy.", True),
        ("What accuracy was reached?", "Salt improves the accuracy by 26%.", False),
        ("What accuracy was reached?", "Salt led to a 12% increase in accuracy.", False),
        ("What accuracy was reached?", "Accuracy rose by 2% to 93.5%.", True),
        ("Which language is studied?", "We read recipes in Basque.", True),
        ("Which language is studied?", "Existing recipes are in Basque.", False),
        ("Which language is studied?", "Most of them are about recipes in Basque.", False),
        ("Which data set is used?", "The BREAD corpus is a source of recipes.", False),
        ("Which data set is used?", "Tests on the BREAD corpus showed a gain.", True),
        ("Which lexicon is used?", "We use the flour lexicon by Oak (2001).", True),
        ("Which lexicon is used?", "We use the BREAD corpus.", False),
        ("Which lexicon is used?", "We made a lexicon of flours.", False),
        ("Which metric is used for crumbs?", "Loaves are scored by BLEU.", False),
        ("Which metric is used for crumbs?", "Crumbs are scored by BLEU.", True),
    ],
)
def test_a_sentence_states_all_that_is_asked(question: str, text: str, so: bool) -> None:
    assert states(question, text) is so


def test_the_size_of_a_sample_is_asked_for_as_papers_state_it() -> None:
    assert plainly("What was the sample size?") == plainly("how large is their sample") == SAMPLED
    assert plainly("What is the sample size of rye studies?") == "What is the sample size of rye studies?"


@pytest.mark.parametrize("question", ["Which flour is used?", "How is bread baked?", "Bread keeps."])
def test_of_other_questions_it_cannot_be_told(question: str) -> None:
    assert wanted(read_question(question)) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A total of 31 bakers were enrolled.", 2),
        ("The 31 bakers were men.", 1),
        ("Four (13%) bakers had burns.", 0),
        ("Four of these bakers died.", 0),
        ("Tin loaves (four cases) rose.", 0),
        ("Rye was found in 135 of the bakers.", 0),
        ("Some 13 percent of bakers had burns.", 0),
    ],
)
def test_a_count_is_of_all_or_of_some(text: str, whole: int) -> None:
    assert how_whole(text) == whole


def test_only_what_states_a_name_or_a_measure_answers_for_it() -> None:
    asked = ["Which language is studied?", "What accuracy was reached?", "How many patients were included?"]
    assert all(found.decisive for text in asked if (found := wanted(read_question(text))))
    plain = wanted(read_question("Is it retrospective?"))
    assert plain is not None
    assert not plain.decisive
