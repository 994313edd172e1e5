"""Questions asked of the small hub of beekeeping papers."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answers.compose import marked
from answers.extractive import answer_extractively
from answers.values import Answer, AskRequest, Loosening
from index.searcher import Searcher
from index.values import Filters

HUB = "local:hives"
WORDS = ("bees", "drones", "mites", "brood", "break", "smoke", "swarm", "dances", "how many", "which papers", "40")


@pytest.fixture
def ask(searcher: Searcher, embedder: object):
    def asked(question: str, **more: object) -> Answer:
        return answer_extractively(searcher, embedder, AskRequest(question, (HUB,), **more))

    return asked


def test_a_narrow_question_is_answered_by_the_sentence_that_says_it(ask) -> None:
    answer = ask("Do longer waggle dances point to distant flowers?")
    assert answer.answer == "Longer waggle dances point to more distant flowers [1]."
    assert [source.paper.id for source in answer.sources] == ["local:dance"]
    (evidence,) = answer.claims[0].evidence
    assert (evidence.field, evidence.quote) == (
        "abstract",
        "However, longer waggle dances point to more distant flowers.",
    )
    assert (evidence.start, evidence.end) == (36, 96)


@pytest.mark.parametrize("nothing", ["What is?", "What is ...?", "Who is?", "What are the?", "What's 💡?", "Explain."])
def test_what_names_nothing_is_refused(ask, nothing: str) -> None:
    answer = ask(nothing)
    assert (answer.answerable, answer.reason) == (False, "the question names nothing to look for")


def test_a_tldr_and_the_abstract_sentence_like_it_are_one_claim(ask) -> None:
    answer = ask("Do drones leave the hive earlier in warm springs?")
    assert answer.answer == "Drones leave the hive earlier in warm springs [1]."
    assert [evidence.field for evidence in answer.claims[0].evidence] == ["tldr"]


def test_papers_that_say_the_same_are_cited_together_and_one_that_denies_it_apart(ask) -> None:
    answer = ask("Does a brood break halve the mite load of a colony?")
    assert answer.answer == (
        "A brood break halves the mite load of a colony [1][2]. "
        "A brood break does not halve the mite load of a colony [3]."
    )
    assert [source.paper.id for source in answer.sources] == ["local:mites", "local:mites-again", "local:mites-not"]


def test_a_title_is_quoted_where_there_is_nothing_else(ask) -> None:
    answer = ask("queen rearing without grafting")
    assert answer.answer == "Queen rearing without grafting [1]."
    assert answer.claims[0].evidence[0].field == "title"


def test_off_topic_is_refused_with_what_is_missing_and_the_nearest_papers(ask) -> None:
    answer = ask("How do I bake sourdough bread?")
    assert (answer.answerable, answer.claims, len(answer.sources)) == (False, (), 3)
    assert answer.reason == "no citing paper is about “bake sourdough bread”"
    assert answer.answer.startswith("No citing paper found is about “bake sourdough bread”. The nearest is “")


def test_a_refusal_names_the_beginning_of_what_is_long(ask) -> None:
    assert ask("q" * 4000).reason == f"no citing paper is about “{'q' * 100}…”"


def test_a_count_that_is_stated_is_answered(ask) -> None:
    assert ask("How many workers' waggle dances were decoded?").answer == (
        "The dances of 240 workers from 12 hives were decoded [1]."
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Are rooftop traps better than cool smoke?", "no citing paper compares “rooftop traps” with “cool smoke”"),
        ("Is cool smoke better than rooftop traps?", "no citing paper compares “cool smoke” with “rooftop traps”"),
        ("Is cool smoke better than queen rearing?", None),
        ("Rooftop traps or cool smoke?", None),
    ],
)
def test_what_is_to_be_more_than_something_is_not_told_of_alone(ask, asked: str, told: str | None) -> None:
    answer = ask(asked)
    assert (answer.shape, answer.reason) == ("comparison", told)


def test_a_count_that_no_sentence_states_is_refused(ask) -> None:
    answer = ask("How many people took part in the rooftop swarm traps study with old comb?")
    assert answer.reason == "no sentence states the number of people"
    assert (
        answer.answer == "No citing paper found states the number of people. The nearest is “Swarm traps on rooftops”."
    )
    assert answer.sources[0].paper.id == "local:swarms"


def test_a_question_about_papers_counts_them(ask) -> None:
    answer = ask("Which papers study brood breaks and mite load?")
    assert answer.tally is not None
    assert answer.tally.of == 8
    assert answer.tally.paper_ids == ("local:mites", "local:mites-again", "local:mites-not")
    assert answer.tally.matching == 3


def test_what_papers_leave_out_is_refused_and_nothing_counted(ask) -> None:
    answer = ask("Which papers do not use smoke?")
    assert answer.reason == "what papers leave out cannot be told from their texts"
    assert answer.answer.startswith("What papers leave out cannot be told from their texts: ask for those that do it")
    assert (answer.claims, answer.tally, answer.loosen) == ((), None, ())
    for asked in ("Which paper is most cited?", "Which papers are cited most?", "What are their citation counts?"):
        assert ask(asked).reason == "how often the citing papers are cited is not held"


def test_a_name_that_is_nowhere_is_refused_by_name(ask) -> None:
    assert ask("Does cool smoke calm bees in Norway?").reason == "no citing paper is about “Norway”"


def test_a_refusal_asks_whether_words_are_misspelt(ask) -> None:
    assert "Did you mean “colony” by “colonny”?" in ask("colonny ventilation").answer


def test_no_more_papers_than_asked_for_are_told_of(ask) -> None:
    answer = ask("Give me two papers on brood breaks and mite load")
    assert ([source.paper.id for source in answer.sources], answer.tally.matching) == (
        ["local:mites", "local:mites-again"],
        3,
    )
    assert len(ask("Give me two papers").sources) == 2


def test_who_is_counted_is_counted_without_a_word_for_papers(ask) -> None:
    answer = ask("How many are from before 2030?")
    assert (answer.understood.filters, answer.tally.of) == (Filters(year_to=2029), 0)


def test_a_slip_in_a_word_that_asks_is_read_as_meant_and_shown(ask) -> None:
    answer = ask("wich papers adress brood breaks?")
    assert (answer.understood.question, answer.shape) == ("which papers are about brood breaks?", "which")


def test_filters_in_the_question_are_shown_and_hold(ask) -> None:
    answer = ask("Which papers since 2030 study brood breaks and mite load?")
    assert answer.understood.question == "Which papers study brood breaks and mite load?"
    assert answer.understood.filters == Filters(year_from=2030)
    assert (answer.answerable, answer.tally.of) == (False, 0)


@pytest.mark.parametrize(
    "question",
    [
        "How many papers are there?",
        "How many papers cite A survey of hives?",
        "How many papers cite this paper?",
        "Which papers cite it?",
        "List all papers.",
        "Show me the citing papers",
    ],
)
def test_a_question_that_names_nothing_is_about_every_paper(ask, question: str) -> None:
    answer = ask(question)
    assert (answer.understood.question, answer.understood.filters) == ("", Filters())
    assert (answer.answerable, answer.tally.matching, answer.tally.of) == (True, 8, 8)


def test_everything_is_every_paper(ask) -> None:
    assert ask("Summarize everything").answer == ask("What do the citing papers say?").answer


def test_a_way_of_citing_that_no_words_tell_needs_labels(ask) -> None:
    assert ask("Which papers support the hub paper?").reason == "no citing paper held is labelled as citing it so"


def test_what_the_citing_papers_say_is_told_in_their_sentences(ask) -> None:
    answer = ask("What do the citing papers say?")
    told = [source.paper.id.removeprefix("local:") for source in answer.sources]
    assert told == ["mites-not", "mites-again", "mites", "drones", "queens", "smoke", "swarms", "dance"]
    assert answer.tally is None


def test_that_papers_cite_the_hub_says_nothing_of_them(ask) -> None:
    answer = ask("Which papers that cite A survey of hives study brood breaks and mite load?")
    assert answer.understood.question == "Which papers study brood breaks and mite load?"
    assert answer.tally.paper_ids == ("local:mites", "local:mites-again", "local:mites-not")


def test_a_change_in_everything_is_told_by_year_of_every_paper(ask) -> None:
    answer = ask("How has the field changed over time?")
    assert {claim.heading for claim in answer.claims} == {"Year not known"}
    assert answer.answer == ask("What changed over time?").answer


@pytest.mark.parametrize(
    "question", ["Why?", "What is it?", "What is known?", "Who are they?", "Who are you?", "Thanks!"]
)
def test_a_question_that_names_nothing_and_asks_for_no_papers_is_refused(ask, question: str) -> None:
    assert not ask(question).answerable


def test_a_refusal_names_the_filter_to_leave_out(ask) -> None:
    answer = ask("Does a brood break halve the mite load of a colony?", filters=Filters(year_from=2030))
    assert answer.loosen == (Loosening("year_from", "2030", 3),)
    assert answer.answer == (
        "No citing paper held says when it appeared, so that none can be told by its year. "
        "Without the filter “year from 2030”, 3 papers would be relevant."
    )


def test_a_follow_up_is_answered_as_the_question_it_means(ask) -> None:
    answer = ask("And a brood break?", earlier=("Does smoke halve the mite load of a colony?",))
    assert answer.understood.question == "Does a brood break halve the mite load of a colony?"
    assert answer.answer == ask("Does a brood break halve the mite load of a colony?").answer


def test_what_papers_contradict_each_other_on_is_headed_so(ask) -> None:
    claims = ask("Does a brood break halve the mite load of a colony?").claims
    assert [claim.heading for claim in claims] == ["Papers disagree", "Papers disagree"]


def test_papers_that_were_read_at_import_are_not_embedded_again(searcher: Searcher) -> None:
    class QueriesAlone:
        def embed_query(self, text: str) -> np.ndarray:
            return searcher.embedder.embed_query(text)

    answer = answer_extractively(
        searcher, QueriesAlone(), AskRequest("Do drones leave the hive earlier in spring?", (HUB,))
    )
    assert answer.answer == "Drones leave the hive earlier in warm springs [1]."


def test_of_a_refused_question_nothing_matches(ask) -> None:
    tally = ask("Which papers apply this to protein structure prediction?").tally
    assert (tally.matching, tally.of, tally.paper_ids) == (0, 8, ())


def test_nothing_in_scope_is_said(ask) -> None:
    answer = ask("Do brood breaks help?", filters=Filters(venue=("Nowhere",)))
    assert (answer.reason, answer.sources) == ("no citing paper is in scope", ())


@pytest.mark.parametrize("question", ["", "   ", "Who is it, and why?", "🐝🐝🐝", "?!"])
def test_a_question_that_names_nothing_is_refused(ask, question: str) -> None:
    answer = ask(question)
    assert (answer.answerable, answer.question, answer.reason) == (
        False,
        question,
        "the question names nothing to look for",
    )


@pytest.mark.parametrize(
    "question", ["蜜蜂为什么跳舞？", "Warum tanzen Bienen? " * 600, "\x00\ufffd bees", "bees " * 2000]
)
def test_other_languages_and_long_questions_are_survived(ask, question: str) -> None:
    assert ask(question).question == question


def test_max_sources_bounds_the_sources(ask) -> None:
    assert len(ask("mite load", max_sources=1).sources) == 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.one_of(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), st.text(max_size=60)))
def test_whatever_is_asked(ask, question: str) -> None:
    answer = ask(question)
    assert answer == ask(question)
    numbers = [source.n for source in answer.sources]
    assert numbers == list(range(1, len(numbers) + 1))
    assert answer.answerable == bool(answer.claims)
    assert len({claim.text for claim in answer.claims}) == len(answer.claims)
    for claim in answer.claims:
        assert claim.evidence
        assert set(claim.sources) == {evidence.source for evidence in claim.evidence} <= set(numbers)
        for evidence in claim.evidence:
            paper, citation = answer.sources[evidence.source - 1].paper, answer.sources[evidence.source - 1].citation
            field = (
                citation.contexts[evidence.context].text
                if evidence.field == "context"
                else getattr(paper, evidence.field)
            )
            assert field[evidence.start : evidence.end] == evidence.quote
        assert claim.evidence[0].quote.endswith(claim.text[1:])
    if answer.answerable:
        assert answer.answer == " ".join(marked(claim.text, claim.sources) for claim in answer.claims)
        assert answer.reason is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bees dance.", "Bees dance [1][3]."),
        ("Bees dance", "Bees dance [1][3]."),
        ("Bees dance?!", "Bees dance [1][3]?!"),
    ],
)
def test_markers_stand_before_the_final_punctuation(text: str, written: str) -> None:
    assert marked(text, (1, 3)) == written
