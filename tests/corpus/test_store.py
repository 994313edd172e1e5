"""What is put in comes out: papers, names, hubs, citations, the revision, and what removing a hub leaves."""

from pathlib import Path

import pytest

from corpus.store import Counts, Store, open_store
from corpus.store_errors import HubNotHeld
from corpus.values import Citation, CitingSentence, ExternalId, Hub, Paper, Record, Stated
from tests.corpus import kept

ARXIV = ExternalId("arxiv", "2306.02707")
HUB = Hub(
    Paper("arxiv:2306.02707", "Learning from Explanations", year=2023, ids=(ARXIV,)),
    known_total=40,
    as_of="2026-01-31",
    stated=Stated("Canonical reference", 0.83, "background", "citing papers", None, (("background", 12),)),
)
OTHER = Hub(Paper("local:other-hub", "Another Hub Entirely"))


def citer(name: str, hub: Hub = HUB, **told: str) -> Record:
    paper = Paper(f"local:{name}", f"The Story of {name}", abstract=f"All about {name}.")
    return Record(paper, Citation(hub.paper.id, paper.id, **told))  # type: ignore[arg-type]  # labels are plain text here


def test_a_paper_comes_back_with_all_it_was_told(store: Store) -> None:
    doi = ExternalId("doi", "10.1000/x")
    paper = Paper(
        id="acl:P02-1040",
        title="A Title",
        abstract="An abstract.",
        tldr="In short.",
        tldr_source="source",
        authors=("Ada Lovelace", "Łukasz Ö."),
        year=2002,
        venue="ACL",
        url="https://example.org/1",
        ids=(ExternalId("acl", "P02-1040"), doi),
        aliases=("local:mine",),
    )
    store.put(None, [Record(paper)])
    held = kept.paper(store, "acl:P02-1040")
    assert held == Paper(**{field: getattr(paper, field) for field in paper.__slots__} | {"aliases": held.aliases})
    assert held.aliases == ("doi:10.1000/x", "local:mine")


def test_a_hub_and_its_citations_come_back(store: Store) -> None:
    sentence = CitingSentence("As shown before.", "Introduction", "background")
    paper = Paper("local:a", "A Citing Paper")
    citation = Citation(HUB.paper.id, "local:a", "method", "support", 0.9, 0.8, "import", True, False, (sentence,))
    store.put(HUB, [Record(paper, citation)])
    assert kept.hubs(store) == [HUB]
    assert kept.citations(store) == [citation]


def test_papers_and_citations_are_in_order_of_id(store: Store) -> None:
    store.put(HUB, [citer("b"), citer("a"), citer("Z"), citer("é")])
    ids = [paper.id for paper in kept.papers(store)]
    assert ids == ["arxiv:2306.02707", "local:Z", "local:a", "local:b", "local:é"]
    assert [citation.citing for citation in kept.citations(store)] == ids[1:]


def test_the_hub_is_held_and_not_counted(store: Store) -> None:
    assert store.put(HUB, [citer("a"), citer("b")]) == Counts(added=2)
    assert kept.paper(store, "arxiv:2306.02707") == HUB.paper


def test_counts_tell_what_became_of_each_record(store: Store) -> None:
    store.put(HUB, [citer("a"), citer("b"), citer("c")])
    renamed = Record(Paper("local:new-name", "the story of C!"), Citation(HUB.paper.id, "local:new-name"))
    derived = Record(Paper("doi:10.1000/c", "The story of c", ids=(ExternalId("doi", "10.1000/c"),)))
    assert store.put(HUB, [citer("a"), citer("b", role="method"), derived, renamed]) == Counts(
        added=1, updated=1, merged=1, skipped=1
    )


def test_the_revision_grows_with_changes_alone(store: Store) -> None:
    seen = [store.revision()]
    for records in ([citer("a")], [citer("a")], [], [citer("a", polarity="contrast")]):
        store.put(HUB, records)
        seen.append(store.revision())
    assert seen == [0, 1, 1, 1, 2]


def test_a_citation_may_name_a_hub_nobody_has_described(store: Store) -> None:
    store.put(None, [Record(Paper("local:a", "A Paper"), Citation("arxiv:2306.02707", "local:a"))])
    assert kept.hubs(store) == [Hub(Paper("arxiv:2306.02707", "arxiv:2306.02707", ids=(ARXIV,)))]
    store.put(HUB, [])
    assert kept.hubs(store) == [HUB]


def test_a_placeholder_never_replaces_a_title(store: Store) -> None:
    store.put(HUB, [])
    store.put(Hub(Paper("arxiv:2306.02707", "arxiv:2306.02707")), [])
    assert kept.hubs(store) == [HUB]


def test_a_paper_does_not_cite_itself(store: Store) -> None:
    store.put(HUB, [Record(HUB.paper, Citation(HUB.paper.id, HUB.paper.id))])
    assert kept.citations(store) == []


def test_what_is_put_is_there_after_opening_again(store: Store, database: Path) -> None:
    store.put(HUB, [citer("a")])
    again = open_store(database)
    assert (kept.hubs(again), again.revision()) == ([HUB], 1)
    again.close()


def test_a_reader_sees_one_moment_while_papers_arrive(store: Store) -> None:
    store.put(HUB, [citer("a")])
    with store.changes(0) as changes:
        first = next(changes.papers)
        store.put(HUB, [citer("b")])
        assert [first.id, *(paper.id for paper in changes.papers)] == ["arxiv:2306.02707", "local:a"]


def test_removing_a_hub_keeps_what_others_hold(store: Store) -> None:
    store.put(HUB, [citer("only-here"), citer("shared"), citer("own-sake")])
    store.put(OTHER, [citer("shared", OTHER)])
    store.put(None, [Record(citer("own-sake").paper)])
    assert store.delete_hub(HUB.paper.id) == 2
    assert [paper.id for paper in kept.papers(store)] == ["local:other-hub", "local:own-sake", "local:shared"]
    assert [(found.hub, found.citing) for found in kept.citations(store)] == [("local:other-hub", "local:shared")]
    assert store.revision() == 3


def test_a_hub_that_cites_another_stays_as_a_paper(store: Store) -> None:
    store.put(OTHER, [Record(HUB.paper, Citation(OTHER.paper.id, HUB.paper.id))])
    store.put(HUB, [citer("a")])
    assert store.delete_hub(HUB.paper.id) == 1
    assert kept.paper(store, HUB.paper.id) == HUB.paper
    assert [hub.paper.id for hub in kept.hubs(store)] == ["local:other-hub"]


def test_only_a_hub_can_be_removed(store: Store) -> None:
    store.put(HUB, [citer("a")])
    with pytest.raises(HubNotHeld, match="local:a"):
        store.delete_hub("local:a")
