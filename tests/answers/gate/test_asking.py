"""What a quote asks it does not say: it bears a claim out only where that tells what was asked."""

import pytest

from answers.gate.asking import asks, stating
from answers.gate.built_in import BuiltInChecker
from answers.gate.checking import Verdict
from tests.answers.conftest import WordsEmbedder


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Does shade slow the ripening of honey?", True),
        ("To determine whether shade slows the ripening of honey.", True),
        ("OBJECTIVE: To assess whether shade slows ripening.", True),
        ("Shade slows the ripening of honey.", False),
        ("To this end, shade is measured.", False),
        ("We ask again: is shade good? Yes.", False),
        ("To test whether shade slows ripening, we covered ten hives, and honey ripened a week later.", False),
        ("To assess the role of shade, ten hives were covered.", False),
        ("To determine whether, in May, shade was good.", True),
        ("To assess shade, which was deep, and wind.", True),
    ],
)
def test_questions_and_aims_ask(text: str, asked: bool) -> None:
    assert asks(text) is asked


def test_a_claim_of_what_was_asked_may_rest_on_it() -> None:
    quotes = ["Does shade slow ripening?", "Honey ripens in weeks."]
    assert stating("Shade slows ripening.", quotes) == ("Honey ripens in weeks.",)
    assert stating("The authors study whether shade slows ripening.", quotes) == tuple(quotes)


def test_what_was_done_about_an_aim_is_said_and_the_aim_itself_is_not() -> None:
    quote = "To test whether shade helps queens, we covered ten hives, and honey ripened a week later."
    assert stating("Covering hives made honey ripen later.", [quote]) == (quote,)
    assert stating("Shade helps queens.", [quote]) == ()
    assert stating(quote, [quote]) == (quote,)
    assert stating("To clarify the role of shade.", ["To clarify the role of shade."])


def test_what_is_only_asked_is_not_supported(embedder: WordsEmbedder) -> None:
    checker, quote = BuiltInChecker(embedder), "Does shade slow the ripening of honey?"
    assert checker.check("Shade slows the ripening of honey.", [quote]) == Verdict(0.0, ("only asked",))
    assert checker.check("The paper asks whether shade slows the ripening of honey.", [quote]).faults == ()


def test_an_unsaid_word_lowers_the_support(embedder: WordsEmbedder) -> None:
    checker, quote = BuiltInChecker(embedder), "Cool smoke calms guard bees of strong colonies within minutes."
    assert checker.check("Cool smoke calms the guard bees of strong colonies.", [quote]) == Verdict(0.99)
    assert checker.check("Cool smoke calms the guard wasps of strong colonies.", [quote]) == Verdict(0.8)
