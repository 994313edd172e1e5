"""A question that asks two things is answered part by part, and what is missing of it is told."""

import pytest

from answers.extractive import answer_extractively
from answers.several import parts_of
from answers.values import AskRequest
from index.searcher import Searcher

ONE = (
    "What is the difference between how bees dance and how wasps dance?",
    "Can bees tell what is safe and what is harmful?",
    "Does knowing what to eat and how to fly help bees?",
    "How do bees know when to swarm and when to stay?",
    "What causes swarms and how can we prevent it?",
    "How does smoke arise and can it be reduced?",
    "Is it safe and is it effective?",
)


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        (
            "Does smoke help bees, and does it harm queens?",
            ("Does smoke help bees?", "Does smoke harm queens?"),
        ),
        (
            "What is a brood break and how long does it last?",
            ("What is a brood break?", "How long does brood break last?"),
        ),
        ("Is smoke safe and how do bees react?", ("Is smoke safe?", "How do bees react?")),
        ("Does smoke calm bees and wasps?", ("Does smoke calm bees and wasps?",)),
        ("Which papers use smoke and are from 2020?", ("Which papers use smoke and are from 2020?",)),
        ("What was measured and is known of mites?", ("What was measured and is known of mites?",)),
        ("smoke and how bees react", ("smoke and how bees react",)),
        *((one, (one,)) for one in ONE),
    ],
)
def test_the_parts_of_a_question(asked: str, parts: tuple[str, ...]) -> None:
    assert parts_of(asked) == parts


def test_each_part_is_answered_under_its_heading(searcher: Searcher, embedder: object) -> None:
    text = "Does smoke calm guard bees, and why do colonies swarm?"
    answer = answer_extractively(searcher, embedder, AskRequest(text, ("local:hives",)))
    assert (answer.answerable, answer.reason) == (True, None)
    assert {claim.heading for claim in answer.claims} == {"Does smoke calm guard bees?", "Why do colonies swarm?"}
    assert [source.n for source in answer.sources] == list(range(1, len(answer.sources) + 1))
    cited = {n for claim in answer.claims for n in claim.sources}
    assert cited == {source.n for source in answer.sources} == {e.source for c in answer.claims for e in c.evidence}
    papers = {source.n: source.paper for source in answer.sources}
    for evidence in (one for claim in answer.claims for one in claim.evidence if one.field == "abstract"):
        assert (papers[evidence.source].abstract or "")[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize("most", [1, 2, 3])
def test_parts_together_cite_no_more_papers_than_asked_for(searcher: Searcher, embedder: object, most: int) -> None:
    text = "Does smoke calm guard bees, and why do colonies swarm?"
    answer = answer_extractively(searcher, embedder, AskRequest(text, ("local:hives",), max_sources=most))
    assert answer.answerable
    assert 1 <= len(answer.sources) <= most


def test_a_part_that_no_paper_answers_is_told(searcher: Searcher, embedder: object) -> None:
    text = "Does smoke affect guard bees, and does it attract elephants?"
    answer = answer_extractively(searcher, embedder, AskRequest(text, ("local:hives",)))
    assert {claim.heading for claim in answer.claims} == {"Does smoke affect guard bees?"}
    assert answer.reason == "Does smoke attract elephants? no citing paper is about “elephants”"
