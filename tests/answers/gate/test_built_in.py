"""The built-in checker supports what quotes say in other words, and nothing that they do not say or say otherwise."""

import pytest

from answers.gate.built_in import BuiltInChecker
from answers.gate.checking import Strictest, Verdict
from answers.gate.claim_text import sentences_of
from answers.gate.unstated import unstated_amounts
from answers.text.amounts import amounts_of
from answers.text.naming import names_of, unstated_names
from answers.text.polarity import reversed_in
from tests.answers.conftest import WordsEmbedder

QUOTES = (
    "BERT-large outperforms the baseline by 3.5% on SQuAD.",
    "Training takes two days on 1,024 chips and does not need any labels.",
)


@pytest.fixture
def checker(embedder: WordsEmbedder) -> BuiltInChecker:
    return BuiltInChecker(embedder)


def test_the_quotes_own_words_are_supported_wholly(checker: BuiltInChecker) -> None:
    assert checker.check("BERT-large outperforms the baseline by 3.5 % on SQuAD", QUOTES) == Verdict(1.0)
    assert checker.check("Training takes two days.", ()) == Verdict(0.0, ("no quote",))


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ("BERT-large outperforms the baseline by 3.6% on SQuAD.", "amount 3.6%"),
        ("BERT-large outperforms the baseline by 3.5x on SQuAD.", "amount 3.5x"),
        ("Training takes three days on 1,024 chips.", "amount three"),
        ("Training takes two days on 1024 chips and two labels.", None),
        ("GPT-4 outperforms the baseline by 3.5% on SQuAD.", "name GPT-4"),
        ("BERT-base outperforms the baseline by 3.5% on SQuAD.", "name BERT-base"),
        ("BERT-large does not outperform the baseline on SQuAD.", "turned outperform"),
        ("BERT-large underperforms the baseline on SQuAD.", "turned underperform"),
        ("Training takes two days and does need labels.", "turned need"),
        ("Training takes two days and needs no labels.", None),
        ("Rivers carry sediment to the sea.", None),
    ],
)
def test_what_the_quotes_do_not_bear_out_is_named(checker: BuiltInChecker, claim: str, fault: str | None) -> None:
    verdict = checker.check(claim, QUOTES)
    assert verdict.faults == (() if fault is None else (fault,))
    assert verdict.supported is (fault is None and "Rivers" not in claim)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("12 % of 1.3B tokens", [(12.0, "percent"), (1.3e9, "plain")]),
        ("a 10-fold gain in -0.5 to 2 million", [(10.0, "multiple"), (-0.5, "plain"), (2e6, "plain")]),
        ("twice as fast on half of twenty tasks", [(2.0, "multiple"), (50.0, "percent"), (20.0, "plain")]),
        ("CIFAR-10, GPT-4, word2vec and 2D maps", []),
        ("the second one of 5-25 examples", [(5.0, "plain"), (25.0, "plain")]),
        ("zero shot tasks", []),
        (
            "a 10s window on 16GB at 20-230X",
            [(10.0, "plain"), (16.0, "plain"), (20.0, "multiple"), (230.0, "multiple")],
        ),
        ("20News of 2018a in 3D, 8bit", [(20.0, "plain"), (2018.0, "plain"), (8.0, "plain")]),
        ("1) zero-shot and (2) few-shot reading [3, 4] by the one", []),
        ("the one methods (up by 3)", [(1.0, "plain"), (3.0, "plain")]),
    ],
)
def test_amounts_are_read_in_every_form(text: str, amounts: list[tuple[float, str]]) -> None:
    assert [(amount.value, amount.kind) for amount in amounts_of(text)] == amounts


def test_an_amount_may_be_rounded_where_the_claim_says_so_and_counts_the_same() -> None:
    assert unstated_amounts("about 15% of the users", "14.7% of the users") == ()
    assert len(unstated_amounts("15% of the users", "14.7% of the users")) == 1
    assert len(unstated_amounts("3 layers", "3 heads and 5 layers")) == 1


def test_what_an_amount_counts_may_be_shortened_to_an_acronym() -> None:
    assert unstated_amounts("Its arm has 3 DOF.", "an arm of 3 degrees of freedom") == ()
    assert unstated_amounts("losses (CE, MSE, 0-1)", "mean squared error, 0/1 and others") == ()
    assert len(unstated_amounts("Its arm has 3 DOF.", "three sorts of fabric")) == 1
    assert len(unstated_amounts("Its arm has 3 DOF.", "an arm of 6 degrees of freedom")) == 1
    assert unstated_amounts("5 GPUs", "5 graphics processing units") == ()
    assert len(unstated_amounts("Three of the models improve", "Three of the methods degrade memory")) == 1
    assert unstated_amounts("40 of the datasets", "40 corpora, 10 of the domains") == ()


def test_one_in_letters_is_unstated_only_where_another_number_is_counted() -> None:
    assert unstated_amounts("one model", "a model") == ()
    assert unstated_amounts("one model", "one-time cost of models") == ()
    assert len(unstated_amounts("one model", "two models")) == 1


def test_two_in_letters_is_unstated_only_where_another_number_is_counted() -> None:
    assert unstated_amounts("two tasks", "reading and writing") == ()
    assert unstated_amounts("two new kinds of maps", "maps of rivers and of seas") == ()
    assert len(unstated_amounts("two tasks", "three tasks")) == 1
    assert len(unstated_amounts("a two step plan", "a plan in a step")) == 1
    assert len(unstated_amounts("2 tasks", "reading and writing")) == 1


def test_a_percentage_needs_no_words_beside_it() -> None:
    assert unstated_amounts("Vectors shrink by 94%.", "a rate of 94% or more in translation") == ()
    assert len(unstated_amounts("Vectors shrink by 94%.", "a rate of 98% or more in translation")) == 1


def test_a_name_may_be_added_but_not_put_in_place_of_another(checker: BuiltInChecker) -> None:
    added = "Our nets read digits, faces and signs quickly, such as a CNN"
    assert checker.check(added, ["Our nets read digits, faces and signs."]) == Verdict(0.6)
    assert checker.check(f"{added}2", ["Our nets read digits, faces and signs."]) == Verdict(0.2, ("name CNN2",))
    assert checker.check("A CNN reads digits well.", ["An SVM reads digits."]) == Verdict(0.2, ("name CNN",))


def test_half_of_few_words_in_common_supports_less_than_half_of_many(checker: BuiltInChecker) -> None:
    assert checker.check("Bees sing.", ["Bees dance."]) == Verdict(0.5667)
    assert checker.check("Bees carry pollen, sing, hum, swim.", ["Bees carry pollen, dance, drink, sleep."]) == Verdict(
        0.8
    )


def test_names_are_known_in_other_spellings_and_spelt_out() -> None:
    assert names_of("We train BERT-large and word2vec on SQuAD in Paris.") == (
        "BERT-large",
        "word2vec",
        "SQuAD",
        "Paris",
    )
    assert unstated_names("ResNet18 and GANs", "Res Net is Generative Adversarial Networks; ResNet-18") == ()
    assert unstated_names("Generative Adversarial Networks", "We study GANs.") == ()
    assert unstated_names("A 3-DOF arm on NAS", "3 degrees of freedom; near or soft") == ("NAS",)
    assert unstated_names("It uses OT and MT.", "More than one of the rivers is deep.") == ("OT", "MT")
    assert unstated_names("A PAC-Bayes bound", "PAC-Bayesian analysis") == ()
    assert unstated_names("A CNN reads MNIST.", "A convolutional net reads digits.") == ("MNIST",)
    assert unstated_names("GPUs learn by PPO.", "A policy is learnt.") == ("GPUs",)
    assert unstated_names("GPUs learn by PPO.", "Hardware learns.") == ("PPO",)


@pytest.mark.parametrize(
    ("claim", "quote", "turned"),
    [
        ("Noise does not shorten dances.", "Noise shortens dances.", ("shorten",)),
        ("Noise shortens the dances of bees.", "Noise does not shorten the dances of bees.", ("shorten",)),
        ("The model is not stable.", "The model is unstable.", ()),
        ("The model does not converge.", "The model struggles to converge.", ()),
        ("The model struggles to converge.", "The model converges.", ()),
        ("The model converges.", "The model struggles to converge.", ()),
        (
            "It does not improve accuracy on long texts.",
            "It improves accuracy; others struggle to read long texts.",
            ("improv",),
        ),
        ("The model does not converge.", "Existing models struggle to converge.", ("converg",)),
        (
            "Smoke reduces the activity of bees that struggle to fly.",
            "Smoke increases the activity of bees.",
            ("reduc",),
        ),
        ("It works without any labels.", "It does not need labels to work.", ()),
        ("Bees dance without a guide.", "Bees dance.", ()),
        ("Bees dance without performance loss.", "Bees dance with performance in mind.", ()),
        ("It trains without losing accuracy.", "It trains and keeps its accuracy.", ()),
        ("Smoke increases the activity of bees.", "Smoke reduces the activity of bees.", ("increas",)),
        ("Learning is more efficient.", "Learning takes fewer steps.", ()),
        ("It does not need many labels.", "It reduces the need of many labels.", ("need",)),
        ("Not only bees dance.", "Bees dance.", ()),
        ("Hives are not fully dark.", "Hives are dark.", ()),
        ("We leverage seed words.", "Current networks fail to leverage the seed words.", ()),
        ("Networks leverage seed words.", "Current networks fail to leverage the seed words.", ("leverag",)),
        ("We answer questions that prior work could not address.", "Our maps address questions.", ()),
        ("We train on smaller domains of air.", "We train on small domains of air and test on larger domains.", ()),
        ("We train on smaller domains of air.", "We train on larger domains of air.", ("smaller",)),
        ("We model the density of swarms, not their speed.", "The speed of swarms hides their density.", ()),
        ("We model swarms by their form, not speed.", "The speed of swarms hides their density.", ("speed",)),
        ("We model the density of swarms and not their speed.", "The speed of swarms hides their density.", ("speed",)),
        ("Bees find flowers without any scent.", "Bees find flowers by light instead of scent.", ()),
        ("Bees find flowers without any scent.", "Bees find flowers by light, devoid of scent.", ()),
        ("Bees find flowers without any light.", "Bees find flowers by light instead of scent.", ("light",)),
        ("Flowers are devoid of scent.", "Bees find flowers by light and scent.", ("scent",)),
        ("Of flowers, none glow.", "Flowers glow.", ("glow",)),
        ("Bees are even not asleep yet.", "Bees are asleep.", ("asleep",)),
        ("Bees find flowers without any scent.", "Bees find flowers by light and scent.", ("scent",)),
        ("Bees find flowers without training on scent.", "Bees find flowers using no scent.", ()),
        ("We do not propose a hive of prior form.", "We propose a hive of prior form.", ("propos",)),
        ("Smoke makes bees less active.", "Smoke makes bees active.", ("less",)),
        ("Smoke makes bees less active.", "Smoke reduces what bees do.", ()),
        ("Smoke improves the flight of bees.", "Smoke degrades the flight of bees.", ("improv",)),
        ("Size and age are telling of mood.", "Neither size, nor age, nor both are telling of mood.", ("tell", "mood")),
        ("Size is telling of scent.", "Neither size, nor age, nor both are telling of mood.", ()),
        ("Swarm sizes differ by month.", "No differences in swarm sizes were seen by month.", ("differ",)),
        ("We do not weigh bees by day.", "We weigh bees by day; hives by day hum, and do not sing.", ("weigh",)),
        ("We do not weigh lost bees.", "We weigh lost bees.", ("weigh",)),
        ("Smoke improves how bees fly.", "Heat degrades how bees fly. With smoke on comb and brood all improves.", ()),
    ],
)
def test_what_is_said_the_other_way_round_is_found(claim: str, quote: str, turned: tuple[str, ...]) -> None:
    assert reversed_in(claim, quote) == turned


def test_the_strictest_of_two_checkers_decides(checker: BuiltInChecker) -> None:
    class Doubting:
        name = "doubting"

        def check(self, claim: str, quotes: tuple[str, ...]) -> Verdict:
            return Verdict(0.3, ("doubt",))

    both = Strictest((checker, Doubting()))  # type: ignore[arg-type]  # takes tuples alone
    assert (both.name, both.check(QUOTES[0], QUOTES)) == ("built-in+doubting", Verdict(0.3, ("doubt",)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bees dance [7]. They sing too【3】!", ["Bees dance.", "They sing too!"]),
        ("<b>Bees</b> dance\u200b to tell\x07 where <script>x</script>", ["Bees dance to tell where x"]),
        ("See [the page](http://evil.example/x) for how bees dance.", ["See the page for how bees dance."]),
        ("The overhead is <4% on <b>CPUs</b>.", ["The overhead is less than 4% on CPUs."]),
        ("Go to https://evil.example for more on bees.", []),
        ("x" * 500, []),
        ("[1][2]", []),
    ],
)
def test_a_claim_is_shown_as_plain_sentences(text: str, shown: list[str]) -> None:
    assert list(sentences_of(text)) == shown
