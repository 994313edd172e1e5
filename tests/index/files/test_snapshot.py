"""A snapshot gives back exactly the papers, hubs and citations that were written into it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.values import Citation, Hub, Paper
from index.files.lines import Lines, write_lines
from index.files.names import NameHashes, Names
from index.files.records import paper_from
from index.files.snapshot import Snapshot
from index.files.snapshot_files import Disorder

FIRST, SECOND, UNCITED = "arxiv:2300.00001", "arxiv:2300.00002", "arxiv:2300.00003"


@pytest.fixture
def snapshot(build: Callable[..., Path]) -> Snapshot:
    return Snapshot([build()])


def test_papers_come_back_as_they_went_in(snapshot: Snapshot, papers: tuple[Paper, ...]) -> None:
    assert tuple(snapshot.paper(row) for row in range(snapshot.n)) == papers


@given(
    st.builds(
        Paper,
        id=st.just("local:1"),
        title=st.text(st.characters(exclude_categories=["Cs"])),
        authors=st.lists(st.text(st.characters(exclude_categories=["Cs"]))).map(tuple),
        aliases=st.lists(st.text(st.characters(exclude_categories=["Cs"]))).map(tuple),
    )
)
def test_any_text_survives_the_way_to_disk_and_back(tmp_path_factory: pytest.TempPathFactory, paper: Paper) -> None:
    path = tmp_path_factory.mktemp("lines") / "papers.jsonl"
    assert write_lines(path, [paper, paper]) == 2
    assert list(Lines(path, paper_from)) == [paper, paper]


@pytest.mark.parametrize("row", [-1, 4])
def test_a_row_that_is_not_there_is_an_error(snapshot: Snapshot, row: int) -> None:
    with pytest.raises(IndexError, match="there are 4 records"):
        snapshot.paper(row)


def test_an_id_or_an_alias_leads_to_its_row(snapshot: Snapshot) -> None:
    names = ("arxiv:2301.00001", "doi:10.1/one", "local:four", "doi:10.1/three", "")
    assert [snapshot.row(name) for name in names] == [0, 0, 3, None, None]


def test_an_alias_of_two_papers_means_the_first(snapshot: Snapshot) -> None:
    assert snapshot.row("shared:alias") == 0


def test_a_paper_s_own_id_goes_before_the_alias_of_another(build: Callable[..., Path]) -> None:
    papers = (Paper("a", "one", aliases=("b",)), Paper("b", "two"))
    assert Snapshot([build(papers=papers, citations=())]).row("b") == 1


def test_names_with_one_hash_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.files.names.name_hash", lambda name: 5)
    papers = [Paper("a", "one", aliases=("x",)), Paper("b", "two"), Paper("c", "three", aliases=("y",))]
    names = NameHashes()
    write_lines(tmp_path / "papers.jsonl", names.watch(papers))
    names.write(tmp_path)
    found = Names(tmp_path, Lines(tmp_path / "papers.jsonl", paper_from))
    assert [found.rows(name) for name in "abcxyz"] == [[0], [1], [2], [0], [2], []]
    assert [found.own(name) for name in "abcxyz"] == [0, 1, 2, None, None, None]


def test_columns_say_what_filters_ask(snapshot: Snapshot) -> None:
    assert snapshot.years.tolist() == [2023, 2024, 0, 1999]
    assert snapshot.venue_names == ("ACL", "EMNLP")
    assert snapshot.venues.tolist() == [0, -1, 1, 0]
    assert snapshot.has_abstract.tolist() == [True, False, False, False]
    assert snapshot.has_tldr.tolist() == [False, True, False, False]


@pytest.mark.parametrize("year", [0, -5, 40_000])
def test_a_year_no_calendar_has_counts_as_unknown(
    build: Callable[..., Path], papers: tuple[Paper, ...], year: int
) -> None:
    snapshot = Snapshot([build(papers=(replace(papers[0], year=year), *papers[1:]))])
    assert snapshot.years[0] == 0
    assert snapshot.paper(0).year == year


def test_hubs_come_back_in_order_of_id(snapshot: Snapshot, hubs: tuple[Hub, ...]) -> None:
    assert snapshot.hub_ids == (FIRST, SECOND, UNCITED)
    assert [snapshot.hub(hub_id) for hub_id in snapshot.hub_ids] == [hubs[1], hubs[0], hubs[2]]


def test_members_hold_the_labels_side_by_side(snapshot: Snapshot) -> None:
    first, second = snapshot.members(FIRST), snapshot.members(SECOND)
    assert (first.rows.tolist(), second.rows.tolist()) == ([0, 2], [1, 2])
    assert (first.role.tolist(), second.role.tolist()) == ([1, -1], [7, -1])
    assert (first.polarity.tolist(), second.polarity.tolist()) == ([0, -1], [-1, 3])
    assert (first.influential.tolist(), second.influential.tolist()) == ([1, -1], [-1, -1])
    assert (first.self_citation.tolist(), second.self_citation.tolist()) == ([-1, -1], [0, -1])
    assert (first.contexts.tolist(), second.contexts.tolist()) == ([0, 1], [0, 0])


def test_a_hub_nobody_cites_has_no_members(snapshot: Snapshot) -> None:
    assert snapshot.members(UNCITED).rows.tolist() == []


def test_a_citation_is_found_by_hub_and_row(snapshot: Snapshot, citations: tuple[Citation, ...]) -> None:
    assert [snapshot.citation(FIRST, row) for row in range(4)] == [citations[0], None, citations[1], None]
    assert snapshot.citation(UNCITED, 0) is None


def test_a_paper_names_every_hub_it_cites(snapshot: Snapshot, citations: tuple[Citation, ...]) -> None:
    assert snapshot.citations_of(2) == (citations[1], citations[3])
    assert snapshot.citations_of(3) == ()


def test_nothing_at_all_is_a_snapshot_too(build: Callable[..., Path]) -> None:
    snapshot = Snapshot([build(papers=(), citations=(), hubs=())])
    assert (snapshot.n, snapshot.hub_ids, snapshot.row("x"), snapshot.years.tolist()) == (0, (), None, [])


def test_papers_out_of_order_are_refused(build: Callable[..., Path], papers: tuple[Paper, ...]) -> None:
    with pytest.raises(Disorder, match=r"found 'arxiv:2301.00001' after 'arxiv:2301.00002'"):
        build(papers=(papers[1], papers[0]))


def test_the_same_paper_twice_is_refused(build: Callable[..., Path], papers: tuple[Paper, ...]) -> None:
    with pytest.raises(Disorder, match="ascending order"):
        build(papers=(papers[0], papers[0]))


def test_the_same_hub_twice_is_refused(build: Callable[..., Path], hubs: tuple[Hub, ...]) -> None:
    with pytest.raises(Disorder, match="expected each hub once"):
        build(hubs=(*hubs, hubs[0]))


def test_citations_out_of_order_are_refused(build: Callable[..., Path], citations: tuple[Citation, ...]) -> None:
    with pytest.raises(Disorder, match=r"found 'arxiv:2301.00001' out of order"):
        build(citations=(citations[1], citations[0]))


def test_a_citation_by_a_paper_not_held_is_refused(build: Callable[..., Path]) -> None:
    with pytest.raises(Disorder, match="read papers, hubs and citations in one transaction"):
        build(citations=(Citation(FIRST, "arxiv:none"),))


def test_a_hub_is_known_by_its_id_and_the_first_that_has_an_alias_by_that(build: Callable[..., Path]) -> None:
    one, other = (Paper(f"local:{name}", name, aliases=("s2:7", f"s2:{at}")) for at, name in enumerate("xy"))
    snapshot = Snapshot([build(papers=(one, other), citations=(), hubs=(Hub(one), Hub(other)))])
    assert [snapshot.holds(name) for name in ("local:x", "local:y", "s2:7", "")] == [True, True, False, False]
    called = [snapshot.hub_called(name) for name in ("s2:7", "s2:0", "s2:1", "local:x")]
    assert called == ["local:x", "local:x", "local:y", None]
