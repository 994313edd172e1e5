"""One paper under several names: how identities meet in the store, and the laws that hold for any import."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.ids import parse_id, slug
from corpus.store import Counts, Store
from corpus.titles import title_id
from corpus.values import Citation, Hub, Paper, Record
from tests.corpus import kept
from tests.corpus.small_world import HUB, PHASES, fresh_store, record

TITLE = "Training Agents with Patience"


def paper(name: str, *ids: str, title: str = TITLE, **told: object) -> Paper:
    own = [] if name.startswith("local:") else [name]
    return Paper(name, title, ids=tuple(parse_id(one) for one in (*own, *ids)), **told)  # type: ignore[arg-type]  # any field


def citing(one: Paper, hub: Hub = HUB) -> Record:
    return Record(one, Citation(hub.paper.id, one.id))


def test_a_shared_doi_makes_one_paper_of_two_catalogue_entries(store: Store) -> None:
    first, second = paper("s2:" + "a" * 40, "doi:10.1000/x"), paper("s2:" + "b" * 40, "doi:10.1000/x", venue="Here")
    assert store.put(None, [Record(first), Record(second)]) == Counts(added=1, merged=1)
    (held,) = kept.papers(store)
    assert (held.id, held.venue) == ("s2:" + "a" * 40, "Here")
    assert held.aliases == ("doi:10.1000/x", "s2:" + "b" * 40)


def test_a_page_and_a_catalogue_meet_by_title(store: Store) -> None:
    listed = Paper("local:training-agents-with-patience", TITLE, tldr="In short.", tldr_source="source")
    store.put(HUB, [citing(listed)])
    assert store.put(HUB, [citing(paper("arxiv:2001.00001", abstract="At length."))]) == Counts(merged=1)
    held = kept.paper(store, "local:training-agents-with-patience")
    assert held is not None
    assert (held.tldr, held.abstract, held.ids) == ("In short.", "At length.", (parse_id("2001.00001"),))


def test_papers_of_one_title_with_ids_of_one_list_stay_apart(store: Store) -> None:
    assert store.put(None, [Record(paper("local:P18-1")), Record(paper("local:W18-2"))]) == Counts(added=2)


def test_a_title_that_several_papers_bear_is_no_evidence(store: Store) -> None:
    store.put(None, [Record(paper("local:P18-1")), Record(paper("local:W18-2"))])
    assert store.put(None, [Record(paper("arxiv:2001.00001"))]) == Counts(added=1)


def titled(title: str, *authors: str, year: int | None = None) -> Record:
    return Record(Paper(f"local:{title_id(title)}", title, authors=authors, year=year))


def test_papers_known_by_one_title_alone_stay_apart_by_their_authors_and_the_second_time_too(store: Store) -> None:
    records = [
        titled("Introduction", "Ada Bee", year=1990),
        titled("Introduction", "Cy Dee", year=1990),
        titled("Introduction", "Bee, A.", year=1991),  # of the same author: the year was put right
        titled("Introduction"),
    ]
    assert store.put(None, records) == Counts(added=2, updated=1, skipped=1)
    assert store.put(None, records[1:]) == Counts(skipped=3)
    assert sorted((one.authors, one.year) for one in kept.papers(store)) == [(("Bee, A.",), 1991), (("Cy Dee",), 1990)]


@pytest.mark.parametrize("title", ["Editorial", "Training agents with patience"])
@pytest.mark.parametrize("authors", [(), ("Ada Bee",)])
def test_years_tell_papers_known_by_one_title_apart(store: Store, title: str, authors: tuple[str, ...]) -> None:
    records = [titled(title, *authors, year=year) for year in (1990, 2000, 2010)]
    assert store.put(None, records) == Counts(added=3)
    assert store.put(None, records) == Counts(skipped=3)
    assert sorted(one.year or 0 for one in kept.papers(store)) == [1990, 2000, 2010]


def test_a_paper_that_was_set_apart_under_another_id_is_met_there(store: Store) -> None:
    def by_title(author: str, **told: object) -> Paper:
        return Paper(f"local:{title_id(TITLE)}", TITLE, authors=(author,), **told)  # type: ignore[arg-type]

    store.put(
        HUB, [citing(by_title("Ann Bee", year=2010)), citing(paper("local:before", authors=("Carl Dee",), year=2019))]
    )
    assert store.put(HUB, [citing(by_title("Carl Dee", year=2019, abstract="At length."))]) == Counts(updated=1)
    assert kept.paper(store, "local:before").abstract == "At length."


def test_a_record_that_names_two_held_papers_joins_them(store: Store) -> None:
    store.put(
        HUB, [citing(paper("arxiv:2001.00001", title="Preprint")), citing(paper("doi:10.1000/x", title="Article"))]
    )
    record = Record(paper("arxiv:2001.00001", "doi:10.1000/x", title="Article"))
    assert store.put(None, [record]) == Counts(merged=1)
    assert [held.id for held in kept.papers(store)] == ["arxiv:2001.00001", "arxiv:2306.02707"]
    assert [found.citing for found in kept.citations(store)] == ["arxiv:2001.00001"]
    assert [named.scheme for named in kept.papers(store)[0].ids] == ["arxiv", "doi"]


def test_joining_keeps_a_hubs_id_and_moves_the_citations(store: Store) -> None:
    other = Hub(Paper("local:another", "Another Hub Here"), known_total=5)
    twin = Hub(paper("doi:10.1000/hub", title="Hub as Published"), known_total=7)
    store.put(HUB, [citing(paper("local:a", title="First Citer"))])
    store.put(twin, [citing(paper("local:b", title="Second Citer"), twin)])
    store.put(other, [citing(twin.paper, other), citing(HUB.paper, other)])
    store.put(None, [Record(paper("arxiv:2306.02707", "doi:10.1000/hub", title=HUB.paper.title))])
    assert [(hub.paper.id, hub.known_total) for hub in kept.hubs(store)] == [
        ("arxiv:2306.02707", 7),
        ("local:another", 5),
    ]
    assert [(found.hub, found.citing) for found in kept.citations(store)] == [
        ("arxiv:2306.02707", "local:a"),
        ("arxiv:2306.02707", "local:b"),
        ("local:another", "arxiv:2306.02707"),
    ]


def test_a_hub_that_turns_out_to_be_its_own_citer_loses_that_citation(store: Store) -> None:
    store.put(HUB, [citing(paper("doi:10.1000/hub", title="Hub as Published"))])
    store.put(None, [Record(paper("arxiv:2306.02707", "doi:10.1000/hub", title=HUB.paper.title))])
    assert kept.citations(store) == []


def test_a_citation_may_call_the_hub_by_any_of_its_names(store: Store) -> None:
    store.put(HUB, [])
    page = Hub(Paper("local:the-hub-that-everyone-cites", HUB.paper.title, abstract="At length."))
    store.put(page, [citing(paper("local:a", title="First Citer"), page)])
    assert [found.hub for found in kept.citations(store)] == ["arxiv:2306.02707"]


# Laws, held in a small world where papers meet often.
def content(records: Sequence[Record], size: int) -> tuple[list[Paper], list[Hub], list[Citation]]:
    with fresh_store() as store:
        for start in range(0, len(records), size):
            store.put(HUB, records[start : start + size])
        return kept.papers(store), kept.hubs(store), kept.citations(store)


@given(records=st.lists(record(), max_size=8), size=st.integers(1, 8))
@settings(max_examples=30, phases=PHASES)
def test_batches_of_any_size_end_in_the_same_store(records: list[Record], size: int) -> None:
    assert content(records, size) == content(records, 8)


@given(records=st.lists(record(), max_size=8))
@settings(max_examples=30, phases=PHASES)
def test_every_name_leads_to_a_paper_that_is_held(records: list[Record]) -> None:
    papers, hubs, citations = content(records, 8)
    held = {found.id for found in papers}
    assert {hub.paper.id for hub in hubs} <= held
    assert all({one.hub, one.citing} <= held and one.hub != one.citing for one in citations)
    names = [name for found in papers for name in (found.id, *found.aliases)]
    assert len(names) == len(set(names))
    assert {slug(one) for told in records for one in told.paper.ids} <= set(names)


distinct = st.lists(record(), max_size=6, unique_by=lambda told: told.paper.id)


@given(records=distinct)
@settings(max_examples=30, phases=PHASES)
def test_importing_the_same_again_and_again_changes_nothing(records: list[Record]) -> None:
    with fresh_store() as store:
        for _ in range(2):  # the second time completes what stood in the list before its beginning did
            store.put(HUB, records)
        before = (store.revision(), kept.papers(store), kept.citations(store))
        again = store.put(HUB, records)
        after = (store.revision(), kept.papers(store), kept.citations(store))
    assert after == before
    assert again == Counts(skipped=len(records))


def test_a_text_told_whole_before_it_is_told_cut_short_is_taken_the_second_time(store: Store) -> None:
    survey, whole = "A Survey of Surveys", "We show that it works."
    first = paper("arxiv:2001.00001", title=survey, abstract="Other.", aliases=("local:s",))
    told = [
        Record(first, Citation("doi:10.1000/y", first.id)),
        citing(paper("local:a-survey-of-surveys", title=survey, abstract=whole)),
        citing(paper("doi:10.1000/y", abstract="We show", aliases=("local:s",))),
    ]
    abstracts = []
    for _ in range(3):
        store.put(HUB, told)
        abstracts.append([found.abstract for found in kept.papers(store) if found.id == "doi:10.1000/y"])
    assert abstracts == [["We show"], [whole], [whole]]


@pytest.mark.parametrize("size", [1, 3])
def test_a_paper_told_twice_in_one_list_settles(store: Store, size: int) -> None:
    told = [
        Record(paper("s2:" + "a" * 40, "doi:10.1000/x", venue="A")),
        Record(paper("s2:" + "b" * 40, "doi:10.1000/x", venue="B")),
    ]
    for _ in range(2):
        for start in range(0, len(told), size):
            store.put(None, told[start : start + size])
        first = (store.revision(), kept.papers(store))
    assert (store.revision(), kept.papers(store)) == first
    assert first[1][0].venue == "A"
