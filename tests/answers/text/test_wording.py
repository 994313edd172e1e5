"""How sentences are worded: findings, aims, amounts, negation, discourse words."""

import pytest

from answers.text.stating import states_amount, states_count, states_share
from answers.text.wording import (
    adjustment,
    amounts,
    asks,
    broken,
    compares,
    disputes,
    finds,
    fragment,
    garbled,
    intends,
    lists_contents,
    measures,
    narrows,
    negated,
    opens_midway,
    proceeds,
    reports,
    standing_alone,
    vague,
)


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("In contrast to common belief, smoke excites bees.", True),
        ("In contrast to what keepers say, smoke excites bees.", True),
        ("In contrast with the claim of Oak, smoke excites bees.", True),
        ("In contrast to heavier smokers, we propose a small one.", False),
    ],
)
def test_only_what_is_set_against_others_disputes_them(sentence: str, so: bool) -> None:
    assert disputes(sentence) is so


@pytest.mark.parametrize(
    ("sentence", "found", "intended"),
    [
        ("We show that smoke calms bees.", True, False),
        ("Bees live in hives.", False, False),
        ("To compare smoke with water.", False, True),
        ("The aim of this study was to count drones.", False, True),
        ("The present observational study asks whether smoke calms bees.", False, True),
        ("The study of bees asks much of us.", False, False),
        ("Here we sought to improve significantly on smoke.", False, True),
        ("To our knowledge, nobody counted drones.", False, False),
    ],
)
def test_findings_and_intentions(sentence: str, found: bool, intended: bool) -> None:
    assert (finds(sentence), intends(sentence)) == (found, intended)


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("However, smoke calms bees.", "Smoke calms bees."),
        ("CONCLUSIONS: smoke calms bees.", "Smoke calms bees."),
        ("RESULTS Smoke calms bees.", "Smoke calms bees."),
        ("Results vary.", "Results vary."),
        ("Smoke calms bees [3, 12], and [4] wasps.", "Smoke calms bees, and wasps."),
        ("Smoke calms bees [3), says Oak [4).", "Smoke calms bees, says Oak."),
        ("Smoke, however, calms bees.", "Smoke, however, calms bees."),
        ("iNaturalist holds bees.", "iNaturalist holds bees."),
    ],
)
def test_only_leading_discourse_words_are_dropped(sentence: str, alone: str) -> None:
    assert standing_alone(sentence) == alone


def test_a_sentence_that_leans_on_the_one_before() -> None:
    assert opens_midway("However, these were calm.")
    assert not opens_midway("Theses were calm.")


def test_amounts_ignore_grouping() -> None:
    assert amounts("6,096 bees, 1.3 %") == {"6096", "1.3"}


def test_a_sentence_compares_by_its_words() -> None:
    assert compares("Smoke calms more bees than water.")
    assert compares("Compared with water, smoke calms.")
    assert compares("Smoke calms as well as water.")
    assert not compares("Smoke ranks first.")


def test_negation_counts_double_as_none() -> None:
    assert negated("Smoke does not calm bees.")
    assert negated("Bees don't dance.")
    assert not negated("Not one hive was without smoke.")


@pytest.mark.parametrize(
    ("sentence", "states"),
    [("It takes 40 seconds.", True), ("A break halves nothing; two do.", True), ("It takes long.", False)],
)
def test_amounts_in_figures_and_words(sentence: str, states: bool) -> None:
    assert states_amount(sentence) is states


@pytest.mark.parametrize(
    ("sentence", "counted", "states"),
    [
        ("We interviewed 250 healthy participants.", "people", True),
        ("Twelve of the volunteers kept bees.", "people", True),
        ("Beekeepers (n = 31) were asked.", "people", True),
        ("In 2019 participants were asked.", "people", False),
        ("In all, 60% of participants agreed.", "people", False),
        ("GPT-4 participants were simulated.", "people", False),
        ("Across 9 tasks and for people of all ages.", "people", False),
        ("A 1.3B-parameter model was trained.", "parameters", True),
        ("The parameters of 3 models were tuned.", "parameters", False),
        ("It took four days on eight A100 GPUs.", "gpus", True),
        ("We examined 2096 school children.", "children", True),
        ("Twenty-two cases were reviewed.", "patients", True),
        ("Twenty-two cases were reviewed.", "women", False),
        ("Thirty-one volunteers kept bees.", "people", True),
        ("Since May 2004, participants keep bees.", "people", False),
        ("We asked (1) beekeepers and (2) women.", "people", False),
    ],
)
def test_a_count_is_a_number_close_before_what_it_counts(sentence: str, counted: str, states: bool) -> None:
    assert states_count(sentence, (counted,)) is states


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("then they left.", True),
        ("phi-1, a small model, is good.", False),
        ("mRNA is long.", False),
        ("We use (cid:3) here.", True),
        ("It ends without a stop", True),
        ("Bees slept" + " and slept" * 60 + ".", True),
        ("Bees slept" + " and slept (OR 1.2; 0.9-1.6)" * 20 + ".", False),
    ],
)
def test_a_sentence_that_is_none(sentence: str, so: bool) -> None:
    assert broken(sentence) is so


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("Contrary to the survey, smoke excites bees.", True),
        ("Smoke, rather than water, calms bees.", False),
        ("However, bees were calm.", False),
        ("We revisit smoke.", False),
        ("Counts by eye underestimate the mites.", True),
        ("Such counts ignore the brood.", True),
    ],
)
def test_words_of_contradiction(sentence: str, so: bool) -> None:
    assert disputes(sentence) is so


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("An audit of hives was carried out.", True),
        ("Forty children underwent surgery.", True),
        ("Hives were reviewed, and mites were significantly fewer.", False),
        ("The study population included 40 hives.", True),
        ("Inclusion criteria were two queens and a roof.", True),
        ("Between May 2004 and June 2005, keepers opened hives.", True),
        ("Stings were compared to those of wasps.", True),
        ("Smoke calms bees.", False),
    ],
)
def test_a_sentence_that_says_only_how_a_study_went_about_it(sentence: str, so: bool) -> None:
    assert proceeds(sentence) is so


def test_a_sentence_that_says_only_that_a_matter_is_open() -> None:
    assert vague("There has been some evidence for smoke.")
    assert vague("The use of smoke remains controversial.")
    assert not vague("There have been swarms.")


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("In patients with smoke we found no difference.", True),
        ("Smoke was no longer an independent predictor.", True),
        ("Smoke did not show any association with honey.", True),
        ("(i) To examine smoke as a significant factor.", False),
        ("We investigated smoke in hives.", False),
        ("We investigated smoke and found significant calm.", True),
    ],
)
def test_what_a_study_found(text: str, so: bool) -> None:
    assert finds(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Previous studies have linked smoke to calm.", True),
        ("Smoke has been reported to calm bees.", True),
        ("It is known that smoke calms bees.", True),
        ("We report, as previous studies have, that smoke calms bees.", False),
        ("Smoke calmed bees.", False),
    ],
)
def test_what_earlier_work_found(text: str, so: bool) -> None:
    assert reports(text) is so


@pytest.mark.parametrize(
    "text",
    [
        "A retrospective review of hives was completed.",
        "Included were hives with two queens.",
        "Hives were divided into two groups.",
        "We surveyed beekeepers in spring.",
    ],
)
def test_how_a_study_went_about_it(text: str) -> None:
    assert proceeds(text)


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("The effect of smoke is poorly understood.", True),
        ("Whether smoke calms bees remains unclear.", True),
        ("Smoke is relatively understudied.", True),
        ("Smoke is well understood.", False),
    ],
)
def test_what_is_not_settled_yet(text: str, so: bool) -> None:
    assert vague(text) is so


def test_leaders_make_a_table_of_contents() -> None:
    assert lists_contents("1.2 Smoke and bees ........................ 17.")
    assert lists_contents("1.2 Smoke and bees . . . . . . 17.")
    assert not lists_contents("Smoke calms bees ... mostly.")


def test_a_question_answers_nothing() -> None:
    assert asks("Does smoke calm bees?")
    assert asks("“Does smoke calm bees?”")
    assert not asks("Whether smoke calms bees is asked.")


def test_a_fraction_is_an_amount() -> None:
    assert states_amount("About a third of the hives died.")
    assert not states_amount("The third hive died.")


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Among keepers who used smoke, stings were rare.", True),
        ("In the subgroup of wild bees no difference was seen.", True),
        ("For patients with mites the dose was halved.", True),
        ("In women smoking daily, stings were rare.", True),
        ("In multivariate analyses adjusting for smoke, stings were rare.", False),
        ("In models with smoke, stings were rare.", False),
        ("Stings were rare among keepers.", False),
        ("In spring, stings were rare.", False),
    ],
)
def test_a_sentence_of_some_of_those_studied_narrows(text: str, so: bool) -> None:
    assert narrows(text) is so


def test_what_is_introduced_in_order_to_do_something_is_no_mere_aim() -> None:
    assert not intends("To find weak hives, we introduce a set of counts.")
    assert intends("To find weak hives in spring, all hives were to be counted.")


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("(2) ~_}...-rr . || =", True),
        ("—– ~~ ++ || rye == ## ??", True),
        ("R y e b r e a d k e e p s", True),
        ("(cid:4)(cid:19) bread (cid:7) rye", True),
        ("ry Xe br :3 10 5. 12 84 2k 1 a page of bread about rye.", True),
        ("The bakery oak@rye-bread.org sells bread of rye.", True),
        ("The mean was 0.9 (0.8-1.0; P<.001) vs. 0.7 (0.6-0.8).", False),
        (r"We set $\alpha_{i}^{2} = \beta$ for $x \in \mathbb{R}^{d}$.", False),
        ("黑麦面包可以保存很久。", False),
        ("Rye bread keeps for a week.", False),
    ],
)
def test_what_cannot_be_read(text: str, so: bool) -> None:
    assert garbled(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Smoke was nonsignificantly worse.", True),
        ("Stings were rarer with smoke (OR 0.5, 95% CI: 0.3-0.8).", True),
        ("Stings fell to 12% versus 30%.", True),
        ("The HR was taken at noon.", False),
        ("Previous studies found an odds ratio of 2.", False),
    ],
)
def test_what_came_out_in_figures(text: str, so: bool) -> None:
    assert (measures(text) or finds(text)) is so


@pytest.mark.parametrize(
    ("text", "how_far"),
    [
        ("Before adjustment, smoke was associated with calm.", 1),
        ("On univariate analysis smoke predicted calm.", 1),
        ("After adjusting for rain, smoke was associated with calm.", 2),
        ("In univariate and multivariate analyses smoke predicted calm.", 2),
        ("After adjusting for rain, the association was no longer significant.", 3),
        ("Smoke was no longer an independent predictor of calm.", 3),
        ("Smoke calms bees.", 0),
    ],
)
def test_how_far_other_causes_are_taken_into_account(text: str, how_far: int) -> None:
    assert adjustment(text) == how_far


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Six of the 17 hives (35.3%) survived.", True),
        ("One in five hives survived.", True),
        ("Two out of three hives survived.", True),
        ("The survival was 0.35.", True),
        ("An accuracy of 91.3 was reached.", True),
        ("Hives aged 10.5 ± 5.1 years were opened.", False),
        ("Calm was likelier with smoke (OR = 1.25, 95% CI = 0.86-1.79, p = 0.04).", False),
    ],
)
def test_a_share_is_none_of_the_other_figures_with_a_point(text: str, so: bool) -> None:
    assert states_share(text) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Randomized controlled trial.", True),
        ("A retrospective analysis.", True),
        ("Outpatient bee centre.", True),
        ("We planned a retrospective analysis.", False),
        ("This was a randomized trial.", False),
        ("Bees visit the centre.", False),
    ],
)
def test_a_design_or_a_place_is_no_sentence(text: str, so: bool) -> None:
    assert fragment(text) is so
