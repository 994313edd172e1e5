"""Representatives stand for the largest topics and say how many citers these hold, out of how many."""

from index.searcher import Searcher
from index.topics.representatives import representatives
from index.version import IndexVersion


def test_each_says_its_rule_and_what_is_covered(searcher: Searcher, version: IndexVersion) -> None:
    topics = searcher.known(("arxiv:2306.02707",)).topics
    first, second = representatives(version.snapshot, topics)
    one, two = topics.topics
    assert first.why == (
        f"the nearest to the centre of \u201c{one.label}\u201d, "
        f"the topic of {one.size} of the 8 citers held ({one.size / 8:.0%})"
    )
    assert second.why == (
        f"the nearest to the centre of \u201c{two.label}\u201d, the topic of {two.size} of the 8 citers held "
        f"({two.size / 8:.0%}); with those above it covers 8 of the 8 citers held (100%)"
    )
    assert [(one.covers, one.of) for one in (first, second)] == [(one.size, 8), (two.size, 8)]


def test_the_largest_topics_are_covered_first(searcher: Searcher, version: IndexVersion) -> None:
    topics = searcher.known(("arxiv:2306.02707",)).topics
    chosen = representatives(version.snapshot, topics, shown=1)
    assert [one.covers for one in chosen] == [max(topic.size for topic in topics.topics)]
