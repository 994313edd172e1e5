"""Reasons for calling papers related: they name something, hold of both papers, and do not repeat themselves."""

from collections.abc import Callable

import numpy as np
import pytest

from corpus.values import Paper
from index.related.why import Liking, _topic, liking
from index.searcher import Searcher
from index.text.phrase_words import tells
from index.topics.topics import Topic, Topics
from index.values import RelatedRequest
from index.version import IndexVersion

Make = Callable[..., IndexVersion]


@pytest.mark.parametrize(
    ("term", "so"),
    [
        ("swarm", True),
        ("brood break", True),
        ("machine learning", True),
        ("BEES", True),
        ("therefore", False),
        ("https", False),
        ("clearly", False),
        ("halved", False),
        ("model", False),
        ("indeed swarms", False),
        ("anomaly", True),
    ],
)
def test_words_that_papers_of_any_topic_use_relate_none(term: str, so: bool) -> None:
    assert tells(term) is so


def reasons(searcher: Searcher, kind: str) -> list[str]:
    hits = searcher.related(RelatedRequest(paper_id="local:a", limit=9)).hits
    return [why.text for hit in sorted(hits, key=lambda hit: hit.paper.id) for why in hit.why if why.kind == kind]


def test_pairs_and_names_come_before_single_words(make_version: Make, embedder: object) -> None:
    text = "Therefore swarms. Clearly the brood break. BEES."
    version = make_version([Paper("local:a", "", text), Paper("local:b", "", text)])
    assert reasons(Searcher(version, embedder), "phrases") == ["brood break, BEES, swarms"]


def test_sentences_that_share_little_are_no_reason(make_version: Make, embedder: object) -> None:
    papers = [
        Paper("local:a", "Search", "Drones leave boxes early in spring rain near old rooftops and towers."),
        Paper("local:b", "Search", "Queens mate far from any comb although towers warm up sooner than fields."),
        Paper("local:c", "Search", "Drones leave boxes early."),
    ]
    assert reasons(Searcher(make_version(papers), embedder), "sentences") == [
        f"“{papers[0].abstract}” — “Drones leave boxes early.”"
    ]


def test_a_sentence_that_was_shown_gives_way_to_one_nearly_as_close(make_version: Make, embedder: object) -> None:
    both = "Drones leave boxes early. Drones leave boxes late."
    papers = [Paper("local:a", "Search", both), *(Paper(f"local:{at}", "Search", "Drones leave boxes.") for at in "bc")]
    assert reasons(Searcher(make_version(papers), embedder), "sentences") == [
        "“Drones leave boxes early.” — “Drones leave boxes.”",
        "“Drones leave boxes late.” — “Drones leave boxes.”",
    ]


@pytest.mark.parametrize(("title", "told"), [("Swarms settle", ["swarms, comb"]), ("Rain falls", [])])
def test_a_topic_is_a_reason_where_both_have_a_word_of_its_label(
    make_version: Make, title: str, told: list[str]
) -> None:
    papers = [Paper("local:a", "A swarm of bees"), Paper("local:b", title), Paper("local:c", "Search")]
    rows = np.arange(3, dtype=np.int32)
    topics = Topics(
        (Topic("swarms-comb", "swarms, comb", 2, 0), Topic("search", "search", 1, 2)),
        rows,
        np.array([0, 0, 1], np.int32),
        np.zeros((3, 3), np.float32),
    )
    version = make_version(papers)
    liked: Liking = liking(version, topics, papers[:1], [0])
    assert [why.text for why in _topic(version.lexical, topics, liked, 0, version.said.worded(1))] == told
