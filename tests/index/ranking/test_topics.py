"""Topics hold every paper once, are named by their own words, and do not depend on chance."""

import numpy as np

from corpus.values import Paper
from index.scope import scope_of
from index.searcher import Searcher
from index.topics import cluster, name_topics, topic_count
from index.version import IndexVersion


def blobs(sizes: list[int], seed: int = 0) -> np.ndarray:
    spread = np.random.default_rng(seed).normal(0, 0.05, (sum(sizes), 8))
    vectors = np.repeat(np.eye(8)[: len(sizes)], sizes, axis=0) + spread
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def test_clear_clusters_are_found_largest_first() -> None:
    vectors = blobs([9, 12, 11])
    assert topic_count(32) == 4
    codes = cluster(np.concatenate([vectors, blobs([1, 1, 1, 5])[3:]]))
    assert codes.tolist() == [2] * 9 + [0] * 12 + [1] * 11 + [3] * 5


def test_the_count_grows_with_the_root_of_the_papers() -> None:
    assert [topic_count(papers) for papers in (0, 1, 5, 8, 30, 200, 10_000)] == [1, 1, 1, 2, 4, 10, 24]


def test_papers_added_beyond_the_sample_join_the_nearest_centre() -> None:
    codes = cluster(blobs([1500, 1000, 500]))
    assert [len(set(codes[start:end])) >= 1 for start, end in ((0, 1500), (1500, 2500), (2500, 3000))] == [True] * 3
    assert not set(codes[:1500]) & set(codes[1500:2500])
    assert not set(codes[1500:2500]) & set(codes[2500:])


def test_labels_are_the_terms_that_tell_topics_apart() -> None:
    titles = [
        "Knowledge distillation of LLMs",
        "Better knowledge distillation",
        "Image captions",
        "Captions for an image",
    ]
    papers = [Paper(f"local:{n}", title) for n, title in enumerate(titles)]
    labels = name_topics(papers, np.array([0, 0, 1, 1], dtype=np.int32))
    assert labels == ["knowledge distillation", "captions, image"]


def test_topics_of_a_hub_add_up_to_its_citers(searcher: Searcher, version: IndexVersion) -> None:
    scope = scope_of(version.snapshot, ("arxiv:2306.02707",))
    topics = searcher.topics(scope)
    assert sum(topic.size for topic in topics.topics) == 8
    assert topics.counts(scope.rows) == {topic.id: topic.size for topic in topics.topics}
    assert searcher.topics(scope) is topics


def test_a_topic_of_nothing_but_symbols_still_has_a_name() -> None:
    assert name_topics([Paper("local:a", "\u2026")], np.zeros(1, dtype=np.int32)) == ["other"]
