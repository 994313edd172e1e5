"""Facts, tallies and choices of passages are measured as they are described."""

from answers.values import Answer, Claim, Evidence, Source, Tally
from corpus.values import Paper
from eval.cases import Fact
from eval.choosing import at_best_k, f1
from eval.facts import stated_and_cited
from eval.tallies import tally_figures

KNOWN = frozenset({"local:p1", "local:p2"})
FACT = Fact("local:p1", "smoke calms 40 guard bees")


def answer(text: str, *sources: int) -> Answer:
    claim = Claim(text, sources, 1.0, tuple(Evidence(n, "tldr", text, 0, len(text)) for n in sources))
    papers = tuple(Source(n, Paper(id=f"local:p{n}", title="T"), None) for n in (1, 2))
    return Answer("q", text, True, None, (claim,), papers, "extractive")


def test_a_fact_is_stated_in_other_words_by_a_claim_that_cites_its_paper() -> None:
    assert stated_and_cited(FACT, answer("In 40 guard bees that were calm, smoke was used.", 1), KNOWN)


def test_a_fact_with_another_number_or_from_another_paper_is_not() -> None:
    assert not stated_and_cited(FACT, answer("Smoke calms 41 guard bees.", 1), KNOWN)
    assert not stated_and_cited(FACT, answer("Smoke calms 40 guard bees.", 2), KNOWN)


def test_the_best_k_is_one_for_all_questions() -> None:
    ranked = {"a": ["x", "y", "z"], "b": ["x", "y", "z"]}
    wanted = {"a": frozenset({"x", "y"}), "b": frozenset({"x", "y"})}
    assert at_best_k(ranked, wanted) == (2, {"a": 1.0, "b": 1.0})
    assert f1(frozenset({"x"}), frozenset({"x", "y"})) == 2 / 3


def test_a_tally_is_judged_by_the_papers_squarely_about_the_topic() -> None:
    tally = Tally(2, 1, 4, 0.7, ("local:p1", "local:p2"), (0.4, 0.6), ("local:p3",))
    grades = {"local:p1": 2, "local:p2": 1, "local:p3": 2, "local:p4": 0}
    assert tally_figures(tally, grades, 2) == {
        "tally precision": 1.0,
        "tally recall": 0.5,
        "tally recall, undecided included": 1.0,
        "estimated recall": 0.7,
        "recall within its interval": 1.0,
    }
