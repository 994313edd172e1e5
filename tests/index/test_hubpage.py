"""Every number on the hub page says what it was counted over; nothing is made up where a page was silent."""

import pytest

from corpus.values import Citation, Hub, Paper, Stated
from index.hubpage import Canonical, Coverage, LabelCounts, YearCount, hub_page
from index.searcher import Searcher

HUB = "arxiv:2306.02707"
CITERS = [Paper("local:a", "one"), Paper("local:b", "two")]
CITED = Paper("local:x", "hub")


def test_coverage_counts_what_is_held(searcher: Searcher) -> None:
    assert searcher.hub_page(HUB).coverage == Coverage(
        known_total=20, held=8, with_abstract=4, with_tldr=4, with_context=1, labelled=7, as_of="2026-05-01"
    )


def test_no_fewer_citers_are_known_than_are_held(make_version) -> None:
    citations = [Citation("local:x", paper.id) for paper in CITERS]
    page = hub_page(make_version([*CITERS, CITED], citations, [Hub(CITED, known_total=1)]), "local:x")
    assert (page.coverage.known_total, page.coverage.held) == (2, 2)


def test_labels_are_counted_over_the_labelled_citers(searcher: Searcher) -> None:
    page = searcher.hub_page("s2:77")
    assert page.roles == LabelCounts({"background": 3, "method": 3, "result": 1}, 7, "citations")
    assert page.polarity == LabelCounts({"support": 2, "contrast": 1, "neutral": 1}, 4, "citations")
    assert page.canonical == Canonical(
        "mixed",
        0.4286,
        7,
        "3 of the 7 citers held that are labelled with a role cite this work as background; "
        "a role of at least 50% names the kind.",
    )


def test_the_timeline_counts_papers_with_a_year(searcher: Searcher) -> None:
    assert searcher.hub_page(HUB).timeline == (
        YearCount(2022, 1),
        YearCount(2023, 1),
        YearCount(2024, 3),
        YearCount(2025, 2),
    )


def test_topics_add_up_and_are_represented_with_the_rule(searcher: Searcher) -> None:
    page = searcher.hub_page(HUB)
    assert sum(topic.size for topic in page.topics) == 8
    assert [one.paper for one in page.representative] == [topic.exemplar for topic in page.topics]
    assert [(one.covers, one.of) for one in page.representative] == [(topic.size, 8) for topic in page.topics]


def test_what_only_the_page_states_keeps_the_page_as_its_basis(make_version) -> None:
    stated = Stated(
        "Canonical reference", 0.83, "background", "citing Pith papers", roles=(("method", 2), ("background", 12))
    )
    citations = [Citation("local:x", paper.id) for paper in CITERS]
    page = hub_page(make_version([*CITERS, CITED], citations, [Hub(CITED, stated=stated)]), "local:x")
    assert page.roles == LabelCounts({"background": 12, "method": 2}, 14, "page")
    assert page.polarity == LabelCounts({}, 0, "citations")
    assert page.canonical == Canonical(
        "Canonical reference",
        0.83,
        None,
        "As the imported page states: 83% of citing Pith papers (how many that is, it does not say) "
        "cite this work as background.",
    )


@pytest.mark.parametrize(("share", "shown"), [(0.125, "12.5%"), (0.004, "0.4%"), (0.07, "7%"), (1.0, "100%")])
def test_a_share_that_a_page_states_is_quoted_as_it_states_it(make_version, share: float, shown: str) -> None:
    hub = Hub(CITED, stated=Stated("Canonical reference", share))
    rule = hub_page(make_version([CITED], [], [hub]), "local:x").canonical.rule
    assert rule.startswith(f"As the imported page states: {shown} of citing papers")


def test_a_hub_without_citers_or_labels_claims_nothing(make_version) -> None:
    page = hub_page(make_version([CITED], [], [Hub(CITED)]), "local:x")
    assert page.coverage == Coverage(None, 0, 0, 0, 0, 0, None)
    assert page.canonical == Canonical(
        None, None, None, "No citer held is labelled with a role, so nothing was counted."
    )
    assert (page.timeline, page.topics, page.representative) == ((), (), ())
