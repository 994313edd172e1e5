"""Answers are judged by what they cite, whether they refuse, and whether markers and quotes are true."""

from collections.abc import Callable
from dataclasses import replace

from answers.values import Answer, Claim, Evidence, Source
from corpus.values import Citation, CitingSentence, Paper
from eval.cases import Fact, Query
from eval.grounding import altered_quotes, answer_figures, cited_papers, dangling_markers, papers_to_cite

QUESTION = Query(
    "q1", "question", "what?", facts=(Fact("local:p1", "f"), Fact("local:p3", "g")), near_misses=("local:p2",)
)
KNOWN = frozenset({"local:p1", "local:p2", "local:p3"})

Ask = Callable[[str], Answer]


def figures(query: Query, answer: Answer, grades: dict[str, int] | None = None) -> dict[str, float]:
    return answer_figures(query, answer, grades or {}, squarely=2, known=KNOWN)


def test_an_answer_is_measured_by_every_figure(ask: Ask) -> None:
    assert figures(QUESTION, ask("what?")) == {
        "answered when answerable": 1.0,
        "citation precision": 0.5,
        "citation recall": 0.5,
        "citation F1": 0.5,
        "facts stated and cited": 0.0,
        "dangling markers": 1.0,
        "quotes that differ": 1.0,
        "near misses cited": 1.0,
    }


def test_a_refusal_of_an_answerable_question_cites_nothing(ask: Ask) -> None:
    got = figures(QUESTION, ask("who paints?"))
    assert (got["answered when answerable"], got["citation precision"], got["citation recall"]) == (0.0, 0.0, 0.0)


def test_an_unanswerable_question_should_be_refused_and_has_nothing_to_cite(ask: Ask) -> None:
    question = Query("q2", "question", "who?", answerable=False)
    assert figures(question, ask("who paints?")) == {
        "refused when unanswerable": 1.0, "dangling markers": 0.0, "quotes that differ": 0.0,
    }  # fmt: skip
    assert figures(question, ask("what?"))["refused when unanswerable"] == 0.0


def test_without_facts_the_squarely_relevant_papers_are_to_be_cited() -> None:
    question = Query("q3", "question", "what?")
    assert papers_to_cite(question, {"local:p1": 2, "local:p2": 1}, 2) == {"local:p1"}
    assert papers_to_cite(QUESTION, {"local:p2": 2}, 2) == {"local:p1", "local:p3"}


def test_without_anything_to_cite_there_is_no_citation_figure(ask: Ask) -> None:
    got = figures(Query("q3", "question", "what?"), ask("what?"))
    assert got.keys() == {"answered when answerable", "dangling markers", "quotes that differ"}


def test_a_source_that_no_claim_names_is_not_cited(ask: Ask) -> None:
    answer = ask("what?")
    first = replace(answer.claims[0], sources=(1,))
    assert cited_papers(replace(answer, answer="Rivers.", claims=(first,)), KNOWN) == {"local:p1"}


def test_markers_dangle_in_the_text_in_a_claim_and_in_evidence(ask: Ask) -> None:
    claim = Claim("c", (3,), 0.5, (Evidence(4, "title", "R", 0, 1),))
    answer = replace(ask("what?"), answer="One [1]. Two [2,5]. A list [a] and [ ].", claims=(claim,))
    assert list(dangling_markers(answer)) == [5, 3, 4]


def test_a_quote_is_compared_with_its_field_at_its_offsets() -> None:
    paper = Paper("local:p1", "Rivers", abstract="They carve.")
    citation = Citation("local:h", "local:p1", contexts=(CitingSentence("One."), CitingSentence("Two, see it.")))
    right = (
        Evidence(1, "title", "River", 0, 5),
        Evidence(1, "abstract", "carve", 5, 10),
        Evidence(1, "context", "see", 5, 8),
    )
    wrong = (
        Evidence(1, "abstract", "carve", 4, 9),
        Evidence(1, "tldr", "carve", 5, 10),
        Evidence(1, "context", "see", 4, 7),
    )
    answer = Answer("?", "!", True, None, (Claim("c", (1,), 1, right + wrong),), (Source(1, paper, citation),), "llm")
    assert tuple(altered_quotes(answer)) == wrong
