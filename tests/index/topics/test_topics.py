"""Topics hold every paper once, are named by their own words, and do not depend on chance."""

import numpy as np

from corpus.values import Citation, Hub, Paper
from index.nearest.stacked import StackedVectors
from index.scope import scope_of
from index.searcher import Searcher
from index.topics.joined import joined_topics
from index.topics.topics import Topic, Topics, find_topics, named, topic_count
from index.version import IndexVersion

HUB = "arxiv:2306.02707"


def test_the_count_grows_with_the_root_of_the_papers_up_to_twelve() -> None:
    assert [topic_count(papers) for papers in (0, 1, 5, 8, 30, 200, 10_000)] == [1, 1, 1, 2, 4, 10, 12]


def test_topics_of_a_hub_add_up_to_its_citers(searcher: Searcher, version: IndexVersion) -> None:
    scope = scope_of(version.snapshot, (HUB,))
    topics = searcher.known((HUB,)).topics
    assert sum(topic.size for topic in topics.topics) == 8
    assert topics.counts(np.arange(scope.rows.size)) == {topic.id: topic.size for topic in topics.topics}
    assert searcher.known((HUB,)).topics is topics


def test_every_exemplar_is_of_its_topic(searcher: Searcher, version: IndexVersion) -> None:
    topics = searcher.known((HUB,)).topics
    exemplars = np.array([topic.exemplar for topic in topics.topics])
    assert topics.codes_of(exemplars).tolist() == list(range(len(topics.topics)))


def test_a_topic_is_filtered_by_its_id_or_its_label(searcher: Searcher, version: IndexVersion) -> None:
    topics = searcher.known((HUB,)).topics
    first = topics.topics[0]
    assert topics.mask(topics.rows, [first.id]).tolist() == topics.mask(topics.rows, [first.label]).tolist()
    assert topics.mask(topics.rows, [first.id]).sum() == first.size


def test_papers_without_a_vector_are_the_last_topic(make_version) -> None:
    papers = [Paper(f"local:{name}", "Student networks") for name in "abc"]
    snapshot = make_version(papers, [Citation("local:a", "local:b")], [Hub(papers[0])]).snapshot
    vectors = np.array([[1, 0], [0, 0], [1, 0]], dtype=np.float32)
    topics = find_topics(snapshot, vectors, np.arange(3, dtype=np.int32))
    assert [(topic.label, topic.size, topic.exemplar) for topic in topics.topics] == [
        ("student networks", 2, 0),
        ("other", 1, 1),
    ]
    assert topics.codes.tolist() == [0, 1, 0]


def test_a_topic_that_nothing_names_is_not_the_one_of_papers_without_a_vector(make_version) -> None:
    papers = [Paper(f"local:{name}", "\u2026") for name in "abc"]
    snapshot = make_version(papers, [Citation("local:a", "local:b")], [Hub(papers[0])]).snapshot
    vectors = np.array([[1, 0], [0, 0], [1, 0]], dtype=np.float32)
    topics = find_topics(snapshot, vectors, np.arange(3, dtype=np.int32))
    assert [(topic.id, topic.label) for topic in topics.topics] == [("other", "other"), ("other-2", "other (2)")]
    assert topics.counts(np.arange(3)) == {"other": 2, "other-2": 1}
    assert topics.mask(topics.rows, ["other"]).tolist() == [True, False, True]


def test_a_paper_without_a_vector_that_arrives_later_joins_no_topic_that_nothing_names() -> None:
    rows, middles = np.arange(3, dtype=np.int32), np.array([[0, 0], [1, 0]], dtype=np.float32)
    kept = Topics((Topic("other", "other", 2, 0),), rows[:2], np.zeros(2, dtype=np.int32), middles)
    vectors = StackedVectors([np.array([[1, 0], [1, 0], [0, 0]], dtype=np.float32)])
    joined = joined_topics(kept, vectors, rows)
    assert joined.counts(rows) == {"other": 2, "other-2": 1}


def test_labels_that_differ_in_signs_alone_have_ids_of_their_own() -> None:
    topics: list[Topic] = []
    for label in ("C", "C++", "C#", "other", "other"):
        topics.append(named(label, 4, 0, topics))
    assert [topic.id for topic in topics] == ["c", "c-2", "c-3", "other", "other-2"]
    assert [topic.label for topic in topics] == ["C", "C++", "C#", "other", "other (2)"]


def test_no_papers_have_no_topics(version: IndexVersion) -> None:
    topics = find_topics(version.snapshot, version.vectors, np.empty(0, dtype=np.int32))
    assert (topics.topics, topics.codes.size) == ((), 0)
