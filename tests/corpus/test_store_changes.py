"""What changed since a revision: new, changed and removed papers and citations, as of one moment."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.changes import Size
from corpus.ids import parse_id
from corpus.store import Store, open_store
from corpus.values import Citation, Hub, Paper, Record
from tests.corpus import kept
from tests.corpus.small_world import HUB

HUB_ID = HUB.paper.id
OTHER = Hub(Paper("local:other-hub", "Another Hub Entirely"))


def paper(name: str, *names: str, **told: str) -> Paper:
    return Paper(name, f"The Story of {name}", ids=tuple(parse_id(one) for one in names), **told)  # type: ignore[arg-type]  # texts alone


def citing(one: Paper, hub: Hub = HUB, **told: str) -> Record:
    return Record(one, Citation(hub.paper.id, one.id, **told))  # type: ignore[arg-type]  # labels are plain text here


def changed(store: Store, since: int) -> tuple[list[str], list[str], tuple[str, ...], list[str]]:
    """Ids of the papers and of the papers whose citations changed; then those of what was removed."""
    with store.changes(since) as changes:
        assert (changes.since, changes.revision) == (since, store.revision())
        papers, citations = list(changes.papers), list(changes.citations)
    assert changes.size == Size(len(papers), len(citations))
    cited = [found.citing for found in citations]
    return [found.id for found in papers], cited, changes.removed_papers, [one for _, one in changes.removed_citations]


def test_new_and_changed_papers_come_in_order_of_id(store: Store) -> None:
    store.put(HUB, [citing(paper("local:b")), citing(paper("local:d")), citing(paper("local:e"))])
    store.put(None, [Record(paper("local:d", abstract="At length.")), citing(paper("local:c"))])
    store.put(None, [citing(paper("local:e"), role="method"), citing(paper("local:a"))])
    with store.changes(1) as changes:
        assert list(changes.papers) == [paper("local:a"), paper("local:c"), paper("local:d", abstract="At length.")]
        assert list(changes.citations) == [
            Citation(HUB_ID, "local:a"),
            Citation(HUB_ID, "local:c"),
            Citation(HUB_ID, "local:e", role="method"),
        ]
        assert (changes.since, changes.revision, changes.size) == (1, 3, Size(papers=3, citations=3))
        assert changes.hubs == (HUB,)
    assert changed(store, 2) == (["local:a"], ["local:a", "local:e"], (), [])
    assert changed(store, 3) == ([], [], (), [])


def test_a_paper_whose_names_alone_changed_has_changed(store: Store) -> None:
    store.put(HUB, [citing(paper("local:a")), citing(paper("local:b"))])
    store.put(None, [Record(paper("local:a", "doi:10.1000/a"))])
    with store.changes(1) as changes:
        assert [(found.id, found.aliases) for found in changes.papers] == [("local:a", ("doi:10.1000/a",))]


def test_what_nobody_can_see_is_no_change(store: Store) -> None:
    store.put(HUB, [citing(paper("local:a"))])
    store.put(None, [Record(paper("local:a"))])  # from now on held for its own sake
    store.put(None, [Record(paper("local:b"))])
    assert changed(store, 1) == (["local:b"], [], (), [])


def test_a_hub_stated_anew_changes_no_paper(store: Store) -> None:
    store.put(HUB, [citing(paper("local:a"))])
    store.put(replace(HUB, known_total=7), [])
    with store.changes(1) as changes:
        assert (changes.size, changes.hubs) == (Size(0, 0), (replace(HUB, known_total=7),))


def test_a_merged_citing_paper_moves_its_citation(store: Store) -> None:
    one, other = paper("arxiv:2001.00001"), paper("doi:10.1000/x")
    store.put(HUB, [citing(other)])
    store.put(None, [Record(one)])
    store.put(None, [Record(replace(one, ids=(parse_id("doi:10.1000/x"),)))])
    assert changed(store, 2) == (["arxiv:2001.00001"], ["arxiv:2001.00001"], ("doi:10.1000/x",), ["doi:10.1000/x"])


def test_a_merged_hub_moves_every_citation_of_it(store: Store) -> None:
    twin = Hub(paper("doi:10.1000/hub"))
    store.put(HUB, [citing(paper("local:a"))])
    store.put(twin, [citing(paper("local:a"), twin), citing(paper("local:b"), twin)])
    store.put(None, [Record(replace(HUB.paper, ids=(parse_id("doi:10.1000/hub"),)))])
    with store.changes(2) as changes:
        assert list(changes.citations) == [Citation(HUB_ID, "local:b")]
        assert changes.removed_citations == (("doi:10.1000/hub", "local:a"), ("doi:10.1000/hub", "local:b"))
        assert changes.removed_papers == ("doi:10.1000/hub",)


def test_removing_a_hub_removes_its_citations_and_the_papers_that_nothing_keeps(store: Store) -> None:
    store.put(HUB, [citing(paper("local:a")), citing(paper("local:b"))])
    store.put(OTHER, [citing(paper("local:b"), OTHER)])
    store.delete_hub(HUB_ID)
    assert changed(store, 2) == ([], [], (HUB_ID, "local:a"), ["local:a", "local:b"])
    with store.changes(2) as changes:
        assert changes.hubs == (OTHER,)


def test_what_comes_back_is_changed_and_not_removed(store: Store) -> None:
    store.put(HUB, [citing(paper("local:a")), citing(paper("local:b"))])
    store.delete_hub(HUB_ID)
    store.put(HUB, [citing(paper("local:a"))])
    assert changed(store, 1) == ([HUB_ID, "local:a"], ["local:a"], ("local:b",), ["local:b"])
    assert changed(store, 3) == ([], [], (), [])
    store.delete_hub(HUB_ID)
    assert changed(store, 3) == ([], [], (HUB_ID, "local:a"), ["local:a"])


def test_since_the_empty_store_everything_is_new_and_nothing_removed(store: Store) -> None:
    assert changed(store, 0) == ([], [], (), [])
    store.put(HUB, [citing(paper("local:a"))])
    store.delete_hub(HUB_ID)
    store.put(HUB, [citing(paper("local:b"))])
    assert changed(store, 0) == ([HUB_ID, "local:b"], ["local:b"], (), [])


@pytest.mark.parametrize("since", [-1, 3, 10**12])
def test_a_revision_never_had_starts_from_nothing(store: Store, since: int) -> None:
    store.put(HUB, [citing(paper("local:a"))])
    store.put(None, [citing(paper("local:b"))])
    with store.changes(since) as changes:
        assert (changes.since, changes.revision) == (0, 2)
        assert [found.id for found in changes.papers] == [HUB_ID, "local:a", "local:b"]


def removals(tmp_path: Path) -> list[int]:
    raw = sqlite3.connect(tmp_path / "store.sqlite")
    held = [raw.execute(f"SELECT count(*) FROM removed_{of}").fetchone()[0] for of in ("papers", "citations")]
    raw.close()
    return held


def test_forgotten_removals_are_not_needed_since_a_later_revision(store: Store, tmp_path: Path) -> None:
    store.put(OTHER, [citing(paper("local:a"), OTHER)])
    store.put(HUB, [citing(paper("local:b"))])
    store.delete_hub(OTHER.paper.id)
    store.delete_hub(HUB_ID)
    assert removals(tmp_path) == [4, 2]
    store.forget_removed(3)
    assert removals(tmp_path) == [2, 1]
    assert changed(store, 3) == ([], [], (HUB_ID, "local:b"), ["local:b"])
    with store.changes(2) as changes:
        assert (changes.since, changes.revision, changes.removed_papers) == (0, 4, ())


def test_forgetting_goes_neither_back_nor_ahead_of_now(store: Store) -> None:
    store.put(HUB, [citing(paper("local:a"))])
    store.delete_hub(HUB_ID)
    store.forget_removed(99)
    store.forget_removed(1)
    store.put(HUB, [])
    assert changed(store, 2) == ([HUB_ID], [], (), [])
    with store.changes(1) as changes:
        assert changes.since == 0


def test_each_reader_sees_its_own_moment_while_papers_arrive_and_go(store: Store) -> None:
    store.put(HUB, [citing(paper("local:a"))])
    with store.changes(0) as first:
        store.put(None, [citing(paper("local:b"))])
        with store.changes(1) as second:
            store.delete_hub(HUB_ID)
            assert [found.id for found in second.papers] == ["local:b"]
            assert [found.citing for found in second.citations] == ["local:b"]
        assert [found.id for found in first.papers] == [HUB_ID, "local:a"]
        assert [found.citing for found in first.citations] == ["local:a"]
        assert ((first.revision, first.hubs), (second.revision, second.hubs)) == ((1, (HUB,)), (2, (HUB,)))
    assert changed(store, 2) == ([], [], (HUB_ID, "local:a", "local:b"), ["local:a", "local:b"])


def test_changes_left_half_read_hold_no_moment_back(store: Store, database: Path) -> None:
    store.put(HUB, [citing(paper(f"local:{n}")) for n in range(700)])
    with store.changes(0) as changes:
        assert (next(changes.papers).id, next(changes.citations).citing) == (HUB_ID, "local:0")
    writer = open_store(database)
    writer.put(HUB, [citing(paper("local:new"))])
    writer.close()
    assert changed(store, 1) == (["local:new"], ["local:new"], (), [])
    assert list(changes.papers) == []


def test_many_changes_come_in_the_order_of_everything(store: Store) -> None:
    store.put(HUB, [citing(paper("local:first"))])
    store.put(OTHER, [])
    told = [paper(f"local:{n}", f"doi:10.1000/{n}") for n in range(1_100)]
    store.put(None, [citing(one, hub) for one in told for hub in (OTHER, HUB)])
    with store.changes(2) as changes:
        papers, citations = list(changes.papers), list(changes.citations)
    before = {HUB_ID, "local:first", "local:other-hub"}
    assert papers == [found for found in kept.papers(store) if found.id not in before]
    assert citations == [found for found in kept.citations(store) if found.citing != "local:first"]
    assert (len(papers), len(citations)) == (1_100, 2_200)
